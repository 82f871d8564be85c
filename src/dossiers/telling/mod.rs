//! What an act says to the outside: the official paper that it writes, the letter that tells of it.

pub(super) mod daily;
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
use crate::{kernel::ids::PaperId, platform::db::Conn, workflow::Outcome};

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
    if let Some(told) = outcome.told
        && let Some(recipient) = voice.recipient(conn).await?
    {
        voice.tell(conn, told, &recipient, paper).await?;
    }
    Ok(Said { paper })
}
