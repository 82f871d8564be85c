//! What people do with their own account: put their data right, change the password or the address,
//! see and end sessions, take a copy of everything, close it. Each act leaves a line in the audit;
//! what could hurt asks the password again and tells the owner by letter.

mod closing;
mod copy;
mod details;
mod devices;
mod email_change;
mod password_change;
mod ways;

pub use closing::{CloseRefused, close};
pub use copy::{AccountCopy, copy};
pub use details::{Details, change_details};
pub use devices::{devices, end_device, end_other_devices};
pub use email_change::{
    AskNewAddress, EmailRefused, LinkRefused, TellOldAddress, ask_for_new_email, ask_new_address, confirm_new_email, tell_old_address,
    wanted_email,
};
pub use password_change::change_password;
pub use ways::{Ways, change_ways};

pub use super::queries::own::Device;
