//! One integration binary: it links once.

mod catalogue;
mod forms;
mod gallery;
mod house;
mod jobs;
mod outbox;
mod platform;
mod support;
