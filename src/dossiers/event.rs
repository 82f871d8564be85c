//! What happened to a dossier: append-only, each event bound to the one before it by its hash.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    kernel::{
        actor::Role,
        clock::Instant,
        ids::{AccountId, AgencyId, DossierId},
        money::Money,
    },
    workflow::{Action, StepKey},
};

crate::text_enum!(
    /// The past tense of an [`Action`], and the few things that happen to a dossier without one.
    EventKind {
        Submitted = "submitted",
        TakenIn = "taken_in",
        Accepted = "accepted",
        SupplementRequested = "supplement_requested",
        SupplementAnswered = "supplement_answered",
        SupplementCompleted = "supplement_completed",
        Forwarded = "forwarded",
        SentBack = "sent_back",
        Approved = "approved",
        Refused = "refused",
        ResultIssued = "result_issued",
        ResultReturned = "result_returned",
        CollectedOnline = "collected_online",
        Withdrawn = "withdrawn",
        DraftConfirmed = "draft_confirmed",
        CorrectionAsked = "correction_asked",
        DraftLapsed = "draft_lapsed",
        WithdrawalAsked = "withdrawal_asked",
        WithdrawalAgreed = "withdrawal_agreed",
        WithdrawalDeclined = "withdrawal_declined",
        Recalled = "recalled",
        Consulted = "consulted",
        ConsultationAnswered = "consultation_answered",
        ConsultationLapsed = "consultation_lapsed",
        PaymentRequested = "payment_requested",
        PaymentTaken = "payment_taken",
        Extended = "extended",
        Stopped = "stopped",
        Resumed = "resumed",
        Assigned = "assigned",
        Recounted = "recounted",
    }
);

impl EventKind {
    pub const fn of(action: Action) -> Self {
        match action {
            Action::Submit => Self::Submitted,
            Action::AnswerSupplement => Self::SupplementAnswered,
            Action::Withdraw => Self::Withdrawn,
            Action::CollectOnline => Self::CollectedOnline,
            Action::TakeIn => Self::TakenIn,
            Action::Accept => Self::Accepted,
            Action::RequestSupplement => Self::SupplementRequested,
            Action::CompleteSupplement => Self::SupplementCompleted,
            Action::Forward => Self::Forwarded,
            Action::SendBack => Self::SentBack,
            Action::Approve => Self::Approved,
            Action::Refuse => Self::Refused,
            Action::IssueResult => Self::ResultIssued,
            Action::ReturnResult => Self::ResultReturned,
            Action::ConfirmDraft => Self::DraftConfirmed,
            Action::AskCorrection => Self::CorrectionAsked,
            Action::LapseDraft => Self::DraftLapsed,
            Action::AskWithdrawal => Self::WithdrawalAsked,
            Action::AgreeWithdrawal => Self::WithdrawalAgreed,
            Action::DeclineWithdrawal => Self::WithdrawalDeclined,
            Action::Recall => Self::Recalled,
            Action::Assign => Self::Assigned,
            Action::Consult => Self::Consulted,
            Action::AnswerConsultation => Self::ConsultationAnswered,
            Action::LapseConsultation => Self::ConsultationLapsed,
            Action::RequestPayment => Self::PaymentRequested,
            Action::TakePayment => Self::PaymentTaken,
            Action::Extend => Self::Extended,
            Action::Stop => Self::Stopped,
            Action::Resume => Self::Resumed,
        }
    }

    /// Shown to the citizen; a return to an earlier step and who works on it are the office's own affair.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::SentBack | Self::Recalled | Self::Assigned)
    }

    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Submitted => "event-submitted",
            Self::TakenIn => "event-taken-in",
            Self::Accepted => "event-accepted",
            Self::SupplementRequested => "event-supplement-requested",
            Self::SupplementAnswered => "event-supplement-answered",
            Self::SupplementCompleted => "event-supplement-completed",
            Self::Forwarded => "event-forwarded",
            Self::SentBack => "event-sent-back",
            Self::Approved => "event-approved",
            Self::Refused => "event-refused",
            Self::ResultIssued => "event-result-issued",
            Self::ResultReturned => "event-result-returned",
            Self::CollectedOnline => "event-collected-online",
            Self::Withdrawn => "event-withdrawn",
            Self::DraftConfirmed => "event-draft-confirmed",
            Self::CorrectionAsked => "event-correction-asked",
            Self::DraftLapsed => "event-draft-lapsed",
            Self::WithdrawalAsked => "event-withdrawal-asked",
            Self::WithdrawalAgreed => "event-withdrawal-agreed",
            Self::WithdrawalDeclined => "event-withdrawal-declined",
            Self::Recalled => "event-recalled",
            Self::Consulted => "event-consulted",
            Self::ConsultationAnswered => "event-consultation-answered",
            Self::ConsultationLapsed => "event-consultation-lapsed",
            Self::PaymentRequested => "event-payment-requested",
            Self::PaymentTaken => "event-payment-taken",
            Self::Extended => "event-extended",
            Self::Stopped => "event-stopped",
            Self::Resumed => "event-resumed",
            Self::Assigned => "event-assigned",
            Self::Recounted => "event-recounted",
        }
    }
}

