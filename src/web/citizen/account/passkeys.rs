//! Khóa truy cập: the keys of one's own devices.

use actix_web::HttpResponse;
use serde::Serialize;

use super::again::{self, AgainPage, Trouble, again};
use crate::{
    accounts::passkeys::{self, EnrolRefused, PasskeyLine, RevokeRefused},
    kernel::{account_places::AccountPlace, ids::PasskeyId, places::Place},
    platform::{
        crypto::Token,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        answer::{Answer, Fault},
        device_page::{self, Wanted},
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct PasskeysPage {
    keys: Vec<KeyRow>,
    /// Where a key is added; empty where the portal's address knows none.
    add: String,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct KeyRow {
    name: String,
    since: String,
    /// Empty if it was never used.
    used: String,
    remove: String,
}

impl From<PasskeyLine> for KeyRow {
    fn from(line: PasskeyLine) -> Self {
        Self {
            name: line.name,
            since: words::moment(line.since),
            used: line.used_at.map(words::moment).unwrap_or_default(),
            remove: Place::Account(AccountPlace::Passkey(line.id)).path(),
        }
    }
}

impl Page for PasskeysPage {
    const TEMPLATE: &'static str = "citizen/account/passkeys.html";

    fn samples() -> Vec<Self> {
        let row = |name: &str, used: &str| KeyRow {
            name: name.into(),
            since: "23/11/2026, 09:00".into(),
            used: used.into(),
            remove: "/tai-khoan/khoa/1".into(),
        };
        let page = |keys, add: &str| Self { keys, add: add.into(), back: "/tai-khoan".into() };
        let keys = vec![row("Điện thoại của tôi", "23/11/2026, 09:12"), row("", "")];
        vec![page(keys, "/tai-khoan/khoa/them"), page(vec![], "/tai-khoan/khoa/them"), page(vec![], "")]
    }
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct NewPasskeyPage {
    errors: Vec<Fault>,
    name: Answer,
    password_error: String,
    back: String,
}

impl Page for NewPasskeyPage {
    const TEMPLATE: &'static str = "citizen/account/passkey_new.html";

    fn samples() -> Vec<Self> {
        let text = String::from("Mật khẩu chưa đúng. Kiểm tra lại rồi nhập lần nữa.");
        let blank = Self::new();
        let wrong = vec![Fault { href: "#password".into(), text: text.clone() }];
        vec![blank.clone(), Self { errors: wrong, password_error: text, name: Answer::of("Máy ở nhà"), ..blank }]
    }
}

impl NewPasskeyPage {
    fn new() -> Self {
        Self { back: Place::Account(AccountPlace::Passkeys).path(), ..Self::default() }
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let keys = passkeys::list(conn.open().await?, citizen.citizen.account).await?;
    let add = if citizen.platform().passkeys.is_on() { Place::Account(AccountPlace::PasskeyNew).path() } else { String::new() };
    let page = PasskeysPage { keys: keys.into_iter().map(KeyRow::from).collect(), add, back: Place::Account(AccountPlace::Home).path() };
    respond::page(&citizen, &page)
}

pub(super) async fn ask_name(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    match citizen.platform().passkeys.is_on() {
        true => respond::page(&citizen, &NewPasskeyPage::new()),
        false => Err(Error::NotFound),
    }
}

pub(super) async fn ask_device(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    if !platform.passkeys.is_on() {
        return Err(Error::NotFound);
    }
    let browser = citizen.token().ok_or(Error::FormExpired)?;
    let who = again(&citizen, &form);
    match passkeys::ask_for_new(&platform.db, &platform.key, &platform.passkeys, who, form.text("name"), &browser).await {
        Ok(asked) => {
            let places = (&Place::Account(AccountPlace::PasskeyKeep), &Place::Account(AccountPlace::Passkeys));
            device_page::ask(&citizen, Wanted::New, asked, places, None)
        }
        Err(EnrolRefused::Again(refused)) => {
            let trouble: Trouble = again::trouble(&citizen, refused)?;
            let page = NewPasskeyPage { errors: vec![trouble.fault()], name: Answer::typed(&form, "name"), ..NewPasskeyPage::new() };
            respond::page_with(trouble.status, &citizen, &NewPasskeyPage { password_error: trouble.text, ..page })
        }
        Err(other) => not_kept(&citizen, other),
    }
}

pub(super) async fn keep(citizen: CitizenIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    let browser = citizen.token().ok_or(Error::FormExpired)?;
    let Some(token) = Token::parse(form.text("token")) else { return not_kept(&citizen, EnrolRefused::NothingAsked) };
    let (conn, tokens) = (conn.open().await?, (&browser, &token));
    let (now, who) = (citizen.now(), &citizen.citizen);
    match passkeys::keep_new(conn, &platform.key, &platform.passkeys, now, who, tokens, form.text("answer")).await {
        Ok(()) => {
            citizen.say(FlashKind::Success, "passkey-kept", &[]);
            Ok(respond::see_other(&Place::Account(AccountPlace::Passkeys)))
        }
        Err(refused) => not_kept(&citizen, refused),
    }
}

pub(super) async fn ask_to_revoke(citizen: CitizenIn, mut conn: Conn, Path(id): Path<PasskeyId>) -> Result<HttpResponse, Error> {
    let keys = passkeys::list(conn.open().await?, citizen.citizen.account).await?;
    match keys.iter().any(|key| key.id == id) {
        true => respond::page(&citizen, &AgainPage::of("passkey", true, AccountPlace::Passkeys)),
        false => Err(Error::NotFound),
    }
}

pub(super) async fn revoke(citizen: CitizenIn, Path(id): Path<PasskeyId>, form: FormPairs) -> Result<HttpResponse, Error> {
    match passkeys::revoke(&citizen.platform().db, again(&citizen, &form), id).await {
        Ok(()) => {
            citizen.say(FlashKind::Success, "passkey-gone", &[]);
            Ok(respond::see_other(&Place::Account(AccountPlace::Passkeys)))
        }
        Err(RevokeRefused::NoSuchKey) => Err(Error::NotFound),
        Err(RevokeRefused::Again(refused)) => {
            let trouble = again::trouble(&citizen, refused)?;
            let status = trouble.status;
            respond::page_with(status, &citizen, &AgainPage::of("passkey", true, AccountPlace::Passkeys).refused(trouble))
        }
        Err(RevokeRefused::Db(error)) => Err(error.into()),
    }
}

fn not_kept(citizen: &CitizenIn, refused: EnrolRefused) -> Result<HttpResponse, Error> {
    let key = match refused {
        EnrolRefused::Db(error) => return Err(error.into()),
        EnrolRefused::Ceremony(error) => return Err(Error::internal(error)),
        EnrolRefused::Again(_) | EnrolRefused::NothingAsked => "passkey-late",
        EnrolRefused::Enough => "passkey-enough",
        EnrolRefused::Known | EnrolRefused::NotBelieved(_) => "passkey-not-kept",
    };
    citizen.say(FlashKind::Warning, key, &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Passkeys)))
}
