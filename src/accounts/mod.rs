//! People and how they prove who they are: registration with a confirmed e-mail address, sign-in,
//! sessions, memberships of agencies, the profile that prefills forms.
//!
//! Invariants: a password is kept only as an argon2id hash and a token only as a SHA-256 hash; an
//! account whose address is not confirmed cannot sign in; nobody learns here whether somebody else
//! has an account (same words, about the same time); a second factor, once set up, is asked for at every sign-in; roles come from memberships in force today.
//!
//! Knows nothing of dossiers or of HTTP.

mod again;
mod colleagues;
mod ceremonies;
mod confirmation;
pub mod demo;
mod letters;
pub mod limits;
pub mod members;
mod model;
pub mod own;
pub mod passkeys;
mod password;
pub mod providers;
mod queries;
mod recovery;
mod registration;
pub mod second_factor;
mod sessions;
mod sign_in;
mod sweep;

pub use again::{Again, AgainRefused};
pub use ceremonies::CeremonyError;
pub use colleagues::{
    Colleague, Delegation, LONGEST_LEAVE_DAYS, Leave, LeaveFault, LeaveRefused, colleagues, delegate, delegations_for, may_revoke,
    revoke_delegation,
};
pub use confirmation::{ConfirmRefused, Confirmed, confirm_email};
pub use letters::{
    AskToConfirm, InviteOfficial, LetterDesk, NEW_PASSWORD_HOURS, SendNewPasswordLink, TellAccountChanged, TellKnownAddress,
    ask_to_confirm, invite_official, send_new_password_link, tell_account_changed, tell_known_address,
};
pub use model::Profile;
pub use password::{Password, SHORTEST as SHORTEST_PASSWORD, WeakPassword};
pub use queries::{
    accounts::profile,
    memberships::{official, staffed},
};
pub use recovery::{LinkAsked, RecoveryRefused, ask_for_new_password, new_password_link, set_new_password};
pub use registration::{Registered, Registration, RegistrationRefused, register};
pub use sessions::{Session, StaffRule, session, sign_out, stay_signed_in};
pub use sign_in::{Attempt, SignInRefused, SignedIn, sign_in};
pub use sweep::sweep;
