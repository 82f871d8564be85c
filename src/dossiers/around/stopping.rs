//! Dừng xử lý và tiếp tục: decided by a leader, told to the citizen with its reason.

use crate::{
    dossiers::{
        ActRefused, Done, EventNote, Rules, Seen,
        act::{optional, required},
        applying::Brought,
        at_hand::AtHand,
    },
    kernel::{actor::Official, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Stops the work; the clock stands, the citizen receives the notice with the reason.
pub async fn stop(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen, reason: &str) -> Result<Done, ActRefused> {
    let note = EventNote { reason: Some(required(reason)?), ..EventNote::default() };
    act(conn, rules, now, official, seen, (Action::Stop, note)).await
}

/// Goes on with the working time that was left.
pub async fn resume(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen, comment: &str) -> Result<Done, ActRefused> {
    let note = EventNote { comment: optional(comment)?, ..EventNote::default() };
    act(conn, rules, now, official, seen, (Action::Resume, note)).await
}

async fn act(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    (action, note): (Action, EventNote),
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(action)?;
        hand.apply(conn, action, outcome, Brought { note: note.clone(), ..Brought::default() }).await
    })
    .await
}
