//! Words: a line, a name, several lines, an address.

mod address;
mod full_name;
mod text;
mod textarea;

pub use address::Address;
pub use full_name::FullName;
pub use text::TextField;
pub use textarea::Textarea;
