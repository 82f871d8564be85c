//! One integration binary: it links once.

mod accounts;
mod catalogue;
mod citizen;
mod dossiers;
mod forms;
mod gallery;
mod house;
mod jobs;
mod outbox;
mod platform;
mod public;
mod shell;
mod support;
