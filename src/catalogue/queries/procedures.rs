//! Procedures, their names and their texts.

use diesel::{
    dsl::{case_when, sql},
    prelude::*,
    sql_types::{BigInt, Text},
    upsert::excluded,
};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};

use crate::{
    catalogue::procedures::model::{NewName, NewProcedure, NewTexts, ProcedureRow},
    kernel::procedure_code::ProcedureCode,
    platform::db::{
        Conn, DbResult,
        schema::{procedure_lists, procedure_names, procedure_texts, procedures},
    },
};

/// The one list there is so far.
const LIST: &str = "procedures";

/// Rows of one statement: below the limit of parameters.
const AT_ONCE: usize = 500;

/// Digest and wording of the list entered last.
pub(in super::super) async fn last_list(conn: &mut Conn) -> DbResult<Option<(Vec<u8>, String)>> {
    let list = procedure_lists::table.find(LIST).select((procedure_lists::digest, procedure_lists::wording));
    list.first(conn).await.optional()
}

/// Notes the list that is entered now. Of several processes the first does it, the others wait here.
pub(in super::super) async fn note_list(conn: &mut Conn, digest: &[u8], wording: &str) -> DbResult<usize> {
    let list = (procedure_lists::name.eq(LIST), procedure_lists::digest.eq(digest), procedure_lists::wording.eq(wording));
    diesel::insert_into(procedure_lists::table)
        .values(list)
        .on_conflict(procedure_lists::name)
        .do_update()
        .set((
            procedure_lists::digest.eq(excluded(procedure_lists::digest)),
            procedure_lists::wording.eq(excluded(procedure_lists::wording)),
        ))
        .execute(conn)
        .await
}

