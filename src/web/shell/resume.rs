//! Nothing typed is lost: a form that came too late, or after the session ended, is shown again with
//! its values, to be sent once more by a press of one button.

use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use super::{Error, Visit, error_page::sign_in_path, respond};
use crate::platform::views::Page;

/// Names of which the value is never written into a page.
const SECRET: &[&str] = &["password", "new_password", "old_password", "password_again"];

#[derive(Debug, Clone, Serialize)]
pub(super) struct ResumePage {
    /// `form-expired` or `sign-in-first`.
    word: &'static str,
    /// Where the form goes; empty if there is nothing to send again (files must be chosen again).
    action: String,
    fields: Vec<Field>,
    sign_in: String,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct Field {
    name: String,
    value: String,
}

impl Page for ResumePage {
    const TEMPLATE: &'static str = "shell/resume.html";

    fn samples() -> Vec<Self> {
        let sample = |word, fields: Vec<Field>| Self {
            word,
            action: if fields.is_empty() { String::new() } else { "/nop/ban-nhap/1/nguoi-yeu-cau".into() },
            fields,
            sign_in: "/dang-nhap?tiep=/ho-so".into(),
            back: "/ho-so".into(),
        };
        let typed = || vec![Field { name: "full_name".into(), value: "Nguyễn Thị Mẫu".into() }];
        vec![sample("form-expired", typed()), sample("sign-in-first", typed()), sample("form-expired", Vec::new())]
    }
}

/// The page that keeps what was typed.
pub(super) fn page(visit: &Visit, error: &Error) -> Result<HttpResponse, Error> {
    let fields: Vec<Field> = visit
        .form()
        .into_iter()
        .filter(|(name, value)| !SECRET.contains(&name.as_str()) && !value.is_empty())
        .map(|(name, value)| Field { name, value })
        .collect();
    let page = ResumePage {
        word: error.word(),
        action: if fields.is_empty() { String::new() } else { visit.path().to_owned() },
        fields,
        sign_in: sign_in_path(&visit.back_to()),
        back: visit.back_to(),
    };
    respond::page_with(error.status_code(), visit, &page)
}
