//! What lies on the portal for somebody. Every statement is of one account.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        clock::Now,
        ids::{AccountId, DossierId, NoticeId},
    },
    notifications::{Channel, model::InboxRow},
    platform::db::{Conn, DbResult, schema::notices},
};

/// The newest first, older than a given one.
pub(in crate::notifications) async fn page(
    conn: &mut Conn,
    account: AccountId,
    before: Option<NoticeId>,
    limit: i64,
) -> DbResult<Vec<InboxRow>> {
    let before = before.unwrap_or(NoticeId::from_uuid(uuid::Uuid::max()));
    notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::channel.eq(Channel::Portal))
        .filter(notices::id.lt(before))
        .order(notices::id.desc())
        .limit(limit)
        .select(InboxRow::as_select())
        .load(conn)
        .await
}

pub(in crate::notifications) async fn find(conn: &mut Conn, account: AccountId, id: NoticeId) -> DbResult<Option<InboxRow>> {
    notices::table
        .filter(notices::id.eq(id))
        .filter(notices::account_id.eq(account))
        .filter(notices::channel.eq(Channel::Portal))
        .select(InboxRow::as_select())
        .first(conn)
        .await
        .optional()
}

pub(in crate::notifications) async fn mark_one(conn: &mut Conn, now: Now, account: AccountId, id: NoticeId) -> DbResult<usize> {
    let found = notices::table.filter(notices::id.eq(id)).filter(notices::account_id.eq(account)).filter(notices::read_at.is_null());
    diesel::update(found).set(notices::read_at.eq(now.instant())).execute(conn).await
}

pub(in crate::notifications) async fn mark_all(conn: &mut Conn, now: Now, account: AccountId) -> DbResult<usize> {
    let unread = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::channel.eq(Channel::Portal))
        .filter(notices::read_at.is_null());
    diesel::update(unread).set(notices::read_at.eq(now.instant())).execute(conn).await
}

pub(in crate::notifications) async fn mark_of_dossier(
    conn: &mut Conn,
    now: Now,
    account: AccountId,
    dossier: DossierId,
) -> DbResult<usize> {
    let unread = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::channel.eq(Channel::Portal))
        .filter(notices::read_at.is_null())
        .filter(notices::dossier_id.eq(dossier));
    diesel::update(unread).set(notices::read_at.eq(now.instant())).execute(conn).await
}
