//! Who serves the citizen: the province, its service centre, its communes and wards.
//!
//! Agencies are entered from `config/agencies.toml` ([`seed`]) and read once into a directory in
//! memory ([`Agencies`]), because every page names one and they change a few times a year. A code,
//! once entered, never changes: dossier codes begin with it. Knows nothing of services or people.

mod directory;
mod model;
mod queries;
mod register;
mod seeding;

pub use directory::{Agencies, AgencyHit};
pub use model::{Agency, AgencyKind};
pub use register::{AgencyRegister, RegisterError};
pub use seeding::seed;
