//! A folder from outside becomes the draft of its service: to be looked at, proved and published.

use super::{Folder, saving};
use crate::{
    audit,
    catalogue::{Catalogue, model::NewDraft, queries},
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::ServiceDraftId,
    },
    platform::db::{AsyncConnection, Conn, DbResult},
};

/// Brings a folder in; the number of the save. An open draft keeps its earlier saves.
pub async fn bring_in(conn: &mut Conn, now: Now, official: &Official, catalogue: &Catalogue, slug: &str, folder: &Folder) -> DbResult<i32> {
    let based_on = catalogue.newest(slug).map(|version| version.id);
    conn.transaction(async |conn| {
        let (id, number) = match queries::draft(conn, slug).await? {
            Some(open) => (open.id, open.number + 1),
            None => {
                let id = ServiceDraftId::new();
                queries::begin_draft(conn, NewDraft { id, slug, based_on, begun_by: official.account, created_at: now.instant() }).await?;
                (id, 1)
            }
        };
        saving::insert(conn, now, official, id, number, folder, "imported").await?;
        let data = serde_json::json!({ "save": number });
        audit::record(conn, now, &Actor::Official(official.clone()), "import_draft", "service", slug, data).await?;
        Ok(number)
    })
    .await
}
