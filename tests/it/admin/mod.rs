//! The office of administrators.

mod draft;
mod editing;
mod forms;
mod oversight;
mod proof;
mod publication;
mod services;
