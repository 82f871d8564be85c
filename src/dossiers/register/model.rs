//! A row of the register as it is read.

use diesel::{
    dsl::sql,
    expression::SqlLiteral,
    prelude::*,
    sql_types::{Nullable, Text},
};

use crate::{
    kernel::{
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId, ServiceVersionId},
        person::{Email, Phone},
    },
    platform::db::schema::dossiers,
    workflow::{Channel, Decision, ReturnMethod, Status},
};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub struct Entry {
    pub id: DossierId,
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub channel: Channel,
    pub status: Status,
    pub decision: Option<Decision>,
    pub applicant_name: String,
    pub answers: serde_json::Value,
    pub submitted_at: Option<Instant>,
    pub applicant_phone: Option<Phone>,
    pub applicant_email: Option<Email>,
    pub accepted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub return_method: Option<ReturnMethod>,
    #[diesel(select_expression = first("actor_name", "IN ('accepted', 'taken_in')"))]
    #[diesel(select_expression_type = SqlLiteral<Nullable<Text>>)]
    pub received_by: Option<String>,
    #[diesel(select_expression = first("actor_name", "= 'result_returned'"))]
    #[diesel(select_expression_type = SqlLiteral<Nullable<Text>>)]
    pub handed_by: Option<String>,
    #[diesel(select_expression = first("data ->> 'receiver'", "= 'result_returned'"))]
    #[diesel(select_expression_type = SqlLiteral<Nullable<Text>>)]
    pub receiver: Option<String>,
}

/// Of the first event of a kind.
fn first(what: &str, kind: &str) -> SqlLiteral<Nullable<Text>> {
    sql(&format!(
        "(SELECT {what} FROM dossier_events WHERE dossier_events.dossier_id = dossiers.id AND dossier_events.kind {kind} ORDER BY seq LIMIT 1)"
    ))
}
