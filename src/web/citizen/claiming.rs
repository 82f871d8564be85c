//! Nhận hồ sơ nộp tại quầy: whoever holds the receipt gets the dossier into his account.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use crate::{
    accounts::limits::{self, Limit},
    dossiers,
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        answer::{Answer, Fault, Faults},
        extract::{CitizenIn, Conn, FormPairs},
        shell::respond,
        words,
    },
};

/// Codes and digits must not be guessed.
const PER_ACCOUNT: Limit = Limit { name: "claim_account", minutes: 60, most: 20 };
/// From however many accounts.
const PER_CODE: Limit = Limit { name: "claim_code", minutes: 60, most: 20 };

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct ClaimPage {
    errors: Vec<Fault>,
    code: Answer,
    check_code: Answer,
    last_four: Answer,
    back: String,
}

impl Page for ClaimPage {
    const TEMPLATE: &'static str = "citizen/claiming.html";

    fn samples() -> Vec<Self> {
        let text = "Nhập mã hồ sơ, ví dụ H44.147-261123-0007";
        let wrong = Self {
            errors: vec![Fault { href: "#code".into(), text: text.into() }],
            code: Answer::wrong("H44", text),
            back: "/ho-so".into(),
            ..Self::default()
        };
        vec![Self { back: "/ho-so".into(), ..Self::default() }, wrong]
    }
}

/// `GET /nhan-ho-so`
pub(super) async fn show(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    respond::page(&citizen, &ClaimPage { back: Place::MyDossiers.path(), ..ClaimPage::default() })
}

/// `POST /nhan-ho-so`
pub(super) async fn claim(citizen: CitizenIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = ClaimPage {
        code: Answer::typed(&form, "code"),
        check_code: Answer::typed(&form, "check_code"),
        last_four: Answer::typed(&form, "last_four"),
        back: Place::MyDossiers.path(),
        ..ClaimPage::default()
    };
    let mut faults = Faults::new(&citizen);
    let code: Option<DossierCode> = faults.read(&mut page.code, "code", "public-track-wrong-code");
    if page.check_code.value.trim().is_empty() {
        page.check_code.error = faults.note("check_code", "claim-fault-check-code");
    }
    let digits: String = page.last_four.value.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        page.last_four.error = faults.note("last_four", "public-track-wrong-digits");
    }
    page.errors = faults.list;
    let Some(code) = code.filter(|_| page.errors.is_empty()) else { return respond::invalid(&citizen, &page) };
    let (conn, account) = (conn.open().await?, citizen.citizen.account.to_string());
    for (limit, key) in [(PER_ACCOUNT, account.as_str()), (PER_CODE, code.as_str())] {
        if let Err(wait) = limits::take(conn, citizen.now(), limit, key).await? {
            let text = citizen.text("public-try-later", &[("time", words::time(wait.until).into())]);
            page.errors.push(Fault { href: String::new(), text });
            return respond::page_with(StatusCode::TOO_MANY_REQUESTS, &citizen, &page);
        }
    }
    if dossiers::claim(conn, citizen.now(), &citizen.citizen, &code, &page.check_code.value, &digits).await? {
        citizen.say(FlashKind::Success, "claim-done", &[("code", code.to_string().into())]);
        return Ok(respond::see_other(&Place::Dossier(code)));
    }
    page.errors.push(Fault { href: "#code".into(), text: citizen.text("claim-not-found", &[]) });
    respond::invalid(&citizen, &page)
}
