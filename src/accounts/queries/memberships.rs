//! The table `memberships`.

use diesel_async::RunQueryDsl;

use crate::{
    accounts::model::NewMembership,
    platform::db::{Conn, DbResult, schema::memberships},
};

pub(in crate::accounts) async fn insert(conn: &mut Conn, membership: &NewMembership) -> DbResult<()> {
    diesel::insert_into(memberships::table).values(membership).execute(conn).await.map(|_| ())
}
