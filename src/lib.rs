//! Một Cửa: the public-services portal of a Vietnamese province.
//!
//! The table of contents, in the order of the law: a module names only modules above it.

pub mod kernel;

pub mod platform;

pub mod audit;
pub mod calendar;
pub mod agencies;
pub mod notifications;
pub mod accounts;
pub mod forms;
pub mod workflow;
pub mod catalogue;
pub mod attachments;
pub mod documents;
pub mod dossiers;
pub mod oversight;
pub mod retention;

pub mod web;
pub mod jobs;
pub mod app;
pub mod cli;
