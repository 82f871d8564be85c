//! Rows of `agencies`.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;

use super::model::{Agency, NewAgency};
use crate::{
    kernel::ids::AgencyId,
    platform::db::{Conn, DbResult, schema::agencies},
};

pub(super) async fn all(conn: &mut Conn) -> DbResult<Vec<Agency>> {
    agencies::table.select(Agency::as_select()).order(agencies::code).load(conn).await
}

/// Enters new agencies and brings known ones up to date, in one statement. Ids and codes stay.
pub(super) async fn upsert(conn: &mut Conn, rows: &[NewAgency<'_>]) -> DbResult<usize> {
    diesel::insert_into(agencies::table)
        .values(rows)
        .on_conflict(agencies::code)
        .do_update()
        .set((
            agencies::parent_id.eq(excluded(agencies::parent_id)),
            agencies::kind.eq(excluded(agencies::kind)),
            agencies::name.eq(excluded(agencies::name)),
            agencies::place_code.eq(excluded(agencies::place_code)),
            agencies::address.eq(excluded(agencies::address)),
            agencies::phone.eq(excluded(agencies::phone)),
            agencies::email.eq(excluded(agencies::email)),
            agencies::former_names.eq(excluded(agencies::former_names)),
        ))
        .execute(conn)
        .await
}

pub(super) async fn id_of(conn: &mut Conn, code: &str) -> DbResult<AgencyId> {
    agencies::table.filter(agencies::code.eq(code)).select(agencies::id).get_result(conn).await
}
