//! Một Cửa: the public-services portal of a Vietnamese province.
//!
//! The table of contents, in the order of the law: a module names only modules above it.

pub mod kernel;

pub mod platform;

pub mod accounts;
pub mod agencies;
pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod catalogue;
pub mod documents;
pub mod dossiers;
pub mod forms;
pub mod notifications;
pub mod workflow;

pub mod app;
pub mod cli;
pub mod jobs;
pub mod web;
