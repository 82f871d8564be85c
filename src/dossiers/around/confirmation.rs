//! Kiểm tra bản dự thảo: the citizen says that it is right, or what is not.

use crate::{
    dossiers::{ActRefused, Done, EventNote, Rules, Seen, act::required, applying::Brought, at_hand::AtHand},
    kernel::{actor::Citizen, clock::Now},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// The draft is right: the dossier goes on.
pub async fn confirm_draft(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, seen: &Seen) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_owner(conn, rules, now, citizen, seen).await?;
        let outcome = hand.decide(Action::ConfirmDraft)?;
        hand.apply(conn, Action::ConfirmDraft, outcome, Brought::default()).await
    })
    .await
}

/// Something in the draft is wrong: it goes back to whoever wrote it.
pub async fn ask_correction(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    seen: &Seen,
    what: &str,
) -> Result<Done, ActRefused> {
    let what = required(what)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_owner(conn, rules, now, citizen, seen).await?;
        let outcome = hand.decide(Action::AskCorrection)?;
        let note = EventNote { reason: Some(what.clone()), ..EventNote::default() };
        hand.apply(conn, Action::AskCorrection, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}
