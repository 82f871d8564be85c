//! Trả kết quả: at the counter, or online by the citizen's own download.

use super::{ActRefused, Done, Rules, Seen};
use crate::{
    kernel::{
        actor::{Citizen, Official},
        clock::Now,
        dossier_code::DossierCode,
    },
    platform::db::Conn,
};

/// Who takes the result at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Name and, if not the applicant himself, in what capacity.
    pub name: String,
}

/// Records that the result was handed over.
pub async fn return_result(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _official: &Official,
    _seen: &Seen,
    _receiver: &Receiver,
) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}

/// The citizen has downloaded the result: with return online this is the handing over. Harmless
/// when repeated, and where the result is handed over otherwise.
pub async fn collect_online(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen, _code: &DossierCode) -> Result<(), ActRefused> {
    Err(ActRefused::NotFound)
}
