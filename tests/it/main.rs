//! One integration binary: it links once.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised, and says where")]

mod accounts;
mod admin;
mod catalogue;
mod citizen;
mod dossiers;
mod forms;
mod gallery;
mod hostile;
mod house;
mod jobs;
mod outbox;
mod platform;
mod public;
mod shell;
mod staff;
mod notices;
mod stories;
mod support;
