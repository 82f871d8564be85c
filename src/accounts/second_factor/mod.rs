//! A one-time code beside the password: set up by its owner, asked for at every sign-in, with codes
//! on paper for whoever has lost the device.
//!
//! A code opens once; secrets are sealed at rest, recovery codes kept as keyed hashes. Guessing is
//! counted by account: only somebody who knows the password gets so far.

mod code;
mod enrolment;
mod reset;
mod second_step;

pub use code::Code;
pub use enrolment::{EnrolRefused, begin, confirm, new_recovery_codes, preparing, recovery_codes_left, turn_off};
pub use reset::{ResetRefused, may_reset, reset};
pub use second_step::{SecondStepRefused, is_awaited, second_step};

use crate::{
    accounts::limits::Limit,
    kernel::ids::AccountId,
    platform::crypto::{OneTimeSecret, SealError, SecretKey},
};

/// For what the portal's key seals and signs here.
const SECRET: &str = "second factor";
const RECOVERY: &str = "recovery code";

/// Wrong codes for one account: with three codes right at any time, a guess succeeds once in centuries.
const TRIES: Limit = Limit { name: "second_factor", minutes: 15, most: 10 };

fn sealed(key: &SecretKey, account: AccountId, secret: &OneTimeSecret) -> Result<Vec<u8>, SealError> {
    key.seal(SECRET, account.as_uuid().as_bytes(), secret.bytes())
}

fn opened(key: &SecretKey, account: AccountId, sealed: &[u8]) -> Result<OneTimeSecret, SealError> {
    let bytes = key.unseal(SECRET, account.as_uuid().as_bytes(), sealed)?;
    OneTimeSecret::from_bytes(&bytes).ok_or(SealError::Broken)
}

fn recovery_hash(key: &SecretKey, account: AccountId, code: &str) -> Vec<u8> {
    key.sign(RECOVERY, &[account.as_uuid().as_bytes().as_slice(), code.as_bytes()].concat()).to_vec()
}
