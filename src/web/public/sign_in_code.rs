//! The second page of signing in, for whoever has set up codes.

use actix_web::{HttpResponse, http::StatusCode};
use serde::{Deserialize, Serialize};

use super::{
    answer::Fault,
    sign_in::{passkey_door, wanted, welcome},
};
use crate::{
    accounts::second_factor::{self, Code, SecondStepRefused},
    kernel::places::{Place, ways_in::WayIn},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{Conn, FormPairs, Query, Visitor},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SignInCodePage {
    errors: Vec<Fault>,
    /// What is wrong with the code; empty if nothing.
    error: String,
    /// A code on paper is asked for, not one of the device.
    on_paper: bool,
    back_to: String,
    /// The same page for the other kind of code.
    other_way: String,
    sign_in: String,
    /// Where a passkey is asked for instead; empty where there are none.
    passkey: String,
}

impl Page for SignInCodePage {
    const TEMPLATE: &'static str = "public/sign_in_code.html";

    fn samples() -> Vec<Self> {
        let text = "Mã chưa đúng hoặc đã dùng rồi. Chờ mã mới hiện trên điện thoại rồi nhập lại.";
        let wrong = vec![Fault { href: "#code".into(), text: text.into() }];
        let blank = Self { passkey: "/dang-nhap/khoa".into(), ..Self::blank(None, false) };
        vec![blank, Self { errors: wrong, error: text.into(), ..Self::blank(Some("/nop/khai-sinh"), true) }]
    }
}

impl SignInCodePage {
    fn new(visit: &Visit, back_to: Option<&str>, on_paper: bool) -> Self {
        Self { passkey: passkey_door(visit), ..Self::blank(back_to, on_paper) }
    }

    fn blank(back_to: Option<&str>, on_paper: bool) -> Self {
        let other = if on_paper { "" } else { PAPER };
        Self {
            on_paper,
            back_to: back_to.unwrap_or_default().to_owned(),
            other_way: Place::WayIn(WayIn::Code).asking(&[("tiep", back_to.unwrap_or_default()), ("cach", other)]),
            sign_in: Place::SignIn.leading_to(back_to),
            ..Self::default()
        }
    }
}

/// The word in the address for codes on paper.
const PAPER: &str = "giay";

#[derive(Debug, Default, Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    tiep: String,
    #[serde(default)]
    cach: String,
}

pub(super) async fn show(visitor: Visitor, mut conn: Conn, Query(way): Query<Way>) -> Result<HttpResponse, Error> {
    let back_to = wanted(respond::local_path(&way.tiep));
    let awaited = match visitor.token() {
        Some(token) => second_factor::is_awaited(conn.open().await?, visitor.now(), &token).await?,
        None => false,
    };
    if !awaited {
        return Ok(respond::see_other_path(&Place::SignIn.leading_to(back_to)));
    }
    respond::page(&visitor, &SignInCodePage::new(&visitor, back_to, way.cach == PAPER))
}

pub(super) async fn send(visitor: Visitor, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let back_to = wanted(respond::local_path(form.text("tiep")));
    let platform = visitor.platform();
    let token = visitor.token().ok_or(Error::FormExpired)?;
    let code = Code::read(form.text("code"));
    let settings = &platform.config.accounts;
    match second_factor::second_step(conn.open().await?, &platform.key, visitor.now(), settings, &token, code).await {
        Ok(signed_in) => welcome(&visitor, &mut conn, back_to, &signed_in).await,
        Err(refused) => refuse(&visitor, SignInCodePage::new(&visitor, back_to, form.text("cach") == PAPER), refused),
    }
}

fn refuse(visitor: &Visit, mut page: SignInCodePage, refused: SecondStepRefused) -> Result<HttpResponse, Error> {
    let (status, text) = match refused {
        SecondStepRefused::Wrong if page.on_paper => (StatusCode::UNPROCESSABLE_ENTITY, visitor.text("public-code-wrong-paper", &[])),
        SecondStepRefused::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, visitor.text("public-code-wrong", &[])),
        SecondStepRefused::TooMany(wait) => {
            (StatusCode::TOO_MANY_REQUESTS, visitor.text("public-try-later", &[("time", words::time(wait.until).into())]))
        }
        SecondStepRefused::Expired => {
            visitor.say(FlashKind::Info, "public-code-expired", &[]);
            let back_to = Some(page.back_to.as_str()).filter(|path| !path.is_empty());
            return Ok(respond::see_other_path(&Place::SignIn.leading_to(back_to)));
        }
        SecondStepRefused::Seal(error) => return Err(Error::internal(error)),
        SecondStepRefused::Db(error) => return Err(error.into()),
    };
    page.errors.push(Fault { href: "#code".into(), text: text.clone() });
    page.error = text;
    respond::page_with(status, visitor, &page)
}
