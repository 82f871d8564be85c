//! Everything that lies in a dossier's folder, in one statement.

use diesel::{QueryableByName, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    dossiers::folder::Folder,
    kernel::{
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AccountId, DossierId},
    },
    platform::db::{Conn, DbError, DbResult},
};

#[derive(QueryableByName)]
struct Whole {
    #[diesel(sql_type = sql_types::Jsonb)]
    folder: Value,
}

const PARTS: &str = "
    'supplements', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.requested_at DESC, s.id DESC), '[]')
                    FROM supplement_requests s WHERE s.dossier_id = $1),
    'consultations', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.asked_at, c.id), '[]') FROM consultations c WHERE c.dossier_id = $1),
    'payments', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]') FROM payments p WHERE p.dossier_id = $1),
    'clock', (SELECT coalesce(jsonb_agg(to_jsonb(k) ORDER BY k.seq), '[]') FROM dossier_clock k WHERE k.dossier_id = $1),
    'messages', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.at, m.id), '[]') FROM messages m WHERE m.dossier_id = $1)";

/// From the log of looks: who opened it lately and no other dossier since.
const PRESENT: &str = "
    'present', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.full_name, 'since', r.since) ORDER BY r.since), '[]') FROM (
        SELECT o.full_name, min(a.at) AS since FROM audit a JOIN accounts o ON o.id = a.account_id
        WHERE a.subject_kind = 'dossier' AND a.subject = $2 AND a.action = 'open_dossier' AND a.actor = 'official'
          AND a.account_id <> $3 AND a.at > $4
          AND NOT EXISTS (SELECT FROM audit b WHERE b.account_id = a.account_id AND b.seq > a.seq
                          AND b.subject_kind = 'dossier' AND b.action = 'open_dossier' AND b.subject <> a.subject)
        GROUP BY o.id, o.full_name) r)";

pub async fn open(conn: &mut Conn, dossier: DossierId) -> DbResult<Folder> {
    let query = sql_query(format!("SELECT jsonb_build_object({PARTS}) AS folder"));
    read(query.bind::<sql_types::Uuid, _>(dossier).get_result(conn).await?)
}

/// With the colleagues who have had it open since then.
pub async fn open_at_desk(conn: &mut Conn, dossier: DossierId, code: &DossierCode, me: AccountId, since: Instant) -> DbResult<Folder> {
    let query = sql_query(format!("SELECT jsonb_build_object({PARTS}, {PRESENT}) AS folder"));
    let asked = query.bind::<sql_types::Uuid, _>(dossier).bind::<sql_types::Text, _>(code).bind::<sql_types::Uuid, _>(me);
    read(asked.bind::<sql_types::Timestamptz, _>(since).get_result(conn).await?)
}

fn read(whole: Whole) -> DbResult<Folder> {
    serde_json::from_value(whole.folder).map_err(|error| DbError::DeserializationError(Box::new(error)))
}
