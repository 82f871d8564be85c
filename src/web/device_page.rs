//! Asking a device for a passkey: the page holds the question, a script asks the device and sends the answer back
//! as a form. Without scripts there are no passkeys; the page says so and leads to another way.

use actix_web::HttpResponse;
use serde::Serialize;

use super::shell::{Error, Visit, respond};
use crate::{accounts::passkeys::Enrolling, kernel::places::Place, platform::views::Page};

/// A new key, or one that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Wanted {
    New,
    Any,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct DevicePage {
    /// `new` or `any`; the ending of the texts' keys.
    wanted: Wanted,
    question: String,
    token: String,
    action: String,
    back_to: String,
    back: String,
}

impl Page for DevicePage {
    const TEMPLATE: &'static str = "public/passkey.html";

    fn samples() -> Vec<Self> {
        let page = |wanted| Self {
            wanted,
            question: r#"{"publicKey":{"challenge":"AA"}}"#.into(),
            token: "AAAA".into(),
            action: "/dang-nhap/khoa/mo".into(),
            back_to: "/nop/khai-sinh".into(),
            back: "/dang-nhap".into(),
        };
        vec![page(Wanted::New), page(Wanted::Any)]
    }
}

/// Shows the question. `action` is where the answer is sent, `back` where one gives up.
pub(super) fn ask(
    visit: &Visit,
    wanted: Wanted,
    asked: Enrolling,
    (action, back): (&Place, &Place),
    back_to: Option<&str>,
) -> Result<HttpResponse, Error> {
    let page = DevicePage {
        wanted,
        question: asked.for_browser,
        token: asked.token.reveal(),
        action: action.path(),
        back_to: back_to.unwrap_or_default().to_owned(),
        back: back.path(),
    };
    respond::page(visit, &page)
}
