//! What leaves the house, and what lies ready to: jobs, letters, papers, files.

mod attachments;
mod delivery;
mod dossier;
mod files;
mod letters;
mod numbering;
mod papers;
mod post_office;
mod quarantine;
mod queue;
mod queue_leases;
mod templates;
