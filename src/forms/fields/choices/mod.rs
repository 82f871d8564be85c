//! Choosing: one of a list, several, yes or no, a country, a place.

mod checkboxes;
mod country;
mod one_of;
mod options;
mod places;
mod yes_no;

pub use checkboxes::Checkboxes;
pub use country::Country;
pub use one_of::OneOf;
pub use places::{CommuneField, ProvinceField};
pub use yes_no::YesNo;
