//! Đăng nhập: to the page that was asked for, or to one's own.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use serde::Serialize;

use super::{
    answer::{Answer, Fault},
    sign_up::{BackTo, network},
};
use crate::{
    accounts::{self, Attempt, Session, SignInRefused, SignedIn, StaffRule},
    kernel::{
        account_places::AccountPlace,
        places::{Place, admin::AdminPlace, ways_in::WayIn},
    },
    platform::{config::ProviderPeople, oidc::Provider, views::Page},
    web::{
        Error,
        extract::{Conn, FormPairs, Query, Visitor},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SignInPage {
    errors: Vec<Fault>,
    email: Answer,
    /// The right password, but the address still waits: the letter was sent again.
    unconfirmed: bool,
    /// Somebody wanted a page that only people signed in may see.
    asked: bool,
    back_to: String,
    sign_up: String,
    forgotten: String,
    /// Who else may say who somebody is.
    citizens_by: Vec<ProviderDoor>,
    officials_by: Vec<ProviderDoor>,
    /// Where a passkey is asked for; empty where the portal's address knows none.
    passkey: String,
}

#[derive(Debug, Clone, Serialize)]
struct ProviderDoor {
    name: String,
    go: String,
}

impl ProviderDoor {
    fn of(provider: &Provider) -> Self {
        Self { name: provider.name().to_owned(), go: WayIn::ProviderGo(provider.key().to_owned()).path() }
    }
}

impl Page for SignInPage {
    const TEMPLATE: &'static str = "public/sign_in.html";

    fn samples() -> Vec<Self> {
        let wrong = Fault {
            href: "#email".into(), text: "Địa chỉ e-mail hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa.".into()
        };
        let door = |name: &str| vec![ProviderDoor { name: name.into(), go: "/dang-nhap/voi/vneid".into() }];
        vec![
            Self::new(None),
            Self {
                citizens_by: door("VNeID"),
                officials_by: door("Tài khoản công vụ"),
                passkey: "/dang-nhap/khoa".into(),
                ..Self::new(Some("/nop/khai-sinh"))
            },
            Self { errors: vec![wrong], email: Answer::of("nguyen.van.mau@example.vn"), ..Self::new(Some("/nop/khai-sinh")) },
            Self { unconfirmed: true, email: Answer::of("nguyen.van.mau@example.vn"), ..Self::new(None) },
        ]
    }
}

impl SignInPage {
    fn new(back_to: Option<&str>) -> Self {
        Self {
            asked: back_to.is_some(),
            back_to: back_to.unwrap_or_default().to_owned(),
            sign_up: Place::SignUp.leading_to(back_to),
            forgotten: Place::ForgottenPassword.path(),
            ..Self::default()
        }
    }

    fn with_doors(self, visit: &Visit) -> Self {
        let doors = |people| visit.platform().providers.of(people).map(ProviderDoor::of).collect();
        let passkey = passkey_door(visit);
        Self { passkey, citizens_by: doors(ProviderPeople::Citizens), officials_by: doors(ProviderPeople::Officials), ..self }
    }
}

pub(super) async fn show(visitor: Visitor, Query(back_to): Query<BackTo>) -> Result<HttpResponse, Error> {
    let wanted = wanted(back_to.local());
    match visitor.session() {
        Some(session) => Ok(respond::see_other_path(&landing(wanted, &session))),
        None => respond::page(&visitor, &SignInPage::new(wanted).with_doors(&visitor)),
    }
}

pub(super) async fn send(visitor: Visitor, request: HttpRequest, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let wanted = wanted(respond::local_path(form.text("tiep")));
    let device = request.headers().get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let network = network(&visitor);
    let attempt = Attempt { email: form.text("email"), password: form.text("password"), network: &network, device, back_to: wanted };
    let platform = visitor.platform();
    match accounts::sign_in(&platform.db, visitor.now(), &platform.config.accounts, attempt).await {
        Ok(signed_in) => welcome(&visitor, &mut conn, wanted, &signed_in).await,
        Err(refused) => refuse(&visitor, &form, wanted, refused),
    }
}

pub(super) async fn welcome(visitor: &Visit, conn: &mut Conn, wanted: Option<&str>, signed_in: &SignedIn) -> Result<HttpResponse, Error> {
    if let Some(old) = visitor.token() {
        accounts::sign_out(conn.open().await?, &old).await?;
    }
    visitor.signed_in(&signed_in.token);
    if signed_in.awaits_second {
        return Ok(respond::see_other_path(&Place::WayIn(WayIn::Code).leading_to(wanted)));
    }
    let rule = StaffRule::of(&visitor.platform().config);
    let session = accounts::session(conn.open().await?, &signed_in.token.hash(), visitor.now(), rule).await?;
    Ok(respond::see_other_path(&session.map_or_else(|| Place::Home.path(), |session| landing(wanted, &session))))
}

fn refuse(visitor: &Visit, form: &FormPairs, wanted: Option<&str>, refused: SignInRefused) -> Result<HttpResponse, Error> {
    let mut page = SignInPage { email: Answer::typed(form, "email"), ..SignInPage::new(wanted).with_doors(visitor) };
    let mut fault = |href: &str, text: String| page.errors.push(Fault { href: href.into(), text });
    let status = match refused {
        SignInRefused::Wrong => {
            fault("#email", visitor.text("public-sign-in-wrong", &[]));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        SignInRefused::TooMany(wait) => {
            fault("", visitor.text("public-try-later", &[("time", words::time(wait.until).into())]));
            StatusCode::TOO_MANY_REQUESTS
        }
        SignInRefused::Unconfirmed => {
            page.unconfirmed = true;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        SignInRefused::Busy => return Err(Error::Busy),
        SignInRefused::Db(error) => return Err(error.into()),
        SignInRefused::Password(error) => return Err(Error::internal(error)),
    };
    respond::page_with(status, visitor, &page)
}

/// Where a passkey is asked for; empty where there are none.
pub(super) fn passkey_door(visit: &Visit) -> String {
    if visit.platform().passkeys.is_on() { WayIn::PasskeyAsk.path() } else { String::new() }
}

/// Signing in and out are no places to come back to.
pub(super) fn wanted(back_to: Option<&str>) -> Option<&str> {
    let doors = [Place::SignIn.path(), Place::SignOut.path(), Place::SignUp.path(), Place::ForgottenPassword.path()];
    back_to.filter(|path| *path != Place::Home.path() && !doors.iter().any(|door| path.starts_with(door.as_str())))
}

fn landing(wanted: Option<&str>, session: &Session) -> String {
    let administers_only = session.official.as_ref().is_some_and(|official| official.agencies().is_empty() && official.reach().is_some());
    if administers_only && wanted.is_none() && !session.must_enrol {
        return Place::Admin(AdminPlace::Home).path();
    }
    own_place(wanted, session.official.is_some(), session.must_enrol)
}

fn own_place(wanted: Option<&str>, official: bool, must_enrol: bool) -> String {
    let own = match (official, must_enrol) {
        (_, true) => Place::Account(AccountPlace::SecondFactor),
        (true, false) => Place::Inbox,
        (false, false) => Place::MyDossiers,
    };
    wanted.map_or_else(|| own.path(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{own_place, wanted};

    #[test]
    fn people_come_back_to_what_they_wanted() {
        assert_eq!(own_place(wanted(Some("/nop/khai-sinh")), true, false), "/nop/khai-sinh");
        assert_eq!(own_place(wanted(Some("/dang-nhap?tiep=/x")), false, false), "/ho-so");
        assert_eq!(own_place(wanted(Some("/")), true, false), "/can-bo");
        assert_eq!(own_place(wanted(None), false, false), "/ho-so");
        assert_eq!(own_place(wanted(None), false, true), "/tai-khoan/hai-buoc");
    }
}
