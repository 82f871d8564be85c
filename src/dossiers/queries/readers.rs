//! Who of the officials looked at a citizen's dossiers, from the audit.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{actor::Citizen, clock::Instant, dossier_code::DossierCode, ids::AccountId},
    platform::db::{
        Conn, DbResult,
        schema::{agencies, audit, dossiers, memberships},
    },
};

#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct LookRow {
    pub at: Instant,
    pub action: String,
    pub code: DossierCode,
    pub account: Option<AccountId>,
    pub agency: String,
    /// The post of the reader there; `None` if it has been taken back since.
    pub title: Option<String>,
}

/// The newest first. A reader with two posts in the agency comes twice.
pub(in crate::dossiers) async fn looks(conn: &mut Conn, citizen: &Citizen, most: i64) -> DbResult<Vec<LookRow>> {
    let post = memberships::account_id.nullable().eq(audit::account_id).and(memberships::agency_id.nullable().eq(dossiers::agency_id));
    audit::table
        .inner_join(dossiers::table.on(dossiers::code.eq(audit::subject.nullable())))
        .inner_join(agencies::table.on(agencies::id.nullable().eq(dossiers::agency_id)))
        .left_join(memberships::table.on(post))
        .filter(dossiers::submitter_id.eq(citizen.account))
        .filter(audit::subject_kind.eq("dossier"))
        .filter(audit::actor.eq("official"))
        .filter(audit::action.eq_any(["open_dossier", "open_attachment"]))
        .order(audit::seq.desc())
        .limit(most)
        .select((
            audit::at,
            audit::action,
            dossiers::code.assume_not_null(),
            audit::account_id,
            agencies::name,
            memberships::title.nullable(),
        ))
        .load(conn)
        .await
}
