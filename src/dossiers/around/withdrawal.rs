//! Rút hồ sơ: free before acceptance, agreed by the one-stop shop after it.

use crate::{
    dossiers::{
        ActRefused, Done, EventNote, Rules, Seen,
        act::{optional, required},
        applying::Brought,
        at_hand::AtHand,
    },
    kernel::{
        actor::{Citizen, Official},
        clock::Now,
    },
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Takes the dossier back. The reason may be empty.
pub async fn withdraw(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, seen: &Seen, reason: &str) -> Result<Done, ActRefused> {
    of_owner(conn, rules, now, citizen, seen, (Action::Withdraw, optional(reason)?)).await
}

/// Asks to have it back after acceptance; whoever decides about it reads the reason.
pub async fn ask_withdrawal(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    seen: &Seen,
    reason: &str,
) -> Result<Done, ActRefused> {
    of_owner(conn, rules, now, citizen, seen, (Action::AskWithdrawal, Some(required(reason)?))).await
}

async fn of_owner(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    seen: &Seen,
    (action, reason): (Action, Option<String>),
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_owner(conn, rules, now, citizen, seen).await?;
        let outcome = hand.decide(action)?;
        let note = EventNote { reason: reason.clone(), ..EventNote::default() };
        hand.apply(conn, action, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}

/// The dossier goes back to the citizen, who had asked for it.
pub async fn agree_withdrawal(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    note: &str,
) -> Result<Done, ActRefused> {
    of_official(conn, rules, now, official, seen, (Action::AgreeWithdrawal, optional(note)?)).await
}

/// It stays, for a reason that the citizen reads: the result is nearly there, the fee was spent.
pub async fn decline_withdrawal(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    reason: &str,
) -> Result<Done, ActRefused> {
    of_official(conn, rules, now, official, seen, (Action::DeclineWithdrawal, Some(required(reason)?))).await
}

async fn of_official(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    (action, reason): (Action, Option<String>),
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(action)?;
        let note = EventNote { reason: reason.clone(), ..EventNote::default() };
        hand.apply(conn, action, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