/// What is worth remembering of an event; only what the act had to say is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventNote {
    /// Said to the citizen: why refused, why a supplement, why withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Said from desk to desk; never shown to the citizen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_step: Option<StepKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_before: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_after: Option<Instant>,
    /// How many things a supplement asks for, or has brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_until: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<super::result::ResultNote>,
    /// Who took the result at the counter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
    /// The number of the identity paper that he showed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver_id: Option<String>,
    /// The agency that is asked for its opinion, or that gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// What an agency that was asked says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opinion: Option<super::folder::Opinion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// To whom the work was given; of an assignment that names nobody, it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Thay mặt: the absent colleague in whose post the official acted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<String>,
}

/// Everything of an event that its hash binds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Event {
    pub dossier: DossierId,
    pub seq: i32,
    pub kind: EventKind,
    pub at: Instant,
    /// `citizen`, `official` or `system`.
    pub actor: &'static str,
    pub account: Option<AccountId>,
    pub actor_name: String,
    pub actor_role: Option<Role>,
    pub agency: Option<AgencyId>,
    pub step: Option<StepKey>,
    pub data: Value,
}

/// What the first event is bound to.
pub(super) const GENESIS: [u8; 32] = [0; 32];

impl Event {
    /// SHA-256 over the previous hash and the fields, each behind its length so that no two events
    /// read alike; the data with sorted keys, as the database may keep them in another order.
    pub fn hash(&self, previous: &[u8]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        hasher.update(previous);
        let fields = [
            self.dossier.to_string(),
            self.seq.to_string(),
            self.kind.to_string(),
            self.at.timestamp_micros().to_string(),
            self.actor.to_owned(),
            self.account.map(|id| id.to_string()).unwrap_or_default(),
            self.actor_name.clone(),
            self.actor_role.map(|role| role.to_string()).unwrap_or_default(),
            self.agency.map(|id| id.to_string()).unwrap_or_default(),
            self.step.as_ref().map(ToString::to_string).unwrap_or_default(),
            sorted(&self.data).to_string(),
        ];
        for field in fields {
            hasher.update(field.len().to_be_bytes());
            hasher.update(field.as_bytes());
        }
        hasher.finalize().to_vec()
    }
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by(|a, b| a.0.cmp(b.0));
            Value::Object(entries.into_iter().map(|(key, value)| (key.clone(), sorted(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, EventKind, GENESIS};
    use crate::kernel::ids::DossierId;

    #[test]
    fn the_hash_binds_every_word_but_not_the_order_of_the_data() {
        let event = Event {
            dossier: DossierId::new(),
            seq: 1,
            kind: EventKind::Submitted,
            at: chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a time"),
            actor: "citizen",
            account: None,
            actor_name: "Nguyễn Thị Hồng Ánh".into(),
            actor_role: None,
            agency: None,
            step: None,
            data: serde_json::json!({"b": 1, "a": {"d": 2, "c": 3}}),
        };
        let turned = Event { data: serde_json::json!({"a": {"c": 3, "d": 2}, "b": 1}), ..event.clone() };
        assert_eq!(event.hash(&GENESIS), turned.hash(&GENESIS));
        let forged = Event { actor_name: "Nguyễn Thị Hồng Anh".into(), ..event.clone() };
        assert_ne!(event.hash(&GENESIS), forged.hash(&GENESIS));
        assert_ne!(event.hash(&GENESIS), event.hash(&[1; 32]));
    }
}
