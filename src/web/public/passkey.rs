//! Signing in with a key of one's own device.

use actix_web::{HttpRequest, HttpResponse, http::header};

use super::{
    sign_in::{wanted, welcome},
    sign_up::network,
};
use crate::{
    accounts::passkeys::{self, AskRefused, EnterRefused, Entering},
    kernel::places::{Place, ways_in::WayIn},
    platform::{crypto::Token, views::FlashKind},
    web::{
        Error,
        device_page::{self, Wanted},
        extract::{Conn, FormPairs, Visitor},
        shell::respond,
        words,
    },
};

pub(super) async fn ask(visitor: Visitor, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = visitor.platform();
    if !platform.passkeys.is_on() {
        return Err(Error::NotFound);
    }
    let back_to = wanted(respond::local_path(form.text("tiep")));
    let browser = visitor.token().ok_or(Error::FormExpired)?;
    let whence = (&browser, &network(&visitor));
    match passkeys::ask(conn.open().await?, &platform.key, &platform.passkeys, visitor.now(), whence).await {
        Ok(asked) => device_page::ask(&visitor, Wanted::Any, asked, (&Place::WayIn(WayIn::PasskeyEnter), &Place::SignIn), back_to),
        Err(AskRefused::TooMany(wait)) => {
            visitor.say(FlashKind::Warning, "public-try-later", &[("time", words::time(wait.until).into())]);
            Ok(respond::see_other_path(&Place::SignIn.leading_to(back_to)))
        }
        Err(AskRefused::Db(error)) => Err(error.into()),
        Err(other) => Err(Error::internal(other)),
    }
}

pub(super) async fn enter(visitor: Visitor, request: HttpRequest, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = visitor.platform();
    let back_to = wanted(respond::local_path(form.text("tiep")));
    let device = request.headers().get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let (browser, token) = (visitor.token().ok_or(Error::FormExpired)?, Token::parse(form.text("token")));
    let entered = match &token {
        Some(token) => {
            let entering = Entering { browser: &browser, token, answer: form.text("answer"), device };
            let (settings, machine) = (&platform.config.accounts, &platform.passkeys);
            passkeys::enter(conn.open().await?, &platform.key, machine, visitor.now(), settings, entering).await
        }
        None => Err(EnterRefused::NothingAsked),
    };
    match entered {
        Ok(signed_in) => welcome(&visitor, &mut conn, back_to, &signed_in).await,
        Err(EnterRefused::Db(error)) => Err(error.into()),
        Err(EnterRefused::Ceremony(error)) => Err(Error::internal(error)),
        Err(refused) => {
            tracing::warn!(%refused, "somebody did not come in with a passkey");
            visitor.say(FlashKind::Warning, "passkey-refused", &[]);
            Ok(respond::see_other_path(&Place::SignIn.leading_to(back_to)))
        }
    }
}
