//! The citizen's own dossiers.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    dossiers::model::ListRow,
    kernel::actor::Citizen,
    platform::db::{Conn, DbResult, schema::dossiers},
};

/// All dossiers of a citizen, the newest change first.
pub async fn of_citizen(conn: &mut Conn, citizen: &Citizen, most: i64) -> DbResult<Vec<ListRow>> {
    dossiers::table
        .filter(dossiers::submitter_id.eq(citizen.account))
        .order(dossiers::updated_at.desc())
        .limit(most)
        .select(ListRow::as_select())
        .load(conn)
        .await
}
