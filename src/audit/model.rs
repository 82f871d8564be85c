//! A line of the audit as it lies in the table.

use diesel::prelude::*;

use crate::{
    kernel::{clock::Instant, ids::AccountId},
    platform::db::schema::audit,
};

/// A line with its place in the chain, if it has one yet.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit, check_for_backend(diesel::pg::Pg))]
pub(super) struct Line {
    pub seq: i64,
    pub at: Instant,
    pub account_id: Option<AccountId>,
    pub actor: String,
    pub action: String,
    pub subject_kind: String,
    pub subject: String,
    pub data: serde_json::Value,
    pub place: Option<i64>,
    pub prev_hash: Option<Vec<u8>>,
    pub hash: Option<Vec<u8>>,
}
