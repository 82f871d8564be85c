//! The services a province offers: what each asks, needs, costs and takes, under its national code.
//!
//! A service is written as files (`config/services/<slug>/`), checked, and published as an immutable
//! version; a dossier is pinned to its version for life, and law is dated by the day of receipt. The
//! [`Catalogue`] holds every version in memory, because every page of every dossier needs one and they
//! change a few times a year; search alone asks the database. [`procedures`] are all that the nation knows,
//! of which a service is one that can be handed in here; [`search`] finds both.
//!
//! Must not know: dossiers, people, HTTP.

mod answers_rules;
mod check;
mod comparing;
mod definition;
mod drafting;
pub mod editing;
mod eligibility;
mod examples;
mod fees;
mod model;
pub mod procedures;
pub mod proof;
mod publish;
mod queries;
mod read;
mod search;
mod stopping;
mod version;
mod versions;
mod workshop;

pub use answers_rules::{ApplicantFacts, CompetentCommune, OwnerFacts, RequiredDocument};
pub use check::{CheckReport, check, faults_of};
pub use comparing::{Change, changes};
pub use definition::{
    ApplicantKeys, CompetenceRule, DeadlineRule, DocumentRule, Duty, HandlingLevel, LegalText, OnlineLevel, OwnerKeys, ResultKind,
    ResultTemplate, ServiceDefinition,
};
pub use drafting::{
    BeginRefused, Draft, DraftStanding, Edit, Folder, FoundRefused, NewServiceFacts, NotAFolder, Planned, PublicationRefused, SaveConflict,
    SaveLine, ServiceStanding, VersionStanding, When, begin_draft, bring_in, discard_draft, draft, folder_of, folder_of_version,
    found_service, history, publish_draft, save_draft, services_standing, standing_of, take_back, undo,
};
pub use eligibility::EligibilityRule;
pub use examples::{Example, ExampleFault, ExampleOutcome, read_examples, run_example};
pub use fees::{Exemption, FeeLine, FeeRule, Tier};
pub use publish::{EnterService, PublishRefused, Published, enter_service, publish, publish_with};
pub use read::{read_files, read_services, schema_of};
pub use search::{Filters, Found, From, Hit};
pub use stopping::{NewServiceStop, ServiceStop, StopKind, StopRefused, resume_service, stop_service};
pub use version::ServiceVersion;
pub use versions::Catalogue;
pub use workshop::Workshop;
