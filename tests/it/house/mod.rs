//! The laws of the house, as tests: in one crate no compiler keeps them. Each names the file and
//! line that breaks it, and what to do.

mod dependencies;
mod docs;
mod doors;
mod kinds;
mod layers;
mod migrations;
pub mod routes;
mod schema;
mod sizes;
mod source;
mod sql_places;
mod templates;
mod translations;
mod words;
