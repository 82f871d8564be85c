//! What every request passes: the cookie, the check against forged forms, errors as pages, headers.

mod access;
mod door;
mod forms;
