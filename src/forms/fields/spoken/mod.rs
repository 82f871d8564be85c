//! What the form says: a declaration to agree to, facts it works out, information.

mod computed;
mod declaration;
mod information;

pub use computed::Computed;
pub use declaration::Declaration;
pub use information::Information;
