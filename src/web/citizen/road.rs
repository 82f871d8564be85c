//! The road of a dossier: past, present and the steps still ahead.

use serde::Serialize;

use crate::{
    dossiers::{By, PublicEvent, Stage, StageState},
    web::{shell::Visit, words},
};

/// One mark of the component `ui.timeline`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Mark {
    pub state: &'static str,
    pub title: String,
    pub detail: String,
    pub at: String,
}

/// One line of the history.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub title: String,
    pub at: String,
    /// Who, by role; officials' names are not shown.
    pub by: String,
    pub note: String,
}

pub(super) fn marks(visit: &Visit, stages: &[Stage]) -> Vec<Mark> {
    stages.iter().map(|stage| mark(visit, stage)).collect()
}

fn mark(visit: &Visit, stage: &Stage) -> Mark {
    let detail = match stage.state {
        StageState::WaitingForYou => visit.text("road-your-turn", &[]),
        _ => String::new(),
    };
    Mark { state: word(stage.state), title: stage.name.clone(), detail, at: stage.at.map(words::moment).unwrap_or_default() }
}

const fn word(state: StageState) -> &'static str {
    match state {
        StageState::Done => "done",
        StageState::Current => "now",
        StageState::WaitingForYou => "problem",
        StageState::Ahead => "later",
    }
}

pub(super) fn history(visit: &Visit, events: &[PublicEvent]) -> Vec<Line> {
    events.iter().map(|event| line(visit, event)).collect()
}

fn line(visit: &Visit, event: &PublicEvent) -> Line {
    let by = match event.by {
        By::You => visit.text("road-by-you", &[]),
        By::Role(role) => visit.text(&format!("role-{role}"), &[]),
        By::Portal => visit.text("road-by-portal", &[]),
    };
    let day = |at| words::day_of_week(at, visit.lang());
    let mut notes = Vec::new();
    notes.extend(event.to_step.clone().map(|step| visit.text("road-to-step", &[("step", step.into())])));
    notes.extend(event.due_after.map(|due| visit.text("road-due", &[("day", day(due).into())])));
    notes.extend(event.answer_until.map(|until| visit.text("road-answer-until", &[("day", day(until).into())])));
    notes.extend(event.reason.clone());
    Line { title: visit.text(event.kind.text_key(), &[]), at: words::moment(event.at), by, note: notes.join("\n") }
}
