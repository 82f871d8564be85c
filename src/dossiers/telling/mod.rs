//! What an act says to the outside: the official paper that it writes, the letter that tells of it.

mod control_sheet;
pub(super) mod daily;
pub(super) mod letter_kinds;
mod letters;
mod notices;
mod notices_around;
mod papers;
mod papers_around;
pub(super) mod result_paper;
mod slips;
mod slips_around;
mod voice;

use self::voice::Voice;
use super::{
    ActRefused,
    applying::{After, Brought},
    at_hand::AtHand,
};
use crate::{
    dossiers::queries::history,
    kernel::ids::PaperId,
    platform::db::Conn,
    workflow::{Outcome, Status, Told},
};

/// What was said.
pub(super) struct Said {
    pub paper: Option<PaperId>,
}

/// Writes the paper and the letter that an outcome asks for, in the transaction of the act.
pub(super) async fn say(
    conn: &mut Conn,
    hand: &AtHand<'_>,
    outcome: &Outcome,
    after: &After,
    brought: &Brought,
) -> Result<Said, ActRefused> {
    let voice = Voice { hand, after, brought };
    let paper = match outcome.paper {
        Some(paper) => Some(voice.write(conn, paper).await?),
        None => None,
    };
    if outcome.status == Status::Returned && hand.row.accepted_at.is_some() {
        let events = history::events(conn, hand.row.id).await?;
        voice.issue(conn, &voice.control_sheet(&events)).await?;
    }
    if let Some(told) = outcome.told {
        tell(conn, hand, after, brought, told, paper).await?;
    }
    Ok(Said { paper })
}

/// The letter alone, if there is anybody to whom it can go.
pub(super) async fn tell(
    conn: &mut Conn,
    hand: &AtHand<'_>,
    after: &After,
    brought: &Brought,
    told: Told,
    paper: Option<PaperId>,
) -> Result<(), ActRefused> {
    let voice = Voice { hand, after, brought };
    match voice.recipient(conn).await? {
        Some(recipient) => Ok(voice.tell(conn, told, &recipient, paper).await?),
        None => Ok(()),
    }
}
