//! Chuyển bước, trả lại, ký duyệt.

use super::{
    ActRefused, Done, EventNote, Rules, Seen,
    act::{optional, required},
    applying::Brought,
    at_hand::AtHand,
};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Hands the dossier to the next step. The comment is read by officials only and may be empty.
pub async fn forward(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    comment: &str,
) -> Result<Done, ActRefused> {
    step(conn, rules, now, official, seen, (Action::Forward, optional(comment)?)).await
}

/// Back to the step before; the comment says why and is required.
pub async fn send_back(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    comment: &str,
) -> Result<Done, ActRefused> {
    step(conn, rules, now, official, seen, (Action::SendBack, Some(required(comment)?))).await
}

/// Ký duyệt: the leader agrees.
pub async fn approve(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    comment: &str,
) -> Result<Done, ActRefused> {
    step(conn, rules, now, official, seen, (Action::Approve, optional(comment)?)).await
}

async fn step(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    (action, comment): (Action, Option<String>),
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(action)?;
        let note = EventNote { comment: comment.clone(), ..EventNote::default() };
        hand.apply(conn, action, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
