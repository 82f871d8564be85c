//! The next version of a service while an administrator writes it: begun from the version in force,
//! saved part by part, proved, published for a day. A draft is the same folder of files as
//! `config/services/<slug>/`; every save is kept, so that any of them can be taken back.

mod begin;
mod bringing;
mod folder;
mod founding;
mod packing;
mod publication;
mod saving;
mod standing;

pub use begin::{BeginRefused, begin_draft};
pub use bringing::bring_in;
pub use folder::{Folder, NotAFolder, folder_of, folder_of_version};
pub use founding::{FoundRefused, NewServiceFacts, found_service};
pub use publication::{Planned, PublicationRefused, When, publish_draft};
pub use saving::{Draft, Edit, SaveConflict, SaveLine, discard_draft, draft, history, save_draft, take_back, undo};
pub use standing::{DraftStanding, ServiceStanding, VersionStanding, services_standing, standing_of};
