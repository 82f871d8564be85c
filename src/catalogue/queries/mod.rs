//! SQL of the catalogue.

mod drafts;
mod procedures;
mod search;
mod standing;
mod stops;
mod versions;

pub(super) use drafts::{begin_draft, draft, end_draft, grow_save, insert_save, save, saves};
pub(super) use procedures::{
    counts_by_field, digests_of_texts, enter_procedures, enter_service_procedures, enter_texts, forget_others, last_list, look_again,
    note_list, procedure, replace_names, words_of_the_index,
};
pub(super) use search::{HitRow, Narrowing, Step, named, search, walk};
pub(super) use standing::{drafts_standing, services_standing, versions_standing};
pub(super) use stops::{end_stop, insert_stop, open_stops};
pub(super) use versions::{
    Tally, all_versions, close, document_of, enter_service, files_of, files_wait, insert_version, keep_files, last_digest_of_files,
    last_version, lock_service, published_by_hand, tally,
};
