//! What a handler may ask for. The extractor in the signature says who may come in.
//!
//! [`Visitor`]: anybody. [`CitizenIn`]: somebody signed in. [`OfficialIn`]: a member of an agency;
//! for others the page does not exist. [`AdminIn`], [`SystemAdminIn`]: who administers an agency, or
//! everything. All are the [`Visit`](super::shell::Visit) besides.

mod admin;
mod conn;
mod form;
mod path;
mod upload;
mod who;

pub use admin::{AdminIn, SystemAdminIn};
pub use conn::Conn;
pub use form::FormPairs;
pub use path::{Path, Query};
pub use upload::{Content, Part, Upload};
pub use who::{CitizenIn, OfficialIn, Visitor};
