//! A real provider, from npm, in a process of its own.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use actix_web::http::StatusCode;
use reqwest::{Client, Url, redirect};

use super::{BACK, address_of, sets_out, settings, told};
use crate::support::TestPortal;

const SECRET: &str = "a secret of the tests";

struct RealProvider {
    process: Child,
    port: u16,
}

impl RealProvider {
    fn start(portal_now: i64, port: u16, kid: &str) -> Self {
        assert!(
            std::fs::exists(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/oidc-provider")).unwrap_or_default(),
            "the provider of the tests is not installed: run `make assets`"
        );
        let mut process = Command::new("node")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["tests/providers/oidc.mjs", &port.to_string(), kid, SECRET, &format!("http://127.0.0.1:8080{BACK}")])
            .arg((portal_now * 1000).to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node starts");
        let lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let port = lines.map_while(Result::ok).find_map(|line| line.trim().parse().ok()).expect("its port");
        Self { process, port }
    }

    /// Signs in there as a person does; the address to which the browser is sent back.
    async fn sign_in(&self, address: &str, login: &str) -> String {
        let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client");
        let (mut jar, mut at): (BTreeMap<String, String>, Url) = (BTreeMap::new(), address.parse().expect("an address"));
        let mut form: Option<String> = None;
        for _ in 0..20 {
            if at.path() == BACK {
                return format!("{}?{}", at.path(), at.query().unwrap_or_default());
            }
            let cookies: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = match form.take() {
                Some(body) => client.post(at.clone()).header("content-type", "application/x-www-form-urlencoded").body(body),
                None => client.get(at.clone()),
            };
            let answer = request.header("cookie", cookies.join("; ")).send().await.expect("the provider answers");
            for cookie in answer.headers().get_all("set-cookie") {
                let pair = cookie.to_str().expect("a cookie").split(';').next().expect("a pair").split_once('=').expect("a pair");
                jar.insert(pair.0.to_owned(), pair.1.to_owned());
            }
            match answer.headers().get("location").map(|to| to.to_str().expect("an address").to_owned()) {
                Some(to) => at = at.join(&to).expect("an address"),
                None => {
                    let page = answer.text().await.expect("a page");
                    let prompt = if page.contains("name=\"login\"") { "login" } else { "consent" };
                    assert!(page.contains("prompt"), "{page}");
                    form = Some(format!("prompt={prompt}&login={login}&password=x"));
                }
            }
        }
        panic!("the provider leads nowhere: {at}")
    }
}

impl Drop for RealProvider {
    fn drop(&mut self) {
        let _gone = self.process.kill();
        let _reaped = self.process.wait();
    }
}

/// When every test begins.
fn the_beginning() -> i64 {
    crate::support::at(2026, 11, 23, 9, 0).timestamp()
}

async fn portal_and_provider() -> (TestPortal, RealProvider) {
    let provider = RealProvider::start(the_beginning(), 0, "mot");
    let settings = settings(provider.port, "citizens", SECRET);
    (TestPortal::open_with(|config| config.sign_in.push(settings)).await, provider)
}

#[actix_web::test]
async fn a_stranger_comes_in_and_is_known_the_next_time() {
    let (portal, provider) = portal_and_provider().await;
    let mut browser = portal.anonymous();
    assert!(browser.get("/dang-nhap").await.main_text().contains("Đăng nhập bằng Căn cước thử"));
    let address = sets_out(&mut browser, "/tai-khoan").await;
    let before = browser.cookie("motcua");
    let back = provider.sign_in(&address, "an").await;
    let come = browser.get(&back).await;
    assert_eq!(come.location(), Some("/tai-khoan"), "{}", come.main_text());
    assert_ne!(browser.cookie("motcua"), before, "a new token");
    let account = browser.follow(&come).await.main_text();
    assert!(account.contains("Phạm Thị An") && account.contains("pham.thi.an@example.vn"), "{account}");
    assert!(browser.get("/tai-khoan/thong-tin").await.main_text().contains("025199000111 (đã xác nhận"));
    assert_eq!(browser.get(&back).await.location(), Some("/tai-khoan/lien-ket"), "a way back leads in once");

    let mut again = portal.anonymous();
    let address = sets_out(&mut again, "").await;
    let come = again.get(&provider.sign_in(&address, "an").await).await;
    assert_eq!(come.location(), Some("/ho-so"));
    assert!(again.get("/tai-khoan/lien-ket").await.main_text().contains("Đã liên kết"));

    let mut unknown = portal.anonymous();
    let address = sets_out(&mut unknown, "").await;
    let refused = unknown.get(&provider.sign_in(&address, "chi").await).await;
    assert!(told(&mut unknown, &refused).await.contains("chưa cho biết họ tên và địa chỉ e-mail đã xác nhận"));
}

#[actix_web::test]
async fn an_account_is_tied_to_one_person_there() {
    let (portal, provider) = portal_and_provider().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/tai-khoan/lien-ket/thu").await;
    let leaving = citizen.post_form("/tai-khoan/lien-ket/thu", &[("password", "cong-mot-cua-2026")]).await;
    let tied = citizen.get(&provider.sign_in(&address_of(&leaving), "binh").await).await;
    assert_eq!(tied.location(), Some("/tai-khoan/lien-ket"));
    let mut browser = portal.anonymous();
    let address = sets_out(&mut browser, "/tai-khoan").await;
    browser.get(&provider.sign_in(&address, "binh").await).await;
    assert!(browser.get("/tai-khoan").await.main_text().contains("nguyen.van.mau@example.vn"));

    let mut other = portal.other_citizen().await;
    other.get("/tai-khoan/lien-ket/thu").await;
    let leaving = other.post_form("/tai-khoan/lien-ket/thu", &[("password", "cong-mot-cua-2026")]).await;
    let refused = other.get(&provider.sign_in(&address_of(&leaving), "binh").await).await;
    assert!(told(&mut other, &refused).await.contains("đã gắn với một tài khoản khác"), "somebody else's");
}

#[actix_web::test]
async fn new_keys_are_learnt_and_silence_is_told() {
    let (portal, provider) = portal_and_provider().await;
    let mut browser = portal.anonymous();
    let address = sets_out(&mut browser, "").await;
    browser.get(&provider.sign_in(&address, "an").await).await;
    assert_eq!(browser.get("/ho-so").await.status, StatusCode::OK);

    let port = provider.port;
    drop(provider);
    let provider = RealProvider::start(the_beginning(), port, "hai");
    let mut browser = portal.anonymous();
    let address = sets_out(&mut browser, "").await;
    browser.get(&provider.sign_in(&address, "an").await).await;
    assert_eq!(browser.get("/ho-so").await.status, StatusCode::OK, "signed with a key that was not known before");

    let mut late = portal.anonymous();
    let address = sets_out(&mut late, "").await;
    let back = provider.sign_in(&address, "an").await;
    drop(provider);
    let refused = late.get(&back).await;
    assert!(told(&mut late, &refused).await.contains("chưa trả lời"), "it went away in between");
    portal.wait(chrono::TimeDelta::hours(2));
    let mut nobody = portal.anonymous();
    let refused = nobody.post_form("/dang-nhap/voi/thu", &[]).await;
    assert_eq!(refused.location(), Some("/dang-nhap"));
    let page = told(&mut nobody, &refused).await;
    assert!(page.contains("chưa trả lời") && page.contains("name=\"password\""), "the other way in is there");
    assert_eq!(nobody.post_form("/dang-nhap/voi/khong-co", &[]).await.status, StatusCode::NOT_FOUND);
}
