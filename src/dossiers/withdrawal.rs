//! Rút hồ sơ: free before acceptance.

use super::{ActRefused, Done, Rules, Seen};
use crate::{
    kernel::{actor::Citizen, clock::Now},
    platform::db::Conn,
};

/// Takes the dossier back. The reason may be empty.
pub async fn withdraw(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen, _seen: &Seen, _reason: &str) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
