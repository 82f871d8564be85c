//! Từ chối: before acceptance the dossier is not accepted, during processing the result refuses.

use super::{ActRefused, Done, EventNote, Rules, Seen, act::required, applying::Brought, at_hand::AtHand};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Refuses with a reason that the citizen reads; form 03 goes out.
pub async fn refuse(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen, reason: &str) -> Result<Done, ActRefused> {
    let reason = required(reason)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::Refuse)?;
        let note = EventNote { reason: Some(reason.clone()), ..EventNote::default() };
        hand.apply(conn, Action::Refuse, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
