//! The history in words of the reader, and the road from submission to result.

use super::timeline::{By, PublicEvent, StaffEvent, Stage, StageState};
use crate::{
    catalogue::ServiceVersion,
    dossiers::{
        event::EventKind,
        model::{EventRow, Row},
    },
    kernel::{actor::Role, lang::Lang},
    workflow::{Status, Step, StepKey, StepKind},
};

/// Newest first; what is the office's own affair is left out.
pub fn public_events(version: &ServiceVersion, events: &[EventRow], lang: Lang) -> Vec<PublicEvent> {
    let public = events.iter().rev().filter(|event| event.public);
    public
        .map(|event| {
            let note = event.note();
            let by = match event.actor.as_str() {
                "citizen" => By::You,
                "official" => By::Role(event.actor_role.unwrap_or(Role::ReceptionOfficer)),
                _ => By::Portal,
            };
            PublicEvent {
                kind: event.kind,
                at: event.at,
                by,
                reason: note.reason,
                to_step: note.to_step.and_then(|key| step(version, &key).map(|step| step.public_name_in(lang).to_owned())),
                due_after: note.due_after,
                items: note.items,
                answer_until: note.answer_until,
            }
        })
        .collect()
}

/// Newest first.
pub fn staff_events(version: &ServiceVersion, events: &[EventRow]) -> Vec<StaffEvent> {
    let name = |key: StepKey| step(version, &key).map(|step| step.name.clone());
    let staff = |event: &EventRow| {
        let note = event.note();
        StaffEvent {
            kind: event.kind,
            at: event.at,
            actor_name: event.actor_name.clone(),
            actor_role: event.actor_role,
            step: event.step_key.as_deref().map(StepKey::new).and_then(name),
            to_step: note.to_step.clone().and_then(name),
            note,
        }
    };
    events.iter().rev().map(staff).collect()
}

/// Past, present and future, in the words for citizens. A dossier that ended early has no future.
pub fn stages(version: &ServiceVersion, row: &Row, events: &[EventRow], lang: Lang) -> Vec<Stage> {
    let word = |key: &str| version.form.world().texts.get(lang, key, &[]);
    let mut stages = vec![Stage { name: word(EventKind::Submitted.text_key()), state: StageState::Done, at: row.submitted_at }];
    let steps = &version.definition.workflow.steps;
    let ended_early = matches!(row.status, Status::NotAccepted | Status::Withdrawn);
    let here = row.step().and_then(|key| steps.iter().position(|step| step.key == key));
    // What was gone round, because it was refused before or was not needed, is no part of the past.
    let passed = |step: &Step| {
        let is = |key: Option<&str>| key == Some(step.key.as_str());
        step.kind == StepKind::Return
            || events.iter().any(|e| is(e.step_key.as_deref()) || is(e.note().to_step.as_ref().map(StepKey::as_str)))
    };
    for (place, step) in steps.iter().enumerate() {
        let left = left_at(events, step);
        let (state, at) = match (here, row.status) {
            (_, Status::Returned) if passed(step) => (StageState::Done, left.or(row.returned_at)),
            (Some(here), _) if place < here && passed(step) => (StageState::Done, left),
            (_, Status::Returned) => continue,
            (Some(here), _) if place < here => continue,
            (Some(here), _) if place == here => (present(row), row.step_entered_at),
            (Some(_), _) => (StageState::Ahead, None),
            (None, _) if left.is_some() => (StageState::Done, left),
            (None, _) => continue,
        };
        stages.push(Stage { name: step.public_name_in(lang).to_owned(), state, at });
    }
    if ended_early {
        stages.push(Stage { name: word(row.status.text_key(row.decision)), state: StageState::Current, at: row.finished_at });
    }
    stages
}

/// The reason of the refusal, if there was one.
pub fn refused_because(events: &[EventRow]) -> Option<String> {
    events.iter().rev().find(|event| event.kind == EventKind::Refused).and_then(|event| event.note().reason)
}

fn present(row: &Row) -> StageState {
    if row.waits_for_citizen { StageState::WaitingForYou } else { StageState::Current }
}

fn left_at(events: &[EventRow], step: &Step) -> Option<crate::kernel::clock::Instant> {
    let of_step = events.iter().rev().filter(|event| event.step_key.as_deref() == Some(step.key.as_str()));
    of_step.filter(|event| event.note().to_step.is_some()).map(|event| event.at).next()
}

fn step<'a>(version: &'a ServiceVersion, key: &StepKey) -> Option<&'a Step> {
    version.definition.workflow.step(key)
}
