//! Machines without trade knowledge: database, mail, files, papers' engine, pages' engine, secrets,
//! queue, telemetry. They know bytes, rows and addresses; they know nothing of dossiers, agencies
//! or law, and never will.

pub mod config;
pub mod crypto;
pub mod db;
pub mod files;
pub mod i18n;
pub mod library;
pub mod mail;
pub mod pdf;
pub mod queue;
pub mod telemetry;
pub mod views;
