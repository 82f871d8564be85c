//! Sổ theo dõi hồ sơ (form 06, since 2025 form 07): every dossier that an agency has received, in the order
//! in which it was received, with what became of it.
//!
//! The register is read, never written: it follows from the dossiers and their events. Whoever reads it is written
//! in the audit, because it names everybody.

mod model;
mod queries;
mod reading;

pub use reading::{RegisterCursor, RegisterFilter, RegisterPart, RegisterRow, open_register, register};
