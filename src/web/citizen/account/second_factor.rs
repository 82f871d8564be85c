//! Xác thực hai bước: setting codes up on a telephone, codes on paper, turning it off.

use actix_web::HttpResponse;
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;

use super::again::{self, AgainPage, Trouble, again};
use crate::{
    accounts::{
        StaffRule,
        second_factor::{self, Code, EnrolRefused},
    },
    kernel::{account_places::AccountPlace, places::Place},
    platform::{
        crypto::{OneTimeSecret, grouped},
        pdf::qr_svg,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        answer::Fault,
        extract::{CitizenIn, Conn, FormPairs},
        shell::respond,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct SecondFactorPage {
    is_on: bool,
    /// An official: the desk opens only with it.
    required: bool,
    codes_left: i64,
    codes: String,
    off: String,
    account: String,
}

impl Page for SecondFactorPage {
    const TEMPLATE: &'static str = "citizen/account/second_factor.html";

    fn samples() -> Vec<Self> {
        let sample = |is_on, required, codes_left| Self {
            is_on,
            required,
            codes_left,
            codes: "/tai-khoan/hai-buoc/ma-du-phong".into(),
            off: "/tai-khoan/hai-buoc/tat".into(),
            account: "/tai-khoan".into(),
        };
        vec![sample(false, false, 0), sample(false, true, 0), sample(true, false, 2), sample(true, true, 10)]
    }
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SetUpPage {
    errors: Vec<Fault>,
    /// The QR code as an address of data: it is drawn here and kept nowhere.
    qr: String,
    /// The same for typing: eight groups of four letters.
    spelled: String,
    code_error: String,
    password_error: String,
    back: String,
}

impl Page for SetUpPage {
    const TEMPLATE: &'static str = "citizen/account/second_factor_set_up.html";

    fn samples() -> Vec<Self> {
        let text = String::from("Mã chưa đúng. Nhập 6 chữ số đang hiện trên điện thoại.");
        let blank = Self {
            qr: "data:image/svg+xml;base64,PHN2Zy8+".into(),
            spelled: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".into(),
            back: "/tai-khoan/hai-buoc".into(),
            ..Self::default()
        };
        let wrong = Self { errors: vec![Fault { href: "#code".into(), text: text.clone() }], code_error: text, ..blank.clone() };
        vec![blank, wrong]
    }
}

/// Shown once: nobody can read these codes again.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CodesPage {
    codes: Vec<String>,
    done: String,
}

impl Page for CodesPage {
    const TEMPLATE: &'static str = "citizen/account/recovery_codes.html";

    fn samples() -> Vec<Self> {
        vec![Self { codes: vec!["K7MX 2QRT 9PWA".into(), "B3CD 4EFG 5HJK".into()], done: "/tai-khoan".into() }]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let left = second_factor::recovery_codes_left(conn.open().await?, citizen.citizen.account).await?;
    let page = SecondFactorPage {
        is_on: left.is_some(),
        required: is_required(&citizen),
        codes_left: left.unwrap_or_default(),
        codes: Place::Account(AccountPlace::SecondFactorCodes).path(),
        off: Place::Account(AccountPlace::SecondFactorOff).path(),
        account: Place::Account(AccountPlace::Home).path(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn begin(citizen: CitizenIn, mut conn: Conn, _: FormPairs) -> Result<HttpResponse, Error> {
    let key = &citizen.platform().key;
    second_factor::begin(conn.open().await?, key, citizen.now(), citizen.citizen.account).await.map_err(broken)?;
    Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactorSetUp)))
}

pub(super) async fn set_up(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    match set_up_page(&citizen, &mut conn).await? {
        Some(page) => respond::page(&citizen, &page),
        None => Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor))),
    }
}

