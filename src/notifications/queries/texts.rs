//! Sentences of letters that administrators wrote: the table `notice_texts`. A row is in force until it is ended.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{clock::Instant, ids::AccountId, lang::Lang},
    notifications::model::{NewText, TextRow},
    platform::db::{
        Conn, DbResult,
        schema::{accounts, notice_texts as texts},
    },
};

/// Ends what is in force for these sentences; tells how many were.
pub(in crate::notifications) async fn end(conn: &mut Conn, now: Instant, by: AccountId, lang: Lang, keys: &[&str]) -> DbResult<usize> {
    let in_force = texts::table.filter(texts::key.eq_any(keys)).filter(texts::lang.eq(lang)).filter(texts::ended_at.is_null());
    diesel::update(in_force).set((texts::ended_at.eq(now), texts::ended_by.eq(by))).execute(conn).await
}

pub(in crate::notifications) async fn insert(conn: &mut Conn, rows: &[NewText<'_>]) -> DbResult<()> {
    diesel::insert_into(texts::table).values(rows).execute(conn).await.map(drop)
}

/// Everything that was ever written with one beginning of its key, the newest first.
pub(in crate::notifications) async fn history(conn: &mut Conn, prefix: &str, lang: Lang, limit: i64) -> DbResult<Vec<TextRow>> {
    texts::table
        .inner_join(accounts::table.on(texts::written_by.eq(accounts::id)))
        .filter(texts::key.like(format!("{prefix}%")))
        .filter(texts::lang.eq(lang))
        .order((texts::created_at.desc(), texts::id.desc()))
        .limit(limit)
        .select((texts::key, texts::text, texts::reason, accounts::full_name, texts::created_at, texts::ended_at))
        .load(conn)
        .await
}

/// Key and sentence of everything in force in one language.
pub(in crate::notifications) async fn in_force(conn: &mut Conn, lang: Lang) -> DbResult<Vec<(String, String)>> {
    texts::table.filter(texts::lang.eq(lang)).filter(texts::ended_at.is_null()).select((texts::key, texts::text)).load(conn).await
}
