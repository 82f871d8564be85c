//! Whether an account exists cannot be read from the work that its answer takes, nor a session be given to somebody
//! beforehand. Work is counted, not timed: passwords that are checked, and statements.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use motcua::platform::crypto::CHECKED;
use tracing_subscriber::{Layer, layer::SubscriberExt, registry::Registry};

use crate::support::{Answer, Browser, TestPortal};

const PASSWORD: &str = "cong-mot-cua-2026";
const KNOWN: &str = "nguyen.van.mau@example.vn";
const UNKNOWN: &str = "khong.co.ai@example.vn";

/// Counts the passwords that are checked on this thread.
struct Checked(Arc<AtomicUsize>);

impl<S: tracing::Subscriber> Layer<S> for Checked {
    fn on_event(&self, event: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        if event.metadata().target() == CHECKED {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// What one try costs: its status, passwords, statements.
async fn cost(portal: &TestPortal, checked: &AtomicUsize, path: &str, fields: &[(&str, &str)]) -> (u16, usize, usize) {
    let mut browser = portal.anonymous();
    browser.get(path).await;
    let before = checked.load(Ordering::SeqCst);
    let answer = browser.post_form(path, fields).await;
    (answer.status.as_u16(), checked.load(Ordering::SeqCst) - before, answer.statements.len())
}

#[actix_web::test]
async fn an_unknown_account_is_as_much_work_as_a_wrong_password() {
    let portal = TestPortal::open().await;
    portal.run_jobs().await;
    let count = Arc::new(AtomicUsize::new(0));
    let _counting = tracing::subscriber::set_default(Registry::default().with(Checked(Arc::clone(&count))));
    let sign_in = |email| [("email", email), ("password", "khong-phai-mat-khau")];
    let known = cost(&portal, &count, "/dang-nhap", &sign_in(KNOWN)).await;
    let unknown = cost(&portal, &count, "/dang-nhap", &sign_in(UNKNOWN)).await;
    assert_eq!(known.1, 1, "a password is checked");
    assert_eq!(known, unknown, "signing in");
    let known = cost(&portal, &count, "/quen-mat-khau", &[("email", KNOWN)]).await;
    let unknown = cost(&portal, &count, "/quen-mat-khau", &[("email", UNKNOWN)]).await;
    assert_eq!(known, unknown, "asking for a new password");
    assert_eq!(portal.run_jobs().await, 2, "both are handled after the answer");
    assert_eq!(portal.mailbox.letters().len(), 1, "one letter leaves");
}

async fn come_in(browser: &mut Browser<'_>) -> Answer {
    let page = browser.get("/dang-nhap").await;
    let csrf = page.input("csrf").unwrap_or_default();
    browser.post_raw("/dang-nhap", &[("csrf", &csrf), ("email", KNOWN), ("password", PASSWORD)]).await
}

fn session_in(answer: &Answer) -> Option<String> {
    let cookies = answer.headers.get_all("set-cookie").filter_map(|value| value.to_str().ok());
    cookies.filter_map(|cookie| cookie.strip_prefix("motcua=")).map(|rest| rest.split(';').next().unwrap_or_default().to_owned()).next()
}

/// What an attacker had before is worth nothing afterwards: neither a stranger's token nor a session of his own.
#[actix_web::test]
async fn a_session_given_beforehand_is_nobodys() {
    let portal = TestPortal::open().await;
    let mut stranger = portal.anonymous();
    stranger.get("/dang-nhap").await;
    let planted = stranger.cookie("motcua").expect("a token");
    let mut victim = portal.anonymous();
    victim.headers.push(("cookie", format!("motcua={planted}")));
    let come = come_in(&mut victim).await;
    assert_eq!(come.location(), Some("/ho-so"), "{}", come.main_text());
    assert!(session_in(&come).is_some_and(|token| token != planted), "a new token at every sign-in");
    assert_eq!(stranger.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"));
    let mut attacker = portal.other_citizen().await;
    let own = attacker.cookie("motcua").expect("a session");
    let mut victim = portal.anonymous();
    victim.headers.push(("cookie", format!("motcua={own}")));
    assert!(session_in(&come_in(&mut victim).await).is_none_or(|token| token != own), "a session changes its person never");
    assert!(!attacker.get("/tai-khoan").await.text().contains(KNOWN), "the attacker is still himself, at most");
}

/// A token that was signed out, and one from before a sign-in, open nothing.
#[actix_web::test]
async fn an_old_token_opens_nothing() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let old = citizen.cookie("motcua").expect("a session");
    citizen.get("/tai-khoan").await;
    let gone = citizen.post_form("/dang-xuat", &[]).await;
    assert!(gone.location().is_some(), "{}", gone.main_text());
    let mut thief = portal.anonymous();
    thief.headers.push(("cookie", format!("motcua={old}")));
    assert_eq!(thief.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"));
}
