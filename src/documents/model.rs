//! The rows of papers.

use diesel::prelude::*;

use crate::{
    kernel::{
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId, PaperId},
    },
    platform::{db::schema::papers, files::FileKey},
};

/// A paper in a list, without what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = papers, check_for_backend(diesel::pg::Pg))]
pub struct PaperRecord {
    pub id: PaperId,
    #[diesel(column_name = dossier_id)]
    pub dossier: DossierId,
    #[diesel(column_name = agency_id)]
    pub agency: AgencyId,
    pub kind: String,
    pub title: String,
    pub doc_number: String,
    pub check_code: String,
    pub issued_at: Instant,
    pub revoked_at: Option<Instant>,
}

/// What is needed to draw a paper.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = papers, check_for_backend(diesel::pg::Pg))]
pub(super) struct PaperToDraw {
    pub kind: String,
    pub title: String,
    pub doc_number: String,
    pub check_code: String,
    pub issued_at: Instant,
    pub data: serde_json::Value,
    pub storage_key: Option<FileKey>,
}

/// What anybody may know who holds a paper: that it is true, not whom it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct VerifiedPaper {
    pub id: PaperId,
    pub kind: String,
    pub title: String,
    pub doc_number: String,
    pub agency_name: String,
    pub dossier_code: Option<DossierCode>,
    pub issued_at: Instant,
    /// If the agency has taken it back.
    pub revoked_at: Option<Instant>,
}