pub(super) async fn confirm(citizen: CitizenIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    let code = match Code::read(form.text("code")) {
        Some(Code::OneTime(digits)) => digits,
        _ => String::new(),
    };
    let refused = match second_factor::confirm(&platform.db, &platform.key, again(&citizen, &form), &code).await {
        Ok(codes) => return shown_once(&citizen, &codes),
        Err(refused) => refused,
    };
    let Some(trouble) = trouble(&citizen, refused)? else {
        return Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor)));
    };
    let Some(page) = set_up_page(&citizen, &mut conn).await? else {
        return Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor)));
    };
    let page = SetUpPage { errors: vec![trouble.fault()], code_error: trouble.of("code"), password_error: trouble.of("password"), ..page };
    respond::page_with(trouble.status, &citizen, &page)
}

pub(super) async fn ask_for_codes(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    respond::page(&citizen, &AgainPage::of("codes", false, AccountPlace::SecondFactor))
}

pub(super) async fn new_codes(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    match second_factor::new_recovery_codes(&platform.db, &platform.key, again(&citizen, &form)).await {
        Ok(codes) => shown_once(&citizen, &codes),
        Err(refused) => once_more(&citizen, AgainPage::of("codes", false, AccountPlace::SecondFactor), refused),
    }
}

pub(super) async fn ask_to_turn_off(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    if is_required(&citizen) {
        return Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor)));
    }
    respond::page(&citizen, &AgainPage::of("off", true, AccountPlace::SecondFactor))
}

pub(super) async fn turn_off(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    match second_factor::turn_off(&citizen.platform().db, again(&citizen, &form), is_required(&citizen)).await {
        Ok(()) => {
            citizen.say(FlashKind::Success, "account-second-is-off", &[]);
            Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor)))
        }
        Err(refused) => once_more(&citizen, AgainPage::of("off", true, AccountPlace::SecondFactor), refused),
    }
}

fn is_required(citizen: &CitizenIn) -> bool {
    citizen.session().is_some_and(|session| session.needs_second_factor(StaffRule::of(&citizen.platform().config)))
}

fn shown_once(citizen: &CitizenIn, codes: &[String]) -> Result<HttpResponse, Error> {
    let codes = codes.iter().map(|code| grouped(code)).collect();
    respond::page(citizen, &CodesPage { codes, done: Place::Account(AccountPlace::SecondFactor).path() })
}

fn once_more(citizen: &CitizenIn, page: AgainPage, refused: EnrolRefused) -> Result<HttpResponse, Error> {
    match trouble(citizen, refused)? {
        Some(trouble) => respond::page_with(trouble.status, citizen, &page.refused(trouble)),
        None => Ok(respond::see_other(&Place::Account(AccountPlace::SecondFactor))),
    }
}

async fn set_up_page(citizen: &CitizenIn, conn: &mut Conn) -> Result<Option<SetUpPage>, Error> {
    let (key, account) = (&citizen.platform().key, citizen.citizen.account);
    let found = second_factor::preparing(conn.open().await?, key, account).await.map_err(broken)?;
    found.map(|secret| drawn(citizen, &secret)).transpose()
}

fn drawn(citizen: &CitizenIn, secret: &OneTimeSecret) -> Result<SetUpPage, Error> {
    let email = citizen.session().map(|session| session.email.to_string()).unwrap_or_default();
    let svg = qr_svg(&secret.uri(&citizen.platform().config.portal.name, &email)).map_err(Error::internal)?;
    Ok(SetUpPage {
        qr: format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(svg)),
        spelled: secret.spelled(),
        back: Place::Account(AccountPlace::SecondFactor).path(),
        ..SetUpPage::default()
    })
}

/// What is to be put right; `None` if the page was old and the state must be shown.
fn trouble(citizen: &CitizenIn, refused: EnrolRefused) -> Result<Option<Trouble>, Error> {
    match refused {
        EnrolRefused::WrongCode => Ok(Some(Trouble::at("code", citizen.text("account-wrong-code", &[])))),
        EnrolRefused::TooMany(wait) => Ok(Some(Trouble::wait(citizen, "code", wait.until))),
        EnrolRefused::Again(refused) => again::trouble(citizen, refused).map(Some),
        EnrolRefused::Nothing | EnrolRefused::Required => Ok(None),
        other => Err(broken(other)),
    }
}

fn broken(refused: EnrolRefused) -> Error {
    match refused {
        EnrolRefused::Db(error) => error.into(),
        other => Error::internal(other),
    }
}
