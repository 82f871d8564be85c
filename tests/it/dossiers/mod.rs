//! The verbs of dossiers against a real database, without screens.

mod acts;
mod chain;
mod concurrency;
mod every_service;
mod matrix;
pub mod people;
mod recounting;
mod refusals;
mod roads;
mod story;
mod walk;
