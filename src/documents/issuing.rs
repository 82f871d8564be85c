//! Issuing a paper: numbered in the transaction of the act that it documents.

use chrono::Datelike;
use serde::Serialize;

use super::queries::{self, Issued};
use crate::{
    kernel::{
        clock::Now,
        ids::{AgencyId, DossierId, PaperId},
    },
    platform::{
        crypto,
        db::{Conn, DbError, DbResult},
        files::FileKey,
    },
};

/// What stands on a paper. Its fields are read by its template.
pub trait Paper: Serialize {
    /// Names the template and the series of numbers.
    const KIND: &'static str;

    /// Ký hiệu, after the number: `TNHS`.
    const SYMBOL: &'static str;

    /// In Vietnamese, as in lists and on the page of verification:
    /// `Giấy tiếp nhận hồ sơ và hẹn trả kết quả`.
    fn title(&self) -> String;

    /// Số, ký hiệu: `07/TNHS`. A number below ten has a zero before it (NĐ 30/2020/NĐ-CP). A paper
    /// whose number is given by a register outside says so here.
    fn doc_number(&self, number: i64) -> String {
        format!("{number:02}/{}", Self::SYMBOL)
    }
}

/// A paper that has its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    pub id: PaperId,
    /// In its series of agency, kind and year, from 1.
    pub number: i64,
    pub doc_number: String,
    /// Without the hyphens that make it readable: see `crypto::grouped`.
    pub check_code: String,
}

/// Issues a paper in the caller's transaction. Two statements. Others who issue papers of the same
/// series wait until that transaction ends; if it fails, the number is free again.
pub async fn issue<P: Paper>(conn: &mut Conn, now: Now, dossier: DossierId, agency: AgencyId, paper: &P) -> DbResult<IssuedPaper> {
    enter(conn, now, dossier, agency, paper, None).await
}

/// Like [`issue`], for a paper whose PDF the agency has signed itself: the stored file is the paper.
pub async fn issue_signed<P: Paper>(
    conn: &mut Conn,
    now: Now,
    dossier: DossierId,
    agency: AgencyId,
    paper: &P,
    file: &FileKey,
) -> DbResult<IssuedPaper> {
    enter(conn, now, dossier, agency, paper, Some(file)).await
}

async fn enter<P: Paper>(
    conn: &mut Conn,
    now: Now,
    dossier: DossierId,
    agency: AgencyId,
    paper: &P,
    file: Option<&FileKey>,
) -> DbResult<IssuedPaper> {
    let data = serde_json::to_value(paper).map_err(|error| DbError::SerializationError(Box::new(error)))?;
    let year = now.local().year();
    let number = queries::next_number(conn, agency, P::KIND, year).await?;
    let issued = IssuedPaper { id: PaperId::new(), number, doc_number: paper.doc_number(number), check_code: crypto::check_code() };
    let title = paper.title();
    queries::insert(conn, now, &Issued { paper: &issued, dossier, agency, kind: P::KIND, year, title: &title, data, file }).await?;
    Ok(issued)
}
