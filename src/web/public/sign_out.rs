//! Đăng xuất.

use actix_web::HttpResponse;

use crate::{
    accounts,
    kernel::places::Place,
    platform::views::FlashKind,
    web::{
        Error,
        extract::{Conn, FormPairs, Visitor},
        shell::respond,
    },
};

/// The form is asked for so that no other site can sign people out.
pub(super) async fn send(visitor: Visitor, mut conn: Conn, _genuine: FormPairs) -> Result<HttpResponse, Error> {
    if let Some(token) = visitor.token() {
        accounts::sign_out(conn.open().await?, &token).await?;
    }
    visitor.signed_out();
    visitor.say(FlashKind::Success, "public-signed-out", &[]);
    Ok(respond::see_other(&Place::Home))
}
