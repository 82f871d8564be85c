//! Rows of the dossier's tables.

use diesel::prelude::*;
use serde_json::Value;

use super::{
    event::{Event, EventKind, EventNote},
    reading::{Channel, ItemAnswer, SupplementFacts, SupplementItem},
};
use crate::{
    calendar::{ClockEntry, ClockKind},
    kernel::{
        actor::Role,
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AccountId, AgencyId, ConsultationId, DossierId, ServiceVersionId, SupplementId},
        person::{Email, PersonalId, Phone},
    },
    platform::db::schema::{consultations, dossier_clock, dossier_events, dossiers, supplement_requests},
    workflow::{Decision, OpenSupplement, ReturnMethod, Silence, Status, StepKey},
};

/// The row of a dossier, whole.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub(super) struct Row {
    pub id: DossierId,
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub status: Status,
    pub step_key: Option<String>,
    pub channel: Channel,
    pub submitter_id: Option<AccountId>,
    pub applicant_name: String,
    pub applicant_phone: Option<Phone>,
    pub applicant_email: Option<Email>,
    pub applicant_personal_id: Option<PersonalId>,
    pub subject: String,
    pub answers: Value,
    pub return_method: Option<ReturnMethod>,
    pub fee: i64,
    pub has_news: bool,
    pub lock_version: i32,
    pub draft_expires_at: Option<Instant>,
    pub submitted_at: Option<Instant>,
    pub accepted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub step_entered_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub updated_at: Instant,
    pub decision: Option<Decision>,
    pub page_versions: Value,
    pub assignee_id: Option<AccountId>,
    pub waits_for_citizen: bool,
    /// By somebody of the present step.
    pub opened_at: Option<Instant>,
    pub withdrawal_asked_at: Option<Instant>,
    pub extended_at: Option<Instant>,
    pub paid_at: Option<Instant>,
    /// Who entered it at the counter, for a person without an account.
    pub taken_in_by: Option<AccountId>,
}

impl Row {
    /// The last digits of the phone number or of the personal id, as somebody without an account gives them.
    pub fn ends_with(&self, last_four: &str) -> bool {
        let phone = self.applicant_phone.as_ref().map(|phone| phone.last_four());
        let id = self.applicant_personal_id.as_ref().map(|id| id.last_four());
        [phone, id].into_iter().flatten().any(|digits| digits == last_four)
    }

    pub fn step(&self) -> Option<StepKey> {
        self.step_key.as_deref().map(StepKey::new)
    }
}

/// A line of the citizen's list.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub(super) struct ListRow {
    pub id: DossierId,
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub status: Status,
    pub subject: String,
    pub return_method: Option<ReturnMethod>,
    pub draft_expires_at: Option<Instant>,
    pub submitted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub updated_at: Instant,
    pub decision: Option<Decision>,
    pub waits_for_citizen: bool,
}

/// A question of another agency, as far as whoever is asked may see the dossier.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = consultations, check_for_backend(diesel::pg::Pg))]
pub(super) struct AskedRow {
    pub id: ConsultationId,
    pub name: String,
    pub agency_id: AgencyId,
    pub question: String,
    pub asked_at: Instant,
    pub answer_until: Instant,
    pub silence: Silence,
    pub closed_at: Option<Instant>,
    #[diesel(select_expression = dossiers::code)]
    pub code: Option<DossierCode>,
    #[diesel(select_expression = dossiers::agency_id)]
    pub asking_id: Option<AgencyId>,
    #[diesel(select_expression = dossiers::service_version_id)]
    pub service_version_id: ServiceVersionId,
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = dossier_events, check_for_backend(diesel::pg::Pg))]
pub(super) struct EventRow {
    pub dossier_id: DossierId,
    pub seq: i32,
    pub kind: EventKind,
    pub at: Instant,
    pub actor: String,
    pub account_id: Option<AccountId>,
    pub actor_name: String,
    pub actor_role: Option<Role>,
    pub agency_id: Option<AgencyId>,
    pub step_key: Option<String>,
    pub public: bool,
    pub data: Value,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
}

impl EventRow {
    pub fn note(&self) -> EventNote {
        serde_json::from_value(self.data.clone()).unwrap_or_default()
    }

    /// As it was when its hash was taken.
    pub fn event(&self) -> Event {
        Event {
            dossier: self.dossier_id,
            seq: self.seq,
            kind: self.kind,
            at: self.at,
            actor: match self.actor.as_str() {
                "citizen" => "citizen",
                "official" => "official",
                _ => "system",
            },
            account: self.account_id,
            actor_name: self.actor_name.clone(),
            actor_role: self.actor_role,
            agency: self.agency_id,
            step: self.step_key.as_deref().map(StepKey::new),
            data: self.data.clone(),
        }
    }
}

#[derive(Debug, Clone, Queryable, Selectable, serde::Deserialize)]
#[diesel(table_name = dossier_clock, check_for_backend(diesel::pg::Pg))]
pub(super) struct ClockRow {
    pub kind: ClockKind,
    pub at: Instant,
    pub calendar_version: String,
    pub minutes_left: Option<i32>,
    pub due_before: Option<Instant>,
    pub due_after: Option<Instant>,
}

impl From<ClockRow> for ClockEntry {
    fn from(row: ClockRow) -> Self {
        Self {
            kind: row.kind,
            at: row.at,
            calendar_version: row.calendar_version,
            minutes_left: row.minutes_left,
            due_before: row.due_before,
            due_after: row.due_after,
        }
    }
}

#[derive(Debug, Clone, Queryable, Selectable, serde::Deserialize)]
#[diesel(table_name = supplement_requests, check_for_backend(diesel::pg::Pg))]
pub(super) struct SupplementRow {
    pub id: SupplementId,
    pub requested_at: Instant,
    pub reason: String,
    pub items: Value,
    pub answer_until: Instant,
    pub answered_at: Option<Instant>,
    pub changes: Option<Value>,
    pub closed_at: Option<Instant>,
}

impl SupplementRow {
    pub fn open(&self) -> Option<OpenSupplement> {
        self.closed_at.is_none().then_some(OpenSupplement { answer_until: self.answer_until, answered: self.answered_at.is_some() })
    }

    pub fn items(&self) -> Vec<SupplementItem> {
        serde_json::from_value(self.items.clone()).unwrap_or_default()
    }

    pub fn facts(&self) -> SupplementFacts {
        let changes: Vec<ItemAnswer> = self.changes.clone().and_then(|changes| serde_json::from_value(changes).ok()).unwrap_or_default();
        SupplementFacts {
            reason: self.reason.clone(),
            items: self.items(),
            requested_at: self.requested_at,
            answer_until: self.answer_until,
            answered_at: self.answered_at,
            changes,
            closed_at: self.closed_at,
        }
    }
}
