//! Choosing: one of a list, several, yes or no, a country, a place.

mod checkboxes;
mod country;
mod options;
mod places;
mod radio;
mod select;
mod yes_no;

pub use checkboxes::Checkboxes;
pub use country::Country;
pub use places::{CommuneField, ProvinceField};
pub use radio::Radio;
pub use select::Select;
pub use yes_no::YesNo;
