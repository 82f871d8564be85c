//! The card on top of a dossier: what its state is, why, until when, and the one thing to do.

use serde::Serialize;

use super::links::Link;
use crate::{
    calendar::{Standing, Tone},
    dossiers::{DossierFacts, EventKind, OwnerDossier, SupplementFacts},
    kernel::{clock::Instant, places::Place},
    platform::i18n::TextValue,
    web::{shell::Visit, words},
    workflow::{Decision, ReturnMethod, Status},
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct StatusCard {
    /// As in the component `ui.notice_card`: `soon`, `ok`, `late`, `info`.
    pub kind: &'static str,
    pub tag: String,
    pub title: String,
    /// What a person wrote: a reason; may have several lines. Empty if none.
    pub quote: String,
    /// Sentences of the portal.
    pub lines: Vec<String>,
    pub button: Option<Link>,
}

/// Says the state of a dossier to the person whose it is.
pub(super) fn of(visit: &Visit, dossier: &OwnerDossier) -> StatusCard {
    let facts = &dossier.facts;
    match (facts.status, facts.decision, &dossier.supplement) {
        (Status::SupplementRequested, _, Some(asked)) if asked.is_waiting() => supplement(visit, facts, asked),
        (Status::SupplementRequested, _, Some(asked)) => answered(visit, facts, asked),
        (Status::NotAccepted, ..) | (Status::Finished | Status::Returned, Some(Decision::Refused), _) => refused(visit, dossier),
        (Status::Finished, ..) => finished(visit, facts),
        (Status::Returned, ..) => returned(visit, facts),
        (Status::Registered, ..) => registered(visit, facts),
        (Status::PaymentRequested, ..) => payment(visit, dossier),
        (Status::Stopped, ..) => stopped(visit, dossier),
        (Status::Accepted | Status::Processing, ..) => match dossier.draft_until {
            Some(until) => draft(visit, facts, until),
            None => processing(visit, dossier),
        },
        _ => plain(visit, facts),
    }
}

fn card(visit: &Visit, facts: &DossierFacts, kind: &'static str, title: String) -> StatusCard {
    let tag = visit.text(facts.status.text_key(facts.decision), &[]);
    StatusCard { kind, tag, title, quote: String::new(), lines: Vec::new(), button: None }
}

fn plain(visit: &Visit, facts: &DossierFacts) -> StatusCard {
    card(visit, facts, "info", visit.text(facts.status.text_key(facts.decision), &[]))
}

fn supplement(visit: &Visit, facts: &DossierFacts, asked: &SupplementFacts) -> StatusCard {
    let until = day(visit, asked.answer_until);
    let title = visit.text("dossier-supplement-title", &[("count", asked.items.len().into()), ("day", until.clone())]);
    StatusCard {
        tag: visit.text("dossier-supplement-tag", &[]),
        quote: asked.reason.clone(),
        lines: vec![visit.text("dossier-supplement-paused", &[]), visit.text("dossier-supplement-else", &[("day", until)])],
        button: Some(Link::to(&Place::Supplement(facts.code.clone()), visit.text("mine-supplement-now", &[]))),
        ..card(visit, facts, "soon", title)
    }
}

fn answered(visit: &Visit, facts: &DossierFacts, asked: &SupplementFacts) -> StatusCard {
    let sent = asked.answered_at.unwrap_or(asked.requested_at);
    StatusCard {
        tag: visit.text("dossier-answered-tag", &[]),
        lines: vec![visit.text("dossier-answered-next", &[("agency", facts.agency_name.clone().into())])],
        ..card(visit, facts, "info", visit.text("dossier-answered-title", &[("at", words::moment(sent).into())]))
    }
}

fn refused(visit: &Visit, dossier: &OwnerDossier) -> StatusCard {
    let facts = &dossier.facts;
    let key = if facts.status == Status::NotAccepted { "dossier-not-accepted-title" } else { "dossier-refused-title" };
    StatusCard {
        quote: dossier.refused_because.clone().unwrap_or_default(),
        lines: vec![visit.text("dossier-refused-what", &contact(visit, facts))],
        button: Some(Link::to(&Place::Apply(facts.service_slug.clone()), visit.text("dossier-apply-again", &[]))),
        ..card(visit, facts, "late", visit.text(key, &[("agency", facts.agency_name.clone().into())]))
    }
}

fn finished(visit: &Visit, facts: &DossierFacts) -> StatusCard {
    let online = facts.return_method == Some(ReturnMethod::Online);
    let key = if online { "dossier-finished-online" } else { "dossier-finished-counter" };
    // Not of every agency is an address known.
    let known = [facts.agency_name.as_str(), &facts.agency_address].into_iter().filter(|part| !part.is_empty());
    let place = [("agency", known.collect::<Vec<_>>().join(", ").into())];
    StatusCard {
        lines: vec![visit.text(key, &place)],
        button: Some(Link::to(&Place::Result(facts.code.clone()), visit.text("dossier-download-result", &[]))),
        ..card(visit, facts, "ok", visit.text("dossier-finished-title", &[]))
    }
}

fn returned(visit: &Visit, facts: &DossierFacts) -> StatusCard {
    let at = facts.returned_at.or(facts.finished_at).unwrap_or(facts.submitted_at);
    StatusCard {
        button: Some(Link::to(&Place::Result(facts.code.clone()), visit.text("dossier-download-result", &[]))),
        ..card(visit, facts, "ok", visit.text("dossier-returned-title", &[("day", day(visit, at))]))
    }
}

fn registered(visit: &Visit, facts: &DossierFacts) -> StatusCard {
    let mut lines = vec![visit.text("dossier-registered-next", &[("agency", facts.agency_name.clone().into())])];
    lines.extend(
        facts.deadline.step_due_at.map(|due| visit.text("dossier-registered-due", &[("at", words::appointment(due, visit.lang()).into())])),
    );
    StatusCard { lines, ..card(visit, facts, "info", visit.text("dossier-registered-title", &[])) }
}

/// The draft of the result is before the citizen.
fn draft(visit: &Visit, facts: &DossierFacts, until: Instant) -> StatusCard {
    let until = words::appointment(until, visit.lang());
    StatusCard {
        tag: visit.text("dossier-draft-tag", &[]),
        lines: vec![visit.text("dossier-draft-else", &[])],
        button: Some(Link::to(&Place::CheckDraft(facts.code.clone()), visit.text("dossier-draft-now", &[]))),
        ..card(visit, facts, "soon", visit.text("dossier-draft-title", &[("until", until.into())]))
    }
}

/// How much is to be paid, where and how, and that no time is lost meanwhile.
fn payment(visit: &Visit, dossier: &OwnerDossier) -> StatusCard {
    let facts = &dossier.facts;
    let amount = dossier.to_pay.as_ref().map_or(facts.fee, |asked| asked.amount).to_string();
    let place = [("agency", facts.agency_name.clone().into()), ("code", facts.code.to_string().into())];
    StatusCard {
        quote: dossier.to_pay.as_ref().map(|asked| asked.reason.clone()).unwrap_or_default(),
        lines: vec![visit.text("dossier-payment-how", &place), visit.text("dossier-payment-paused", &[])],
        ..card(visit, facts, "soon", visit.text("dossier-payment-title", &[("amount", amount.into())]))
    }
}

fn stopped(visit: &Visit, dossier: &OwnerDossier) -> StatusCard {
    StatusCard {
        quote: said(dossier, EventKind::Stopped),
        lines: vec![visit.text("dossier-stopped-next", &contact(visit, &dossier.facts))],
        ..card(visit, &dossier.facts, "late", visit.text("dossier-stopped-title", &[]))
    }
}

/// What the office wrote with the last event of this kind.
fn said(dossier: &OwnerDossier, kind: EventKind) -> String {
    dossier.events.iter().find(|event| event.kind == kind).and_then(|event| event.reason.clone()).unwrap_or_default()
}

fn processing(visit: &Visit, dossier: &OwnerDossier) -> StatusCard {
    let facts = &dossier.facts;
    let title = match facts.deadline.due_at {
        Some(due) => visit.text("dossier-processing-due", &[("at", words::appointment(due, visit.lang()).into())]),
        None => visit.text("dossier-processing-title", &[]),
    };
    let step = facts.step.as_ref().map(|step| visit.text("dossier-processing-step", &[("step", step.public_name.clone().into())]));
    let wish = dossier.withdrawal_asked.then(|| visit.text("dossier-withdrawal-asked", &[("agency", facts.agency_name.clone().into())]));
    let put_off = said(dossier, EventKind::Extended);
    let sorry = (!put_off.is_empty()).then(|| visit.text("dossier-put-off", &[("agency", facts.agency_name.clone().into())]));
    match facts.deadline.standing {
        Some(standing) if standing.tone() == Tone::Late => late(visit, facts, standing, title),
        _ => StatusCard { lines: [sorry, step, wish].into_iter().flatten().collect(), quote: put_off, ..card(visit, facts, "info", title) },
    }
}

/// An agency that is late says so first, and who answers for it.
fn late(visit: &Visit, facts: &DossierFacts, standing: Standing, title: String) -> StatusCard {
    StatusCard {
        tag: words::badge(standing, visit.lang()).text,
        lines: vec![visit.text("dossier-late-sorry", &contact(visit, facts))],
        ..card(visit, facts, "late", title)
    }
}

/// Whom to ask: the agency by its own number, or by that of the portal.
fn contact(visit: &Visit, facts: &DossierFacts) -> [(&'static str, TextValue<'static>); 2] {
    let phone = if facts.agency_phone.is_empty() { visit.hotline().to_owned() } else { facts.agency_phone.clone() };
    [("agency", facts.agency_name.clone().into()), ("phone", phone.into())]
}

fn day(visit: &Visit, at: Instant) -> TextValue<'static> {
    words::day_of_week(at, visit.lang()).into()
}
