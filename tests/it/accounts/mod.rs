//! People and how they prove who they are; the audit of what they did.

mod audit;
mod limits;
mod own;
mod passkeys;
mod providers;
mod readers;
mod second_factor;
mod sessions;
