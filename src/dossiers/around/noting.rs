//! Ghi chú nội bộ: said from desk to desk about a dossier. Only added to, never shown to its citizen.

use serde_json::json;

use crate::{
    audit,
    dossiers::{
        ActRefused, MessageKind, Missing,
        act::required,
        queries::{around, load},
    },
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        dossier_code::DossierCode,
    },
    platform::db::{AsyncConnection, Conn},
};

/// Adds a note; whatever state the dossier is in.
pub async fn add_note(conn: &mut Conn, now: Now, official: &Official, code: &DossierCode, text: &str) -> Result<(), ActRefused> {
    conn.transaction(async |conn| {
        let row = load::of_official(conn, official, code).await?.ok_or(ActRefused::NotFound)?;
        let text = required(text).map_err(|refused| match refused {
            ActRefused::Incomplete(missing) if missing == [Missing::Reason] => ActRefused::Incomplete(vec![Missing::Message]),
            other => other,
        })?;
        around::add_message(conn, now, row.id, MessageKind::Note, (official.account, official.name.as_str()), &text).await?;
        let actor = Actor::Official(official.clone());
        audit::record(conn, now, &actor, "add_note", "dossier", code.as_str(), json!({})).await?;
        Ok(())
    })
    .await
}
