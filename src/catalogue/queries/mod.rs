//! SQL of the catalogue.

mod search;
mod versions;

pub(super) use search::{SearchTerms, search};
pub(super) use versions::{all_versions, close, enter_service, insert_version, last_version};
