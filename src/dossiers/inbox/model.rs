//! Rows of the inbox.

use diesel::{
    dsl::sql,
    expression::SqlLiteral,
    prelude::*,
    sql_types::{Bool, Nullable, Text},
};

use super::queries::WAITS;
use crate::{
    dossiers::reading::Channel,
    kernel::{
        actor::Role,
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AccountId, AgencyId, DossierId, ServiceVersionId},
    },
    platform::db::schema::dossiers,
    workflow::{Decision, Status, StepKey},
};

/// A line of the list.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub struct Listed {
    pub id: DossierId,
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub status: Status,
    pub step_key: Option<String>,
    pub step_role: Option<Role>,
    pub assignee_id: Option<AccountId>,
    pub channel: Channel,
    pub applicant_name: String,
    pub has_news: bool,
    pub submitted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub decision: Option<Decision>,
    pub queue_due: Instant,
    /// It is the citizen's turn.
    #[diesel(select_expression = sql::<Bool>(WAITS))]
    #[diesel(select_expression_type = SqlLiteral<Bool>)]
    pub waits: bool,
    #[diesel(select_expression = assignee_name())]
    #[diesel(select_expression_type = SqlLiteral<Nullable<Text>>)]
    pub assignee: Option<String>,
}

fn assignee_name() -> SqlLiteral<Nullable<Text>> {
    sql("(SELECT full_name FROM accounts WHERE accounts.id = dossiers.assignee_id)")
}

impl Listed {
    pub fn step(&self) -> Option<StepKey> {
        self.step_key.as_deref().map(StepKey::new)
    }
}

/// The first of its kind to be due.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub struct Urgent {
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub status: Status,
    pub step_key: Option<String>,
    pub applicant_name: String,
    pub queue_due: Instant,
}
