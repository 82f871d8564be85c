//! What happens around the work on a dossier: its citizen checks the draft or wants it back, another
//! agency is asked, the work is given to somebody, money is paid, the clock is stopped or put off.

pub(super) mod assignment;
pub(super) mod calendar;
pub(super) mod confirmation;
pub(super) mod consultation;
pub(super) mod extension;
pub(super) mod lapsing;
pub(super) mod noting;
pub(super) mod payment;
pub(super) mod recounting;
pub(super) mod stopping;
pub(super) mod withdrawal;
