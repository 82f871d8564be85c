//! The one cookie that knows a browser, and the small one for the language.

use actix_web::{
    cookie::{Cookie, SameSite, time::Duration},
    dev::ServiceRequest,
};

use crate::{kernel::lang::Lang, platform::crypto::Token};

const TOKEN: &str = "motcua";
const LANG: &str = "motcua_ngon_ngu";

/// The token of this browser, if it sent a well-made one.
pub(super) fn token(request: &ServiceRequest) -> Option<Token> {
    Token::parse(request.cookie(TOKEN)?.value())
}

pub(super) fn lang(request: &ServiceRequest) -> Option<Lang> {
    request.cookie(LANG)?.value().parse().ok()
}

pub(super) fn for_token(token: &Token, lasts: Duration, secure: bool) -> Cookie<'static> {
    ours(TOKEN, token.reveal(), lasts, secure)
}

pub(super) fn forgotten(secure: bool) -> Cookie<'static> {
    gone(TOKEN, secure)
}

pub(super) fn for_lang(lang: Lang, secure: bool) -> Cookie<'static> {
    ours(LANG, lang.to_string(), Duration::days(365), secure)
}

/// Every cookie of the portal: not for scripts, not for other sites.
pub(super) fn ours(name: &'static str, value: String, lasts: Duration, secure: bool) -> Cookie<'static> {
    Cookie::build(name, value).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).max_age(lasts).finish()
}

pub(super) fn gone(name: &'static str, secure: bool) -> Cookie<'static> {
    ours(name, String::new(), Duration::ZERO, secure)
}
