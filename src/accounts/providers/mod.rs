//! Coming in by a provider of identities: who is it, which account is his, may he have one.
//!
//! A name at a provider belongs to one account; a personal number that a provider vouches for is bound once and
//! belongs to one open account. An e-mail address alone ties nothing: who holds an account ties the provider to
//! it himself. Officials' providers open no accounts and let nobody in without a post today.

mod arrival;
mod going;
mod matching;
mod tied;

pub use arrival::{Arrival, ArrivalRefused, Arrived, arrive};
pub use going::{GoingRefused, go, go_to_tie};
pub use matching::NotMatched;
pub use tied::{UntieRefused, tied, untie};

pub use super::queries::identities::LinkedProvider;

/// The kind of ceremony.
const KIND: &str = "provider";
