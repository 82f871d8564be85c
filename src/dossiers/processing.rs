//! Chuyển bước, trả lại, ký duyệt.

use super::{ActRefused, Done, Rules, Seen};
use crate::{
    kernel::{actor::Official, clock::Now},
    platform::db::Conn,
};

/// Hands the dossier to the next step. The comment is read by officials only and may be empty.
pub async fn forward(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen, _comment: &str) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}

/// Back to the step before; the comment says why and is required.
pub async fn send_back(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen, _comment: &str) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}

/// Ký duyệt: the leader agrees.
pub async fn approve(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _seen: &Seen, _comment: &str) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
