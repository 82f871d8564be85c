//! The table `saved_views`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        clock::Now,
        ids::{AccountId, AgencyId, SavedViewId},
        person::PersonName,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, saved_views},
    },
};

#[derive(Debug, Clone, Queryable)]
pub struct ViewRow {
    pub id: SavedViewId,
    pub account: AccountId,
    pub by: PersonName,
    pub agency: Option<AgencyId>,
    pub name: String,
    pub question: String,
}

/// His own, and those that colleagues of these agencies share.
pub async fn of(conn: &mut Conn, account: AccountId, agencies: &[AgencyId]) -> DbResult<Vec<ViewRow>> {
    let shared = saved_views::agency_id.is_not_null().and(saved_views::agency_id.assume_not_null().eq_any(agencies.to_vec()));
    saved_views::table
        .inner_join(accounts::table)
        .filter(saved_views::account_id.eq(account).or(shared))
        .order((saved_views::name, saved_views::id))
        .select((
            saved_views::id,
            saved_views::account_id,
            accounts::full_name,
            saved_views::agency_id,
            saved_views::name,
            saved_views::question,
        ))
        .load(conn)
        .await
}

/// Under a name that he has used before, it replaces what stood there.
pub async fn save(conn: &mut Conn, now: Now, account: AccountId, (name, question): (&str, &str), agency: Option<AgencyId>) -> DbResult<()> {
    diesel::insert_into(saved_views::table)
        .values((
            saved_views::id.eq(SavedViewId::new()),
            saved_views::account_id.eq(account),
            saved_views::agency_id.eq(agency),
            saved_views::name.eq(name),
            saved_views::question.eq(question),
            saved_views::created_at.eq(now.instant()),
        ))
        .on_conflict((saved_views::account_id, saved_views::name))
        .do_update()
        .set((saved_views::question.eq(question), saved_views::agency_id.eq(agency)))
        .execute(conn)
        .await
        .map(|_| ())
}

/// False if it is not his.
pub async fn rename(conn: &mut Conn, account: AccountId, id: SavedViewId, name: &str) -> DbResult<bool> {
    let own = saved_views::table.find(id).filter(saved_views::account_id.eq(account));
    diesel::update(own).set(saved_views::name.eq(name)).execute(conn).await.map(|rows| rows == 1)
}

/// False if it is not his.
pub async fn delete(conn: &mut Conn, account: AccountId, id: SavedViewId) -> DbResult<bool> {
    let own = saved_views::table.find(id).filter(saved_views::account_id.eq(account));
    diesel::delete(own).execute(conn).await.map(|rows| rows == 1)
}
