//! What leaves the house, and what lies ready to: jobs, letters, papers, files.

mod attachments;
mod delivery;
pub mod dossier;
mod files;
pub mod letters;
mod numbering;
mod papers;
pub mod post_office;
mod quarantine;
mod queue;
mod queue_leases;
mod sealed_files;
mod templates;
