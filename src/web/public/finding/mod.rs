//! From a need to the page where it is met: home, search, the page of a service or of a procedure that
//! the portal only tells about, and the one-stop shop of one's commune.

mod card;
pub(super) mod catalogue;
pub(super) mod counter;
pub(super) mod home;
pub(super) mod procedure;
pub(super) mod service;
