//! The list.

use diesel::{
    dsl::{AsSelect, IntoBoxed, Select, sql},
    pg::Pg,
    prelude::*,
    sql_types::{Array, Bool, Text, Uuid},
};
use diesel_async::RunQueryDsl;

use super::conditions::{Today, at_agencies, in_queue, narrowed};
use crate::{
    dossiers::inbox::{InboxFilter, Queue, Turn, model::Listed},
    kernel::{actor::Official, ids::DossierId},
    platform::db::{Conn, DbResult, schema::dossiers},
};

pub(super) type Rows = IntoBoxed<'static, Select<dossiers::table, AsSelect<Listed, Pg>>, Pg>;

/// In the order of the list; of a page before a place, in the opposite order.
pub async fn rows(conn: &mut Conn, today: &Today, official: &Official, filter: &InboxFilter, most: usize) -> DbResult<Vec<Listed>> {
    statement(today, official, filter, most).load(conn).await
}

/// Of the same list, only which dossiers, in its order.
pub async fn ids(conn: &mut Conn, today: &Today, official: &Official, filter: &InboxFilter, most: usize) -> DbResult<Vec<DossierId>> {
    statement(today, official, filter, most).select(dossiers::id).load(conn).await
}

pub(super) fn statement(today: &Today, official: &Official, filter: &InboxFilter, most: usize) -> Rows {
    let agencies = official.agencies();
    let mut query = dossiers::table.select(Listed::as_select()).into_boxed();
    query = query.filter(at_agencies(&agencies)).filter(in_queue(filter.queue, official, today));
    for condition in narrowed(filter) {
        query = query.filter(condition);
    }
    if let Some(search) = &filter.search {
        let asked = sql::<Bool>("dossiers.search @@ dossier_query(").bind::<Array<Uuid>, _>(agencies);
        query = query.filter(asked.sql(", ").bind::<Text, _>(search.text().to_owned()).sql(")"));
    }
    let query = if filter.queue == Queue::All { newest_first(query, filter.turn) } else { late_first(query, filter.turn) };
    query.limit(i64::try_from(most).unwrap_or(i64::MAX))
}

fn late_first(query: Rows, turn: Option<Turn>) -> Rows {
    let (due, id) = (dossiers::queue_due, dossiers::id);
    match turn {
        None => query.order((due, id)),
        Some(Turn::After(place)) => {
            let later = due.gt(place.at).or(due.eq(place.at).and(id.gt(place.id)));
            query.filter(due.ge(place.at)).filter(later).order((due, id))
        }
        Some(Turn::Before(place)) => {
            let earlier = due.lt(place.at).or(due.eq(place.at).and(id.lt(place.id)));
            query.filter(due.le(place.at)).filter(earlier).order((due.desc(), id.desc()))
        }
    }
}

fn newest_first(query: Rows, turn: Option<Turn>) -> Rows {
    let (at, id) = (dossiers::submitted_at.assume_not_null(), dossiers::id);
    match turn {
        None => query.order((dossiers::submitted_at.desc(), id)),
        Some(Turn::After(place)) => {
            let older = at.lt(place.at).or(at.eq(place.at).and(id.gt(place.id)));
            query.filter(at.le(place.at)).filter(older).order((dossiers::submitted_at.desc(), id))
        }
        Some(Turn::Before(place)) => {
            let newer = at.gt(place.at).or(at.eq(place.at).and(id.lt(place.id)));
            query.filter(at.ge(place.at)).filter(newer).order((dossiers::submitted_at.asc(), id.desc()))
        }
    }
}
