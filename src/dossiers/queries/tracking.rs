//! Tracking by code and four digits.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    dossiers::model::Row,
    kernel::dossier_code::DossierCode,
    platform::db::{Conn, DbResult, schema::dossiers},
};

/// The digits are compared here, so that a wrong code and wrong digits take the same road.
pub async fn find(conn: &mut Conn, code: &DossierCode, last_four: &str) -> DbResult<Option<Row>> {
    let row: Option<Row> = dossiers::table.filter(dossiers::code.eq(code)).select(Row::as_select()).first(conn).await.optional()?;
    Ok(row.filter(|row| row.ends_with(last_four)))
}
