//! Everything that lies in a dossier's folder, in one statement.

use diesel::{QueryableByName, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    dossiers::folder::Folder,
    kernel::ids::DossierId,
    platform::db::{Conn, DbError, DbResult},
};

#[derive(QueryableByName)]
struct Whole {
    #[diesel(sql_type = sql_types::Jsonb)]
    folder: Value,
}

const FOLDER: &str = "SELECT jsonb_build_object(
    'supplements', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.requested_at DESC, s.id DESC), '[]')
                    FROM supplement_requests s WHERE s.dossier_id = $1),
    'consultations', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.asked_at, c.id), '[]') FROM consultations c WHERE c.dossier_id = $1),
    'payments', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]') FROM payments p WHERE p.dossier_id = $1),
    'clock', (SELECT coalesce(jsonb_agg(to_jsonb(k) ORDER BY k.seq), '[]') FROM dossier_clock k WHERE k.dossier_id = $1),
    'messages', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.at, m.id), '[]') FROM messages m WHERE m.dossier_id = $1)
) AS folder";

pub async fn open(conn: &mut Conn, dossier: DossierId) -> DbResult<Folder> {
    let whole: Whole = diesel::sql_query(FOLDER).bind::<sql_types::Uuid, _>(dossier).get_result(conn).await?;
    serde_json::from_value(whole.folder).map_err(|error| DbError::DeserializationError(Box::new(error)))
}
