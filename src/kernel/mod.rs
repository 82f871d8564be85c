//! Words that every room of the house may use: who acts, when, where, and the small types that a
//! string becomes once at the door (ids, codes, e-mail addresses, phone numbers, money).
//!
//! Knows nothing of the database, of HTTP or of any feature. How a word is written in a column
//! is told once, in [`mod@column`].

pub mod account_places;
pub mod actor;
pub mod clock;
pub mod collation;
#[macro_use]
pub mod column;
pub mod desk_places;
pub mod dossier_code;
pub mod ids;
pub mod lang;
pub mod money;
pub mod person;
pub mod places;
pub mod procedure_code;
pub mod text;
