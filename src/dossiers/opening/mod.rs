//! Opening a paper of a dossier: only those who may see the dossier.

mod queries;

use crate::{
    audit,
    documents::PaperRecord,
    kernel::{
        actor::{Actor, Citizen, Official},
        clock::Now,
        ids::PaperId,
    },
    platform::db::{Conn, DbResult},
};

/// The paper, if it belongs to a dossier of this citizen.
pub async fn paper_for_citizen(conn: &mut Conn, citizen: &Citizen, id: PaperId) -> DbResult<Option<PaperRecord>> {
    queries::paper_of(conn, citizen.account, id).await
}

/// The paper, if it belongs to a dossier of an agency this official works for. The look is audited.
pub async fn paper_for_official(conn: &mut Conn, now: Now, official: &Official, id: PaperId) -> DbResult<Option<PaperRecord>> {
    let found = queries::paper_at(conn, &official.agencies(), id).await?;
    if found.is_some() {
        audit::record(conn, now, &Actor::Official(official.clone()), "open_paper", "paper", &id.to_string(), serde_json::json!({})).await?;
    }
    Ok(found)
}
