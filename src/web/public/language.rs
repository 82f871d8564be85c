//! Tiếng Việt or English: the reader's choice, kept in this browser.

use actix_web::HttpResponse;

use crate::{
    kernel::lang::Lang,
    web::{
        Error,
        extract::{FormPairs, Visitor},
        shell::respond,
    },
};

/// Speaks the chosen language from the next page on, which is the one where the choice was made.
pub(super) async fn choose(visitor: Visitor, form: FormPairs) -> Result<HttpResponse, Error> {
    if let Some(lang) = form.parse::<Lang>("lang") {
        visitor.speak(lang);
    }
    Ok(respond::see_other_path(respond::local_path(form.text("back")).unwrap_or("/")))
}
