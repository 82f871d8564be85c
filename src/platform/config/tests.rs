//! Layers win in their order; strangers are refused with the nearest right name.

use std::fs;

use secrecy::ExposeSecret;

use super::{Config, ConfigError, Overrides, read::load};

fn with(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    load(&Overrides::default(), variables.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
}

fn refusal(variables: &[(&str, &str)]) -> String {
    with(variables).expect_err("a refusal").to_string()
}

#[test]
fn defaults_are_a_whole_configuration() {
    let config = with(&[]).expect("the defaults");
    assert_eq!(config.address(), "http://127.0.0.1:8080");
    assert!(!config.portal.demo && !config.is_https());
}

#[test]
fn the_environment_overrides_and_keeps_kinds() {
    let config = with(&[
        ("MOTCUA_DATABASE_POOL_SIZE", "4"),
        ("MOTCUA_PORTAL_DEMO", "yes"),
        ("MOTCUA_PORTAL_ADDRESS", "https://dichvucong.example/"),
        ("MOTCUA_SERVER_TRUSTED_PROXIES", "127.0.0.1, ::1"),
    ])
    .expect("settings");
    assert_eq!((config.database.pool_size, config.portal.demo, config.server.trusted_proxies.len()), (4, true, 2));
    assert!(config.is_https() && config.address() == "https://dichvucong.example");
}

#[test]
fn a_stranger_is_refused_and_the_nearest_right_key_named() {
    assert!(refusal(&[("MOTCUA_DATABASE_POOLSIZE", "4")]).ends_with("did you mean MOTCUA_DATABASE_POOL_SIZE?"));
    assert!(refusal(&[("MOTCUA_DATABASE_POOL_SIZE", "many")]).contains("database.pool_size must be a whole number"));
    assert!(refusal(&[("MOTCUA_SERVER_LISTEN", "nowhere")]).contains("listen"));
}

#[test]
fn the_own_folder_overrides_the_defaults_and_the_command_line_overrides_all() {
    let folder = std::env::temp_dir().join(format!("motcua-config-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("portal.toml"), "[server]\nlisten = '127.0.0.1:1'\nworkers = 3\n").expect("a file");
    let overrides = Overrides { folder: Some(folder.clone()), listen: Some("8081".into()), ..Overrides::default() };
    let config = load(&overrides, vec![]).expect("settings");
    assert_eq!((config.server.listen.to_string().as_str(), config.server.workers), ("127.0.0.1:8081", 3));

    fs::write(folder.join("portal.toml"), "[servr]\nlisten = '127.0.0.1:1'\n").expect("a file");
    let said = load(&overrides, vec![]).expect_err("a refusal").to_string();
    assert!(said.contains("portal.toml: there is no setting servr.listen; did you mean server.listen?"), "{said}");
    fs::remove_dir_all(folder).expect("the folder removed");
}

#[test]
fn a_secret_may_come_from_a_file_and_is_never_printed() {
    let file = std::env::temp_dir().join(format!("motcua-secret-{}", std::process::id()));
    fs::write(&file, "postgres://a:geheim@db/x\n").expect("a file");
    let config = with(&[("MOTCUA_DATABASE_URL_FILE", file.to_str().expect("a path"))]).expect("settings");
    assert_eq!(config.database.url.expose_secret(), "postgres://a:geheim@db/x");
    assert!(!format!("{config:?}").contains("geheim"));
    fs::remove_file(file).expect("the file removed");
}
