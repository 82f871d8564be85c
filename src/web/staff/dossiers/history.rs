//! What happened to the dossier, with names, newest first; and the count of its return date.

use serde::Serialize;

use crate::{
    calendar::DayLine,
    dossiers::StaffEvent,
    web::{shell::Visit, words},
};

#[derive(Debug, Serialize)]
pub struct EventView {
    pub title: String,
    pub at: String,
    pub by: String,
    pub note: String,
}

pub fn history(visit: &Visit, events: &[StaffEvent]) -> Vec<EventView> {
    events
        .iter()
        .map(|event| {
            let what = visit.text(event.kind.text_key(), &[]);
            let said = [
                event.note.reason.as_deref(),
                event.note.asked.as_deref(),
                event.note.comment.as_deref(),
                event.note.receiver.as_deref(),
                event.note.receiver_id.as_deref(),
            ];
            EventView {
                title: event.to_step.as_ref().map_or_else(|| what.clone(), |step| format!("{what}: {step}")),
                at: words::moment(event.at),
                by: event.actor_name.clone(),
                note: said.into_iter().flatten().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n"),
            }
        })
        .collect()
}

/// “Vì sao ngày này?”, a line a day.
pub fn why(visit: &Visit, lines: &[DayLine]) -> Vec<String> {
    lines.iter().map(|line| line.words(visit.lang())).collect()
}
