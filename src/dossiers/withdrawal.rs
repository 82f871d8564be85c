//! Rút hồ sơ: free before acceptance.

use super::{ActRefused, Done, EventNote, Rules, Seen, act::optional, applying::Brought, at_hand::AtHand};
use crate::{
    kernel::{actor::Citizen, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Takes the dossier back. The reason may be empty.
pub async fn withdraw(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, seen: &Seen, reason: &str) -> Result<Done, ActRefused> {
    let reason = optional(reason)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_owner(conn, rules, now, citizen, seen).await?;
        let outcome = hand.decide(Action::Withdraw)?;
        let note = EventNote { reason: reason.clone(), ..EventNote::default() };
        hand.apply(conn, Action::Withdraw, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
