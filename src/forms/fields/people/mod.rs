//! What a person is reached and known by.

mod email;
mod id_paper;
mod personal_id;
mod phone;
mod tax_code;

pub use email::EmailField;
pub use id_paper::IdPaper;
pub use personal_id::PersonalIdField;
pub use phone::PhoneField;
pub use tax_code::TaxCode;
