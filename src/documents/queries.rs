//! The tables `papers` and `paper_counters`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{IssuedPaper, PaperRecord, VerifiedPaper, model::PaperToDraw};
use crate::{
    kernel::{
        clock::Now,
        ids::{AgencyId, DossierId, PaperId},
    },
    platform::{
        db::{
            Conn, DbResult,
            schema::{agencies, dossiers, paper_counters, papers},
        },
        files::FileKey,
    },
};

/// The next number of the series. Its row stays locked until the transaction ends: no gap, no double.
pub(super) async fn next_number(conn: &mut Conn, agency: AgencyId, kind: &str, year: i32) -> DbResult<i64> {
    diesel::insert_into(paper_counters::table)
        .values((
            paper_counters::agency_id.eq(agency),
            paper_counters::kind.eq(kind),
            paper_counters::year.eq(year),
            paper_counters::last.eq(1),
        ))
        .on_conflict((paper_counters::agency_id, paper_counters::kind, paper_counters::year))
        .do_update()
        .set(paper_counters::last.eq(paper_counters::last + 1))
        .returning(paper_counters::last)
        .get_result(conn)
        .await
}

pub(super) struct Issued<'a> {
    pub paper: &'a IssuedPaper,
    pub dossier: DossierId,
    pub agency: AgencyId,
    pub kind: &'static str,
    pub year: i32,
    pub title: &'a str,
    pub data: serde_json::Value,
    pub file: Option<&'a FileKey>,
}

pub(super) async fn insert(conn: &mut Conn, now: Now, issued: &Issued<'_>) -> DbResult<usize> {
    diesel::insert_into(papers::table)
        .values((
            papers::id.eq(issued.paper.id),
            papers::dossier_id.eq(issued.dossier),
            papers::agency_id.eq(issued.agency),
            papers::kind.eq(issued.kind),
            papers::year.eq(issued.year),
            papers::number.eq(issued.paper.number),
            papers::doc_number.eq(&issued.paper.doc_number),
            papers::title.eq(issued.title),
            papers::data.eq(&issued.data),
            papers::check_code.eq(&issued.paper.check_code),
            papers::storage_key.eq(issued.file),
            papers::issued_at.eq(now.instant()),
        ))
        .execute(conn)
        .await
}

/// The papers of a dossier, oldest first.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<PaperRecord>> {
    papers::table.filter(papers::dossier_id.eq(dossier)).order(papers::id).select(PaperRecord::as_select()).load(conn).await
}

/// One paper. Says nothing about who may read it.
pub async fn find(conn: &mut Conn, id: PaperId) -> DbResult<Option<PaperRecord>> {
    papers::table.filter(papers::id.eq(id)).select(PaperRecord::as_select()).first(conn).await.optional()
}

/// The paper with this check code, typed with or without hyphens, in any case.
pub async fn verify(conn: &mut Conn, check_code: &str) -> DbResult<Option<VerifiedPaper>> {
    let code: String = check_code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(40).collect();
    papers::table
        .inner_join(dossiers::table)
        .inner_join(agencies::table.on(agencies::id.eq(papers::agency_id)))
        .filter(papers::check_code.eq(code))
        .select((
            papers::id,
            papers::kind,
            papers::title,
            papers::doc_number,
            agencies::name,
            dossiers::code,
            papers::issued_at,
            papers::revoked_at,
        ))
        .first(conn)
        .await
        .optional()
}

pub(super) async fn to_draw(conn: &mut Conn, id: PaperId) -> DbResult<Option<PaperToDraw>> {
    papers::table.filter(papers::id.eq(id)).select(PaperToDraw::as_select()).first(conn).await.optional()
}

pub(super) async fn set_file(conn: &mut Conn, id: PaperId, key: &FileKey) -> DbResult<usize> {
    diesel::update(papers::table.filter(papers::id.eq(id))).set(papers::storage_key.eq(key)).execute(conn).await
}
