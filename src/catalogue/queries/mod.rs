//! SQL of the catalogue.

mod procedures;
mod search;
mod versions;

pub(super) use procedures::{
    counts_by_field, digests_of_texts, enter_procedures, enter_service_procedures, enter_texts, forget_others, last_list, look_again,
    note_list, procedure, replace_names, words_of_the_index,
};
pub(super) use search::{HitRow, Narrowing, Step, named, search, walk};
pub(super) use versions::{all_versions, close, enter_service, insert_version, last_version};
