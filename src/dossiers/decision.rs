//! Từ chối: before acceptance the dossier is not accepted, during processing the result refuses.

use super::{ActRefused, Done, Rules, Seen};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::Conn,
};

/// Refuses with a reason that the citizen reads; form 03 goes out.
pub async fn refuse(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen, _reason: &str) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