/// Enters the facts of the list; whether a procedure is a service of ours stays as it is.
pub(in super::super) async fn enter_procedures(conn: &mut Conn, rows: &[NewProcedure<'_>]) -> DbResult<()> {
    for part in rows.chunks(AT_ONCE) {
        diesel::insert_into(procedures::table)
            .values(part)
            .on_conflict(procedures::code)
            .do_update()
            .set((
                procedures::name.eq(excluded(procedures::name)),
                procedures::field.eq(excluded(procedures::field)),
                procedures::levels.eq(excluded(procedures::levels)),
                procedures::applicants.eq(excluded(procedures::applicants)),
                procedures::decision.eq(excluded(procedures::decision)),
                procedures::national.eq(excluded(procedures::national)),
                procedures::results.eq(excluded(procedures::results)),
                procedures::everyday.eq(excluded(procedures::everyday)),
                procedures::listed.eq(true),
            ))
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Takes away what the list no longer has; a service of ours stays.
pub(in super::super) async fn forget_others(conn: &mut Conn, listed: &[&str]) -> DbResult<()> {
    let others = || procedures::table.filter(procedures::code.ne_all(listed));
    diesel::delete(others().filter(procedures::service_slug.is_null())).execute(conn).await?;
    diesel::update(others()).set(procedures::listed.eq(false)).execute(conn).await?;
    Ok(())
}

/// Enters the services of ours among the procedures. The list's facts go before those of a service's folder.
pub(in super::super) async fn enter_service_procedures(conn: &mut Conn, rows: &[NewProcedure<'_>]) -> DbResult<()> {
    let (codes, slugs): (Vec<&str>, Vec<&str>) = rows.iter().filter_map(|row| Some((row.code, row.service_slug?))).unzip();
    let of_other_codes = procedures::table.filter(procedures::service_slug.eq_any(&slugs)).filter(procedures::code.ne_all(&codes));
    diesel::update(of_other_codes)
        .set((procedures::service_slug.eq(None::<String>), procedures::offered_online.eq(false)))
        .execute(conn)
        .await?;
    diesel::insert_into(procedures::table)
        .values(rows)
        .on_conflict(procedures::code)
        .do_update()
        .set((
            procedures::name.eq(case_when(procedures::listed, procedures::name).otherwise(excluded(procedures::name))),
            procedures::field.eq(case_when(procedures::listed, procedures::field).otherwise(excluded(procedures::field))),
            procedures::levels.eq(case_when(procedures::listed, procedures::levels).otherwise(excluded(procedures::levels))),
            procedures::service_slug.eq(excluded(procedures::service_slug)),
            procedures::offered_online.eq(excluded(procedures::offered_online)),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Replaces the names of one source: all of them, or those of some procedures.
pub(in super::super) async fn replace_names(conn: &mut Conn, source: &str, of: Option<&[&str]>, names: Vec<NewName<'_>>) -> DbResult<()> {
    let old = procedure_names::table.filter(procedure_names::source.eq(source));
    match of {
        Some(codes) => diesel::delete(old.filter(procedure_names::code.eq_any(codes))).execute(conn).await?,
        None => diesel::delete(old).execute(conn).await?,
    };
    for part in names.chunks(AT_ONCE) {
        diesel::insert_into(procedure_names::table).values(part).execute(conn).await?;
    }
    Ok(())
}

/// The planner counts again after so many rows have come.
pub(in super::super) async fn look_again(conn: &mut Conn) -> DbResult<()> {
    conn.batch_execute("ANALYZE procedures; ANALYZE procedure_names").await
}

/// Every word of the index with the number of names it stands in, and the number of names.
pub(in super::super) async fn words_of_the_index(conn: &mut Conn) -> DbResult<(Vec<(String, i64)>, i64)> {
    let rows: Vec<WordRow> = diesel::sql_query(
        "SELECT token AS word, count(*) AS names FROM procedure_names CROSS JOIN LATERAL unnest(tokens) AS token
         WHERE left(token, 1) <> '#' GROUP BY token
         UNION ALL SELECT '#', count(*) FROM procedure_names",
    )
    .load(conn)
    .await?;
    let names = rows.iter().find(|row| row.word == "#").map_or(0, |row| row.names);
    Ok((rows.into_iter().filter(|row| row.word != "#").map(|row| (row.word, row.names)).collect(), names))
}

#[derive(QueryableByName)]
struct WordRow {
    #[diesel(sql_type = Text)]
    word: String,
    #[diesel(sql_type = BigInt)]
    names: i64,
}

/// Field, procedures of it; of those of communes and the province: offered online, all.
pub(in super::super) async fn counts_by_field(conn: &mut Conn) -> DbResult<Vec<(String, i64, i64, i64)>> {
    procedures::table
        .group_by(procedures::field)
        .select((
            procedures::field,
            diesel::dsl::count_star(),
            sql::<BigInt>("count(*) FILTER (WHERE offered_online)"),
            sql::<BigInt>("count(*) FILTER (WHERE distance < 3)"),
        ))
        .load(conn)
        .await
}

pub(in super::super) async fn procedure(conn: &mut Conn, code: &ProcedureCode) -> DbResult<Option<ProcedureRow>> {
    procedures::table
        .left_join(procedure_texts::table)
        .filter(procedures::code.eq(code.as_str()))
        .select((
            procedures::code,
            procedures::name,
            procedures::field,
            procedures::levels,
            procedures::applicants,
            procedures::decision,
            procedures::national,
            procedures::results,
            procedures::service_slug,
            procedure_texts::texts.nullable(),
        ))
        .first(conn)
        .await
        .optional()
}

/// Of the procedures that are known: the digest of their texts, if they have any.
pub(in super::super) async fn digests_of_texts(conn: &mut Conn, codes: &[&str]) -> DbResult<Vec<(String, Option<Vec<u8>>)>> {
    procedures::table
        .left_join(procedure_texts::table)
        .filter(procedures::code.eq_any(codes))
        .select((procedures::code, procedure_texts::digest.nullable()))
        .load(conn)
        .await
}

pub(in super::super) async fn enter_texts(conn: &mut Conn, rows: Vec<NewTexts>) -> DbResult<usize> {
    diesel::insert_into(procedure_texts::table)
        .values(rows)
        .on_conflict(procedure_texts::code)
        .do_update()
        .set((procedure_texts::texts.eq(excluded(procedure_texts::texts)), procedure_texts::digest.eq(excluded(procedure_texts::digest))))
        .execute(conn)
        .await
}
