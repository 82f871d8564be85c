//! Phiếu kiểm soát quá trình giải quyết hồ sơ: every handover of a dossier, written when it is closed.
//! Names officials, so it stays in the office.

use serde::Serialize;

use super::{papers::Opening, voice::Voice};
use crate::{
    calendar::Progress,
    documents::{Paper, PaperTime},
    dossiers::{EventKind, model::EventRow},
    kernel::{clock::Instant, lang::Lang},
    workflow::{Step, StepKey},
};

/// Mẫu số 06 (TT 03/2025/TT-VPCP; 05 in TT 01/2018/TT-VPCP).
#[derive(Debug, Clone, Serialize)]
pub struct ControlSheet {
    #[serde(flatten)]
    pub opening: Opening,
    pub received_at: PaperTime,
    pub due_at: Option<PaperTime>,
    pub handovers: Vec<Handover>,
}

/// Who gave it to whom, when, and whether the step that ended was in time.
#[derive(Debug, Clone, Serialize)]
pub struct Handover {
    pub from: String,
    pub by: String,
    pub to: String,
    pub at: PaperTime,
    pub standing: String,
    pub note: String,
}

impl Paper for ControlSheet {
    const KIND: &'static str = "control_sheet";
    const SYMBOL: &'static str = "PKS";

    fn title(&self) -> String {
        "Phiếu kiểm soát quá trình giải quyết hồ sơ".into()
    }
}

impl Voice<'_, '_> {
    pub(super) fn control_sheet(&self, events: &[EventRow]) -> ControlSheet {
        let row = &self.hand.row;
        let received = row.accepted_at.or(row.submitted_at).unwrap_or(self.hand.now.instant());
        let mut entered = row.submitted_at.unwrap_or(received);
        let mut handovers = Vec::new();
        for event in events {
            if let Some(handover) = self.handover(event, entered) {
                handovers.push(handover);
            }
            if begins_anew(event) {
                entered = event.at;
            }
        }
        ControlSheet {
            opening: self.opening(),
            received_at: PaperTime(received),
            due_at: self.after.state.due_at.map(PaperTime),
            handovers,
        }
    }

    /// An event that gave the dossier out of one hand into another.
    fn handover(&self, event: &EventRow, entered: Instant) -> Option<Handover> {
        let step = |key: &StepKey| self.hand.version.definition.workflow.step(key);
        let (note, from) = (event.note(), event.step_key.as_deref().map(StepKey::new));
        let from = from.as_ref().and_then(step)?;
        let to = match (note.to_step.as_ref().and_then(step), event.kind) {
            (Some(to), _) => to.name.clone(),
            (None, EventKind::ResultReturned | EventKind::CollectedOnline) => note.receiver.clone().unwrap_or_else(|| "Công dân".into()),
            _ => return None,
        };
        Some(Handover {
            from: from.name.clone(),
            by: if event.actor_name.is_empty() { "Tự động".into() } else { event.actor_name.clone() },
            to,
            at: PaperTime(event.at),
            standing: self.standing(from, entered, event.at),
            note: note.comment.or(note.reason).unwrap_or_default(),
        })
    }

    /// Trước hạn, đúng hạn, quá hạn: by the hours of the step, days compared.
    fn standing(&self, step: &Step, entered: Instant, left: Instant) -> String {
        let calendar = self.hand.rules.calendar(self.hand.agency);
        let due = calendar.add_minutes(entered, step.hours.in_minutes());
        calendar.standing(self.hand.now, due, Progress::Finished(left)).words(Lang::Vi)
    }
}

/// After a handover, and after every pause, a step has its whole time.
fn begins_anew(event: &EventRow) -> bool {
    let resumed = [EventKind::Accepted, EventKind::TakenIn, EventKind::SupplementCompleted, EventKind::PaymentTaken, EventKind::Resumed];
    event.note().to_step.is_some() || resumed.contains(&event.kind)
}
