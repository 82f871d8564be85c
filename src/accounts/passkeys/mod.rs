//! Keys of people's own devices, beside or instead of the password: made by their owner, who gives the password
//! again; named, listed, taken away. A key verifies its owner itself, so it opens everything that password and
//! code open together; an official who has one does not come in by the password alone.

mod enrolment;
mod entering;

pub use enrolment::{EnrolRefused, Enrolling, RevokeRefused, ask_for_new, keep_new, list, revoke};
pub use entering::{AskRefused, EnterRefused, Entering, ask, enter};

pub use super::queries::passkeys::PasskeyLine;

/// The kinds of ceremony.
const NEW: &str = "passkey_new";
const SIGN_IN: &str = "passkey_sign_in";

/// The longest name of a key.
pub const LONGEST_NAME: usize = 60;

/// The most keys of one account.
const MOST: usize = 20;
