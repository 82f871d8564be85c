//! Tiếp nhận: the one-stop official accepts; the legal clock starts and form 01 goes out.

use super::{ActRefused, Done, Rules, Seen, applying::Brought, at_hand::AtHand, reading::documents_given};
use crate::{
    attachments,
    kernel::{actor::Official, clock::Now, lang::Lang},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// Accepts a dossier. The return date is counted by the calendar of its agency.
pub async fn accept(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::Accept)?;
        let files = attachments::list(conn, hand.row.id).await?;
        let documents = documents_given(&hand.version, &hand.answers(), now.today(), Lang::Vi, files);
        hand.apply(conn, Action::Accept, outcome, Brought { documents, ..Brought::default() }).await
    })
    .await
}
