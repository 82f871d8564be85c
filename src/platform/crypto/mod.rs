//! Secrets and chance: passwords, tokens, signatures, codes. Nothing made here is ever logged; a
//! token is shown once to its owner and kept only as its hash.

mod check_code;
mod key;
mod one_time;
mod passwords;
mod sealed;
mod tokens;

pub use check_code::{check_code, grouped};
pub use key::{KeyError, SecretKey};
pub use one_time::OneTimeSecret;
pub use passwords::{CHECKED, PasswordError, hash_password, verify_password};
pub use sealed::SealError;
pub use tokens::Token;

#[cfg(test)]
mod tests;
