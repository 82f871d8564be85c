//! Applying an outcome: state, clock ledger, event, audit line, paper and letter, all in the
//! transaction of the verb.

use serde_json::{Value, json};

use super::at_hand::AtHand;
use crate::dossiers::{
    ActRefused, DocumentGiven, Done, EventKind, EventNote, LockVersion, Missing, PaymentNote, ResultNote, SupplementItem,
    event::Event,
    lapsing,
    queries::{
        around, history, supplements,
        write::{self, NewState, SubmittedFacts},
    },
    telling::{self, Said},
};
use crate::{
    audit,
    calendar::{ClockEntry, ClockRefused, Ledger},
    kernel::{actor::Actor, clock::Instant, dossier_code::DossierCode, ids::AccountId},
    platform::db::{Conn, DbResult},
    workflow::{Action, ClockEffect, Doer, Outcome, Status, StepLimit},
};

/// What an act brings along besides its outcome.
#[derive(Default)]
pub(in crate::dossiers) struct Brought {
    pub note: EventNote,
    /// The answers as they are from now on.
    pub answers: Option<Value>,
    /// Of a submission.
    pub facts: Option<SubmittedFacts>,
    /// For papers that list them.
    pub documents: Vec<DocumentGiven>,
    /// What a supplement asks for.
    pub items: Vec<SupplementItem>,
    /// The result that is issued or handed over.
    pub result: Option<ResultNote>,
    /// The new return date of an extension.
    pub new_due: Option<Instant>,
    /// What is paid, and how.
    pub payment: Option<PaymentNote>,
    /// Into whose hands it comes, or nobody's.
    pub hands: Option<Option<AccountId>>,
}

/// The dossier after the act, as papers and letters tell it.
pub(in crate::dossiers) struct After {
    pub code: DossierCode,
    pub state: NewState,
    pub note: EventNote,
}

impl From<ClockRefused> for ActRefused {
    fn from(refused: ClockRefused) -> Self {
        match refused {
            ClockRefused::NotAnExtension => Self::Incomplete(vec![Missing::NewDate]),
            _ => Self::Inconsistent("the clock ledger contradicts the status"),
        }
    }
}

impl From<crate::dossiers::rules::Unknown> for ActRefused {
    fn from(unknown: crate::dossiers::rules::Unknown) -> Self {
        Self::Inconsistent(unknown.0)
    }
}

