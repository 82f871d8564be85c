//! What is hashed, signed or masked can be checked again, and nothing else passes.

use secrecy::SecretString;

use super::{SecretKey, Token, check_code, grouped, hash_password, verify_password};

#[tokio::test]
async fn a_password_fits_its_hash_only() {
    let hash = hash_password("mật khẩu dài".to_owned()).await.expect("a hash");
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(verify_password("mật khẩu dài".to_owned(), hash.clone()).await.expect("an answer"));
    assert!(!verify_password("mat khau dai".to_owned(), hash).await.expect("an answer"));
    assert!(!verify_password("x".to_owned(), "nonsense".to_owned()).await.expect("an answer"));
}

#[test]
fn a_token_comes_back_from_its_text() {
    let token = Token::new();
    assert_eq!(Token::parse(&token.reveal()), Some(token.clone()));
    assert_eq!((token.reveal().len(), token.hash().len()), (43, 32));
    assert_eq!(Token::parse("short"), None);
    assert!(!format!("{token:?}").contains(&token.reveal()));
}

#[test]
fn a_form_token_is_bound_to_its_cookie_and_masked() {
    let (key, cookie) = (SecretKey::random(), Token::new());
    let (first, second) = (key.csrf_for(&cookie), key.csrf_for(&cookie));
    assert_ne!(first, second);
    assert!(key.csrf_ok(&cookie, &first) && key.csrf_ok(&cookie, &second));
    assert!(!key.csrf_ok(&Token::new(), &first) && !SecretKey::random().csrf_ok(&cookie, &first));
    for bad in ["", "AAAA", &first[..40], "không"] {
        assert!(!key.csrf_ok(&cookie, bad), "{bad}");
    }
}

#[test]
fn the_key_is_made_once_and_kept_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::env::temp_dir().join(format!("motcua-key-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let none = SecretString::from(String::new());
    let (first, again) = (SecretKey::open(&none, &folder).expect("a key"), SecretKey::open(&none, &folder).expect("a key"));
    assert_eq!(first.sign("x", b"y"), again.sign("x", b"y"));
    assert_ne!(first.sign("x", b"y"), first.sign("z", b"y"));
    let mode = std::fs::metadata(folder.join("secret.key")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(SecretKey::open(&SecretString::from("abc".to_owned()), &folder).is_err());
    std::fs::remove_dir_all(folder).expect("the folder removed");
}

#[test]
fn codes_are_unambiguous() {
    let code = check_code();
    assert_eq!(code.len(), 12);
    assert!(code.chars().all(|c| c.is_ascii_alphanumeric() && !"01OIL".contains(c)));
    assert_eq!(grouped("K7MX2QRT9PWA"), "K7MX 2QRT 9PWA");
}
