//! The services a province offers: what each asks, needs, costs and takes, under its national code.
//!
//! A service is written as files (`config/services/<slug>/`), checked, and published as an immutable
//! version; a dossier is pinned to its version for life, and law is dated by the day of receipt. The
//! [`Catalogue`] holds every version in memory, because every page of every dossier needs one and they
//! change a few times a year; search alone asks the database.
//!
//! Must not know: dossiers, people, HTTP.

mod answers_rules;
mod check;
mod definition;
mod examples;
mod model;
mod publish;
mod queries;
mod read;
mod search;
mod version;
mod versions;

pub use answers_rules::{ApplicantFacts, CompetentCommune, FeeLine, RequiredDocument};
pub use check::{CheckReport, check};
pub use definition::{
    ApplicantKeys, CompetenceRule, DeadlineRule, DocumentRule, Duty, FeeRule, HandlingLevel, LegalText, OnlineLevel, ResultKind,
    ResultTemplate, ServiceDefinition,
};
pub use examples::{Example, ExampleOutcome, read_examples, run_example};
pub use publish::{PublishRefused, Published, publish};
pub use read::{read_files, read_services, schema_of};
pub use search::{Filters, Found, Hit, search};
pub use version::ServiceVersion;
pub use versions::Catalogue;
