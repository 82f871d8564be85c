//! Pages for everybody.

mod catalogue;
mod doors;
mod recovery;
mod sign_in;
mod sign_up;
mod tracking;
mod verification;
mod weight;
