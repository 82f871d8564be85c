//! One sentence carried over a redirect in a signed cookie, so that nobody can put words into the portal's mouth.

use actix_web::{
    cookie::{Cookie, time::Duration},
    dev::ServiceRequest,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};

use super::cookie;
use crate::platform::{
    Platform,
    views::{Flash, FlashKind},
};

const NAME: &str = "motcua_loi_nhan";
const PURPOSE: &str = "flash";
const LASTS: Duration = Duration::minutes(5);

pub(super) fn cookie(platform: &Platform, flash: &Flash) -> Cookie<'static> {
    let words = format!("{}\n{}", word(flash.kind), flash.text);
    let seal = platform.key.sign(PURPOSE, words.as_bytes());
    let value = format!("{}.{}", BASE64.encode(words), BASE64.encode(seal));
    cookie::ours(NAME, value, LASTS, platform.config.is_https())
}

pub(super) fn gone(secure: bool) -> Cookie<'static> {
    cookie::gone(NAME, secure)
}

/// The sentence of the page before, if it is ours.
pub(super) fn read(request: &ServiceRequest, platform: &Platform) -> Option<Flash> {
    let sent = request.cookie(NAME)?;
    let (words, seal) = sent.value().split_once('.')?;
    let (words, seal) = (BASE64.decode(words).ok()?, BASE64.decode(seal).ok()?);
    let genuine = platform.key.is_signed(PURPOSE, &words, &seal);
    let words = String::from_utf8(words).ok().filter(|_| genuine)?;
    let (kind, text) = words.split_once('\n')?;
    Some(Flash { kind: kind_of(kind)?, text: text.to_owned() })
}

fn word(kind: FlashKind) -> &'static str {
    match kind {
        FlashKind::Success => "success",
        FlashKind::Info => "info",
        FlashKind::Warning => "warning",
    }
}

fn kind_of(word: &str) -> Option<FlashKind> {
    [FlashKind::Success, FlashKind::Info, FlashKind::Warning].into_iter().find(|kind| self::word(*kind) == word)
}
