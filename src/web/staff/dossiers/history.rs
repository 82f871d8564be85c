//! What happened to the dossier, with names, newest first; and the count of its return date.

use serde::Serialize;

use crate::{
    calendar::DayLine,
    dossiers::{EventKind, StaffEvent},
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
            let freed = event.kind == EventKind::Assigned && event.note.assignee.is_none();
            let what = visit.text(if freed { "event-freed" } else { event.kind.text_key() }, &[]);
            let to = event.to_step.as_ref().or(event.note.assignee.as_ref());
            let said = [
                event.note.reason.as_deref(),
                event.note.asked.as_deref(),
                event.note.comment.as_deref(),
                event.note.receiver.as_deref(),
                event.note.receiver_id.as_deref(),
            ];
            EventView {
                title: to.map_or_else(|| what.clone(), |to| format!("{what}: {to}")),
                at: words::moment(event.at),
                by: match &event.note.on_behalf {
                    Some(absent) => {
                        visit.text("history-on-behalf", &[("name", event.actor_name.as_str().into()), ("absent", absent.as_str().into())])
                    }
                    None => event.actor_name.clone(),
                },
                note: said.into_iter().flatten().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n"),
            }
        })
        .collect()
}

/// “Vì sao ngày này?”, a line a day.
pub fn why(visit: &Visit, lines: &[DayLine]) -> Vec<String> {
    lines.iter().map(|line| line.words(visit.lang())).collect()
}
