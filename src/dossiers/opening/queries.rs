//! Papers together with the dossiers they belong to.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    documents::PaperRecord,
    kernel::ids::{AccountId, AgencyId, PaperId},
    platform::db::{
        Conn, DbResult,
        schema::{dossiers, papers},
    },
};

pub(super) async fn paper_of(conn: &mut Conn, owner: AccountId, id: PaperId) -> DbResult<Option<PaperRecord>> {
    papers::table
        .inner_join(dossiers::table)
        .filter(papers::id.eq(id))
        .filter(dossiers::submitter_id.eq(owner))
        .select(PaperRecord::as_select())
        .first(conn)
        .await
        .optional()
}

pub(super) async fn paper_at(conn: &mut Conn, agencies: &[AgencyId], id: PaperId) -> DbResult<Option<PaperRecord>> {
    papers::table
        .inner_join(dossiers::table)
        .filter(papers::id.eq(id))
        .filter(dossiers::agency_id.eq_any(agencies))
        .select(PaperRecord::as_select())
        .first(conn)
        .await
        .optional()
}