impl AtHand<'_> {
    /// Writes everything that follows from an act.
    pub async fn apply(self, conn: &mut Conn, action: Action, outcome: Outcome, brought: Brought) -> Result<Done, ActRefused> {
        let entry = self.move_clock(conn, outcome.clock, brought.new_due).await?;
        let mut state = self.new_state(&outcome, entry.as_ref(), action);
        if let Some(hands) = brought.hands {
            // Whoever shares out the work has not read what the citizen wrote.
            (state.assignee_id, state.has_news) = (hands, self.row.has_news);
        }
        let code = brought.facts.as_ref().and_then(|facts| facts.code.clone()).or_else(|| self.row.code.clone());
        let code = code.ok_or(ActRefused::Inconsistent("a dossier without a code"))?;
        match (&brought.facts, &brought.answers) {
            (Some(facts), _) => write::submitted(conn, self.row.id, &state, facts).await?,
            (None, Some(answers)) => write::state_and_answers(conn, self.row.id, &state, answers).await?,
            (None, None) => write::state(conn, self.row.id, &state).await?,
        }
        self.close(conn, outcome.status).await?;
        lapsing::plan(conn, &self, &state).await?;
        let note = EventNote {
            to_step: outcome.step.clone().filter(|step| Some(step) != self.state.step.as_ref()),
            due_before: entry.as_ref().and_then(|entry| entry.due_before),
            due_after: state.due_at.filter(|_| entry.is_some()),
            on_behalf: self.on_behalf(Some(action)).map(|absent| absent.name.to_string()),
            ..brought.note.clone()
        };
        self.remember(conn, EventKind::of(action), Some(action), &note).await?;
        let mut about = json!({ "from": self.state.status, "to": outcome.status, "step": outcome.step });
        let absent = self.on_behalf(Some(action)).map(|absent| json!({ "account": absent.account, "role": absent.role }));
        let more = [("hands", brought.hands.map(|hands| json!(hands))), ("on_behalf", absent)];
        let more = more.into_iter().filter_map(|(key, said)| Some((key.to_owned(), said?)));
        if let Some(about) = about.as_object_mut() {
            about.extend(more);
        }
        audit::record(conn, self.now, &self.actor, action.as_str(), "dossier", code.as_str(), about).await?;
        let after = After { code, state, note };
        let said: Said = telling::say(conn, &self, &outcome, &after, &brought).await?;
        Ok(self.done(after, said))
    }

    /// The ledger was read with the folder, under the lock of the row.
    async fn move_clock(&self, conn: &mut Conn, effect: ClockEffect, new_due: Option<Instant>) -> Result<Option<ClockEntry>, ActRefused> {
        if effect == ClockEffect::None {
            return Ok(None);
        }
        let entries = self.folder.ledger();
        let seq = i32::try_from(entries.len()).unwrap_or(i32::MAX).saturating_add(1);
        let mut ledger = Ledger::new(self.limit(), entries);
        let (calendar, at) = (self.rules.calendar(self.agency), self.now.instant());
        let entry = match effect {
            ClockEffect::None => return Ok(None),
            ClockEffect::Start => ledger.start(calendar, at)?,
            ClockEffect::Pause => ledger.pause(calendar, at)?,
            ClockEffect::Resume => ledger.resume(calendar, at)?,
            ClockEffect::Extend => ledger.extend(calendar, at, new_due.ok_or(ActRefused::Incomplete(vec![Missing::NewDate]))?)?,
            ClockEffect::Stop => ledger.stop(calendar, at)?,
        };
        history::add_clock(conn, self.row.id, seq, &entry).await?;
        Ok(Some(entry))
    }

    fn new_state(&self, outcome: &Outcome, entry: Option<&ClockEntry>, action: Action) -> NewState {
        let at = self.now.instant();
        let moved = outcome.step != self.state.step;
        let due_at = match outcome.clock {
            ClockEffect::None => self.row.due_at,
            ClockEffect::Pause => None,
            _ => entry.and_then(|entry| entry.due_after),
        };
        let step = outcome.step.as_ref().and_then(|key| self.version.definition.workflow.step(key));
        NewState {
            status: outcome.status,
            step_key: outcome.step.as_ref().map(ToString::to_string),
            step_role: step.map(|step| step.role),
            step_entered_at: if moved { Some(at) } else { self.row.step_entered_at },
            step_due_at: self.step_due(outcome.step_limit, due_at),
            due_at,
            accepted_at: self.row.accepted_at.or_else(|| (outcome.clock == ClockEffect::Start).then_some(at)),
            finished_at: self.row.finished_at.or_else(|| ends(outcome.status).then_some(at)),
            returned_at: self.row.returned_at.or_else(|| (outcome.status == Status::Returned).then_some(at)),
            decision: outcome.decision,
            has_news: action.doer() != Doer::Official && outcome.status.is_open(),
            waits_for_citizen: outcome.waits_for_citizen,
            assignee_id: self.row.assignee_id.filter(|_| !moved),
            opened_at: self.row.opened_at.filter(|_| !moved),
            withdrawal_asked_at: match action {
                Action::AskWithdrawal => Some(at),
                Action::DeclineWithdrawal => None,
                _ => self.row.withdrawal_asked_at,
            },
            extended_at: self.row.extended_at.or_else(|| (action == Action::Extend).then_some(at)),
            paid_at: self.row.paid_at.or_else(|| (action == Action::TakePayment).then_some(at)),
            lock_version: LockVersion(self.row.lock_version).next().0,
            updated_at: at,
        }
    }

    /// The row as it is, with the version that whatever is written now gives it.
    pub fn as_it_is(&self) -> NewState {
        let row = &self.row;
        NewState {
            status: row.status,
            step_key: row.step_key.clone(),
            step_role: self.step().map(|step| step.role),
            step_entered_at: row.step_entered_at,
            step_due_at: row.step_due_at,
            due_at: row.due_at,
            accepted_at: row.accepted_at,
            finished_at: row.finished_at,
            returned_at: row.returned_at,
            decision: row.decision,
            has_news: row.has_news,
            waits_for_citizen: row.waits_for_citizen,
            assignee_id: row.assignee_id,
            opened_at: row.opened_at,
            withdrawal_asked_at: row.withdrawal_asked_at,
            extended_at: row.extended_at,
            paid_at: row.paid_at,
            lock_version: LockVersion(row.lock_version).next().0,
            updated_at: self.now.instant(),
        }
    }

    /// A step never has more time than the dossier.
    fn step_due(&self, limit: StepLimit, due_at: Option<Instant>) -> Option<Instant> {
        let (calendar, at) = (self.rules.calendar(self.agency), self.now.instant());
        match limit {
            StepLimit::Keep => self.row.step_due_at,
            StepLimit::None => None,
            StepLimit::Acknowledge => Some(self.rules.answer_by(self.agency, at)),
            StepLimit::Outside(minutes) => Some(calendar.add_minutes(at, minutes)),
            StepLimit::Minutes(minutes) => {
                let due = calendar.add_minutes(at, minutes);
                Some(due_at.filter(|whole| *whole > at).map_or(due, |whole| due.min(whole)))
            }
        }
    }

    /// A supplement is closed when the dossier goes on; with the dossier ends whatever was asked.
    async fn close(&self, conn: &mut Conn, status: Status) -> DbResult<()> {
        if let Some(open) = self.open_supplement().filter(|_| status != Status::SupplementRequested) {
            supplements::close(conn, self.now, open.id).await?;
        }
        let asked = !self.folder.open_consultations().is_empty() || self.folder.open_payment().is_some();
        if asked && ends(status) { around::close_all(conn, self.now, self.row.id).await } else { Ok(()) }
    }

    pub async fn remember(&self, conn: &mut Conn, kind: EventKind, action: Option<Action>, note: &EventNote) -> DbResult<()> {
        let actor = match self.actor {
            Actor::Citizen(_) => "citizen",
            Actor::Official(_) => "official",
            Actor::System => "system",
        };
        let event = Event {
            dossier: self.row.id,
            seq: self.last.as_ref().map_or(0, |last| last.seq).saturating_add(1),
            kind,
            at: self.now.instant(),
            actor,
            account: self.actor.account(),
            actor_name: self.actor_name(),
            actor_role: self.role(action),
            agency: self.acts_for,
            step: self.state.step.clone(),
            data: serde_json::to_value(note).unwrap_or_default(),
        };
        history::add_event(conn, self.last.as_ref(), &event).await
    }

    fn done(&self, after: After, said: Said) -> Done {
        let workflow = &self.version.definition.workflow;
        let step = after.state.step_key.as_deref().map(crate::workflow::StepKey::new);
        Done {
            status: after.state.status,
            step_name: step.and_then(|key| workflow.step(&key).map(|step| step.name.clone())),
            due_at: after.state.due_at,
            paper: said.paper,
            version: LockVersion(after.state.lock_version),
            code: after.code,
        }
    }
}

/// Processing ends here, one way or another.
fn ends(status: Status) -> bool {
    matches!(status, Status::Finished | Status::NotAccepted | Status::Withdrawn)
}
