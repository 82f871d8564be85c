//! Tiếng Việt or English: the reader's choice, kept in this browser.

use actix_web::HttpResponse;
use serde::Deserialize;

use crate::{
    kernel::lang::Lang,
    web::{
        Error,
        extract::{Query, Visitor},
        shell::respond,
    },
};

/// The language, and the page to go on with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Choice {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    tiep: String,
}

/// Speaks the chosen language from the next page on, which is the one where the choice was made. A link,
/// not a form: a form would give everybody who only reads a cookie, and the choice does no harm to anybody.
pub(super) async fn choose(visitor: Visitor, Query(choice): Query<Choice>) -> Result<HttpResponse, Error> {
    if let Ok(lang) = choice.lang.parse::<Lang>() {
        visitor.speak(lang);
    }
    Ok(respond::see_other_path(respond::local_path(&choice.tiep).unwrap_or("/")))
}
