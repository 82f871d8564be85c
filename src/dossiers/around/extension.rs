//! Xin lỗi và hẹn lại: once, by a leader, with a reason and a new return date (form 04).

use chrono::NaiveDate;

use crate::{
    dossiers::{ActRefused, Done, EventNote, Missing, Rules, Seen, act::required, applying::Brought, at_hand::AtHand},
    kernel::{actor::Official, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// The new return date, and what the citizen is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub new_day: Option<NaiveDate>,
    pub reason: String,
}

/// Puts the return date off to the end of a later working day.
pub async fn extend(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    extension: &Extension,
) -> Result<Done, ActRefused> {
    let mut missing = match required(&extension.reason) {
        Err(ActRefused::Incomplete(missing)) => missing,
        _ => Vec::new(),
    };
    if extension.new_day.is_none_or(|day| day < now.today()) {
        missing.push(Missing::NewDate);
    }
    if !missing.is_empty() {
        return Err(ActRefused::Incomplete(missing));
    }
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::Extend)?;
        let new_due = extension.new_day.and_then(|day| rules.calendar(hand.agency).closing(day));
        let note = EventNote { reason: Some(required(&extension.reason)?), ..EventNote::default() };
        hand.apply(conn, Action::Extend, outcome, Brought { note, new_due, ..Brought::default() }).await
    })
    .await
}
