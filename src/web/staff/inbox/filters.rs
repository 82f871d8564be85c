//! The boxes above the list, filled as the address says.

use serde::Serialize;

use super::{
    address::{ME, NOBODY, who},
    channel_key,
};
use crate::{
    dossiers::{Channel, InboxFilter, Queue, Rules},
    kernel::{actor::Official, ids::ServiceId, text::fold},
    web::{shell::Visit, staff::days::in_box},
    workflow::Status,
};

#[derive(Debug, Serialize)]
pub struct FilterView {
    pub queue: Queue,
    pub search: String,
    pub service: String,
    pub status: String,
    pub step: String,
    pub assigned: String,
    pub channel: String,
    pub received_from: String,
    pub received_to: String,
    pub due_from: String,
    pub due_to: String,
    /// One of the boxes that are usually folded away is in use.
    pub unfolded: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub value: String,
    pub text: String,
}

/// What each box offers.
#[derive(Debug, Serialize)]
pub struct Choices {
    pub services: Vec<Choice>,
    pub statuses: Vec<Choice>,
    pub steps: Vec<Choice>,
    pub assigned: Vec<Choice>,
    pub channels: Vec<Choice>,
}

impl FilterView {
    pub fn of(filter: &InboxFilter, official: &Official, typed: &str) -> Self {
        let word = |word: Option<String>| word.unwrap_or_default();
        Self {
            queue: filter.queue,
            search: typed.chars().take(100).collect(),
            service: word(filter.service.map(|id| id.to_string())),
            status: word(filter.status.map(|status| status.to_string())),
            step: word(filter.step.as_ref().map(ToString::to_string)),
            assigned: who(filter.assigned, official.account),
            channel: word(filter.channel.map(|channel| channel.to_string())),
            received_from: in_box(filter.received.from),
            received_to: in_box(filter.received.to),
            due_from: in_box(filter.due.from),
            due_to: in_box(filter.due.to),
            unfolded: filter.status.is_some()
                || filter.step.is_some()
                || filter.assigned.is_some()
                || filter.channel.is_some()
                || !filter.received.is_any()
                || !filter.due.is_any(),
        }
    }

    pub fn sample() -> Self {
        let none = String::new;
        Self {
            queue: Queue::Mine,
            search: "mau".into(),
            service: none(),
            status: none(),
            step: none(),
            assigned: none(),
            channel: none(),
            received_from: "2026-11-01".into(),
            received_to: none(),
            due_from: none(),
            due_to: none(),
            unfolded: true,
        }
    }
}

impl Choices {
    pub fn of(visit: &Visit, rules: &Rules, filter: &InboxFilter) -> Self {
        Self {
            services: services(visit, rules),
            statuses: with_all(
                visit,
                Status::ALL.iter().filter(|s| **s != Status::Draft).map(|s| choice(s, visit.text(s.text_key(None), &[]))),
            ),
            steps: steps(visit, rules, filter.service),
            assigned: with_all(
                visit,
                [(ME, "inbox-assigned-me"), (NOBODY, "inbox-assigned-nobody")].map(|(v, key)| choice(v, visit.text(key, &[]))),
            ),
            channels: with_all(visit, Channel::ALL.iter().map(|c| choice(c, visit.text(channel_key(*c), &[])))),
        }
    }

    pub fn sample() -> Self {
        let all = vec![choice("", "Tất cả".to_owned())];
        Self { services: all.clone(), statuses: all.clone(), steps: all.clone(), assigned: all.clone(), channels: all }
    }
}

fn choice(value: impl ToString, text: String) -> Choice {
    Choice { value: value.to_string(), text }
}

fn with_all(visit: &Visit, rest: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(choice("", visit.text("inbox-all", &[]))).chain(rest).collect()
}

fn services(visit: &Visit, rules: &Rules) -> Vec<Choice> {
    let mut names: Vec<Choice> = rules
        .catalogue
        .all_in_force(visit.now().instant())
        .iter()
        .map(|version| choice(version.service, version.definition.name.get(visit.lang()).to_owned()))
        .collect();
    names.sort_by_cached_key(|one| fold(&one.text));
    std::iter::once(choice("", visit.text("inbox-all-services", &[]))).chain(names).collect()
}

/// Steps of the chosen service, in its order; of all services, each name once.
fn steps(visit: &Visit, rules: &Rules, service: Option<ServiceId>) -> Vec<Choice> {
    let mut steps: Vec<Choice> = Vec::new();
    for version in rules.catalogue.all_in_force(visit.now().instant()).iter().filter(|v| service.is_none_or(|id| id == v.service)) {
        for step in &version.definition.workflow.steps {
            if !steps.iter().any(|known| known.value == step.key.as_str()) {
                steps.push(choice(&step.key, step.name.clone()));
            }
        }
    }
    with_all(visit, steps)
}
