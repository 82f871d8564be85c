//! Tiếp nhận: the one-stop official accepts; the legal clock starts and form 01 goes out.

use super::{ActRefused, Done, Rules, Seen};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::Conn,
};

/// Accepts a dossier. The return date is counted by the calendar of its agency.
pub async fn accept(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
