//! The filter as it stands in the address; anything unreadable is no filter.

use serde::Deserialize;

use crate::{
    dossiers::{Assigned, Days, InboxCursor, InboxFilter, Queue, Search, Turn},
    kernel::{ids::AccountId, places::Place},
    web::staff::days::{day, in_box},
    workflow::StepKey,
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct InboxQuery {
    pub hang: String,
    pub tim: String,
    pub dich_vu: String,
    pub trang_thai: String,
    pub buoc: String,
    pub can_bo: String,
    pub nguon: String,
    pub nhan_tu: String,
    pub nhan_den: String,
    pub han_tu: String,
    pub han_den: String,
    pub sau: String,
    pub truoc: String,
}

/// In the address, the reader himself.
pub const ME: &str = "toi";
/// In the address, nobody yet.
pub const NOBODY: &str = "chua";

impl InboxQuery {
    pub fn filter(&self, me: AccountId) -> InboxFilter {
        let place = |raw: &str| raw.parse::<InboxCursor>().ok();
        InboxFilter {
            queue: self.hang.parse().unwrap_or(Queue::Mine),
            service: self.dich_vu.parse().ok(),
            status: self.trang_thai.parse().ok(),
            step: Some(self.buoc.trim()).filter(|key| !key.is_empty() && key.len() < 60).map(StepKey::new),
            assigned: match self.can_bo.as_str() {
                ME => Some(Assigned::To(me)),
                NOBODY => Some(Assigned::Nobody),
                other => other.parse().ok().map(Assigned::To),
            },
            channel: self.nguon.parse().ok(),
            received: Days { from: day(&self.nhan_tu), to: day(&self.nhan_den) },
            due: Days { from: day(&self.han_tu), to: day(&self.han_den) },
            search: Search::typed(&self.tim),
            turn: place(&self.sau).map(Turn::After).or_else(|| place(&self.truoc).map(Turn::Before)),
        }
    }
}

/// Who, as the address says it.
pub fn who(assigned: Option<Assigned>, me: AccountId) -> String {
    match assigned {
        Some(Assigned::To(account)) if account == me => ME.to_owned(),
        Some(Assigned::To(account)) => account.to_string(),
        Some(Assigned::Nobody) => NOBODY.to_owned(),
        None => String::new(),
    }
}

/// Names and values of the filter, without the page; empty values are none.
pub fn question(filter: &InboxFilter, me: AccountId) -> Vec<(&'static str, String)> {
    let word = |word: Option<String>| word.unwrap_or_default();
    vec![
        ("hang", filter.queue.to_string()),
        ("tim", word(filter.search.as_ref().map(|search| search.text().to_owned()))),
        ("dich-vu", word(filter.service.map(|id| id.to_string()))),
        ("trang-thai", word(filter.status.map(|status| status.to_string()))),
        ("buoc", word(filter.step.as_ref().map(ToString::to_string))),
        ("can-bo", who(filter.assigned, me)),
        ("nguon", word(filter.channel.map(|channel| channel.to_string()))),
        ("nhan-tu", in_box(filter.received.from)),
        ("nhan-den", in_box(filter.received.to)),
        ("han-tu", in_box(filter.due.from)),
        ("han-den", in_box(filter.due.to)),
    ]
}

/// The address of a list: first page, or the page at that turn.
pub fn address(filter: &InboxFilter, me: AccountId) -> String {
    let mut asked = question(filter, me);
    match filter.turn {
        Some(Turn::After(place)) => asked.push(("sau", place.to_string())),
        Some(Turn::Before(place)) => asked.push(("truoc", place.to_string())),
        None => {}
    }
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Place::Inbox.asking(&asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossiers::Search;

    #[test]
    fn a_filter_is_read_from_the_address_as_it_was_written() {
        let me = AccountId::new();
        let filter = InboxFilter {
            status: "processing".parse().ok(),
            step: Some(StepKey::new("examine")),
            assigned: Some(Assigned::To(me)),
            received: Days { from: day("2026-11-01"), to: day("23/11/2026") },
            search: Search::typed("Hồng Ánh & con"),
            ..InboxFilter::of(Queue::Late)
        };
        let written = address(&filter, me);
        let (_, question) = written.split_once('?').expect("a question");
        let read = actix_web::web::Query::<InboxQuery>::from_query(question).expect("a query").into_inner();
        assert_eq!(read.filter(me), filter, "{written}");
        assert!(written.contains("can-bo=toi"), "{written}");
    }
}
