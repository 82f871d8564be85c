//! What an official must know before he acts: the citizen wants the dossier back, the work is stopped,
//! money is waited for, a new date was promised, another agency was asked.

use serde::Serialize;

use crate::{
    dossiers::{ConsultationFacts, EventKind, Opinion as Says, Present, Rules, StaffEvent, SupplementFacts, Workbench},
    web::{shell::Visit, words},
    workflow::{Silence, Status},
};

/// A card above the workbench, as in `ui.notice_card`.
#[derive(Debug, Serialize)]
pub struct Alert {
    pub kind: &'static str,
    pub title: String,
    /// What somebody wrote; may be empty.
    pub quote: String,
}

fn present(visit: &Visit, other: &Present) -> Alert {
    let said = [("name", other.name.as_str().into()), ("at", words::time(other.since).into())];
    Alert { kind: "info", title: visit.text("alert-present", &said), quote: String::new() }
}

pub fn alerts(visit: &Visit, bench: &Workbench) -> Vec<Alert> {
    let facts = &bench.facts;
    let open = !facts.status.is_final();
    let mut alerts: Vec<Alert> = bench.present.iter().map(|other| present(visit, other)).collect();
    let mut tell = |kind, key: &str, event: Option<&StaffEvent>| {
        let Some(event) = event else { return };
        let due = event.note.due_after.map(words::moment).unwrap_or_default();
        let amount = event.note.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let title = visit.text(key, &[("at", words::moment(event.at).into()), ("due", due.into()), ("amount", amount.into())]);
        alerts.push(Alert { kind, title, quote: event.note.reason.clone().unwrap_or_default() });
    };
    let last = |kind: EventKind| bench.events.iter().find(|event| event.kind == kind);
    if open && bench.withdrawal_asked {
        tell("soon", "alert-withdrawal", last(EventKind::WithdrawalAsked));
    }
    if facts.status == Status::Stopped {
        tell("late", "alert-stopped", last(EventKind::Stopped));
    }
    if facts.status == Status::PaymentRequested {
        tell("soon", "alert-payment", last(EventKind::PaymentRequested));
    }
    if open {
        tell("info", "alert-extended", last(EventKind::Extended));
        let newest = bench.events.first().filter(|event| event.kind == EventKind::CorrectionAsked);
        tell("soon", "alert-correction", newest);
    }
    alerts.extend(bench.supplements.first().filter(|asked| open && asked.is_waiting()).map(|asked| waited_for(visit, asked)));
    alerts
}

/// What the citizen was asked for, and until when.
fn waited_for(visit: &Visit, asked: &SupplementFacts) -> Alert {
    let items = asked.items.iter().map(|item| format!("– {}", item.label));
    Alert {
        kind: "soon",
        title: visit.text("alert-supplement", &[("until", words::moment(asked.answer_until).into())]),
        quote: std::iter::once(asked.reason.clone()).chain(items).collect::<Vec<_>>().join("\n"),
    }
}

/// An opinion that was asked for, and how far it is.
#[derive(Debug, Serialize)]
pub struct Opinion {
    pub agency: String,
    pub about: String,
    pub question: String,
    /// Whether it waits, was answered or lapsed; one line.
    pub state: String,
    pub answer: String,
}

pub fn opinions(visit: &Visit, rules: &Rules, asked: &[ConsultationFacts]) -> Vec<Opinion> {
    asked
        .iter()
        .map(|asked| Opinion {
            agency: rules.agencies.get(asked.agency).map(crate::agencies::Agency::short_authority).unwrap_or_default(),
            about: asked.name.clone(),
            question: asked.question.clone(),
            state: state(visit, asked),
            answer: asked.answer.clone().unwrap_or_default(),
        })
        .collect()
}

fn state(visit: &Visit, asked: &ConsultationFacts) -> String {
    let at = |at| [("at", words::moment(at).into())];
    match (asked.opinion, asked.answered_at, asked.closed_at) {
        (Some(opinion), Some(answered), _) => {
            format!("{} · {}", visit.text(opinion_key(opinion), &[]), visit.text("opinion-answered", &at(answered)))
        }
        (_, _, Some(closed)) if asked.silence == Silence::Consent => visit.text("opinion-lapsed-consent", &at(closed)),
        (_, _, Some(closed)) => visit.text("opinion-lapsed", &at(closed)),
        _ => visit.text("opinion-waits", &at(asked.answer_until)),
    }
}

pub const fn opinion_key(opinion: Says) -> &'static str {
    match opinion {
        Says::Agrees => "opinion-agrees",
        Says::Disagrees => "opinion-disagrees",
        Says::Informs => "opinion-informs",
    }
}
