//! Chuyển bước, trả lại, thu hồi, ký duyệt.

use super::{
    ActRefused, Done, EventNote, Rules, Seen,
    act::{optional, required},
    applying::Brought,
    at_hand::AtHand,
};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::{Action, StepKey, Wish},
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
    forward_to(conn, rules, now, official, seen, None, comment).await
}

/// Hands it to a step that is chosen: an optional one on the way.
pub async fn forward_to(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    to: Option<StepKey>,
    comment: &str,
) -> Result<Done, ActRefused> {
    let wish = Wish { action: Action::Forward, to: to.map(|step| step.to_string()) };
    step(conn, rules, now, official, seen, (wish, Remark::Optional(comment))).await
}

/// Takes back what one has forwarded, while nobody has opened it.
pub async fn recall(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen) -> Result<Done, ActRefused> {
    step(conn, rules, now, official, seen, (Action::Recall.into(), Remark::Optional(""))).await
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
    step(conn, rules, now, official, seen, (Action::SendBack.into(), Remark::Required(comment))).await
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
    step(conn, rules, now, official, seen, (Action::Approve.into(), Remark::Optional(comment))).await
}

/// What was typed beside the act; read only once the dossier is at hand: for whom it is not, nothing is wrong with it.
enum Remark<'a> {
    Optional(&'a str),
    Required(&'a str),
}

impl Remark<'_> {
    fn read(&self) -> Result<Option<String>, ActRefused> {
        match self {
            Self::Optional(text) => optional(text),
            Self::Required(text) => required(text).map(Some),
        }
    }
}

async fn step(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    (wish, remark): (Wish, Remark<'_>),
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let (action, comment) = (wish.action, remark.read()?);
        let outcome = hand.decide(wish.clone())?;
        let note = EventNote { comment, ..EventNote::default() };
        hand.apply(conn, action, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
