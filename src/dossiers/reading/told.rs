//! What was told about a dossier: for whose it is, and for the officials of its agency.

use crate::{
    dossiers::queries::load,
    kernel::{
        actor::{Citizen, Official},
        dossier_code::DossierCode,
    },
    notifications::{self, Logged, MailVoice},
    platform::{
        db::{Conn, DbResult},
        views::Views,
    },
};

/// Of this citizen's own dossier. Two statements.
pub async fn told_to_owner(
    conn: &mut Conn,
    views: &Views,
    voice: &MailVoice,
    citizen: &Citizen,
    code: &DossierCode,
) -> DbResult<Option<Vec<Logged>>> {
    let Some(row) = load::of_owner(conn, citizen, code).await? else { return Ok(None) };
    notifications::delivery_log(conn, views, voice, row.id).await.map(Some)
}

/// Of a dossier of the official's agency. Two statements.
pub async fn told_of(
    conn: &mut Conn,
    views: &Views,
    voice: &MailVoice,
    official: &Official,
    code: &DossierCode,
) -> DbResult<Option<Vec<Logged>>> {
    let Some(row) = load::of_official(conn, official, code).await? else { return Ok(None) };
    notifications::delivery_log(conn, views, voice, row.id).await.map(Some)
}
