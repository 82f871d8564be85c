//! Yêu cầu bổ sung: asked once, naming everything; the clock stands still until the answer has been
//! looked at.

use super::{ActRefused, Done, ItemTarget, Rules, Seen};
use crate::{
    kernel::{
        actor::{Citizen, Official},
        clock::Now,
    },
    platform::db::Conn,
};

/// What an official asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementRequest {
    /// With a remark to each; empty where the reason says it all.
    pub items: Vec<(ItemTarget, String)>,
    pub reason: String,
    /// Calendar days to answer, 1 to 60.
    pub days: u32,
}

/// What a citizen answers: typed values of the questions asked for. Files asked for are attached
/// before, by `attach`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupplementAnswers {
    pub typed: Vec<(String, String)>,
}

/// Asks for a supplement; form 02 goes out.
pub async fn request_supplement(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _official: &Official,
    _seen: &Seen,
    _request: &SupplementRequest,
) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}

/// Answers exactly what was asked; everything else in the dossier stays as it was.
pub async fn answer_supplement(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _seen: &Seen,
    _answers: &SupplementAnswers,
) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}

/// The official has looked at the answer: the clock goes on with the minutes that were left.
pub async fn complete_supplement(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
