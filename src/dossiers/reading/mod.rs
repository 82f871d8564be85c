//! What people see of dossiers: one read model a screen, typed, never a row. Each says in its
//! signature whose eyes it is made for, and loads only what that person may see.

mod asked;
mod assemble;
mod draft;
mod facts;
mod mine;
mod own_copy;
mod owner;
mod readers;
mod road;
mod supplement;
mod timeline;
mod told;
mod tracking;
mod workbench;

pub use asked::{AskedOpinion, asked_opinion, asked_opinions};
pub(super) use assemble::{Times, deadline, papers};
pub use draft::{DocumentToGive, Draft, draft};
pub(super) use facts::documents_given;
pub use facts::{
    AnswerRow, AnswerSection, Applicant, Channel, Deadline, DocumentGiven, DossierFacts, PaperFacts, ResultDraft, ResultFacts, StepFacts,
};
pub use mine::{DraftRow, MyDossier, MyDossiers, mine};
pub use own_copy::{DossierCopy, FileCopy, NoticeCopy, copy_for_owner};
pub use owner::{OwnerDossier, dossier_for_owner};
pub use readers::{Reader, readers};
pub use supplement::{ItemAnswer, ItemTarget, SupplementFacts, SupplementItem};
pub use timeline::{By, PublicEvent, StaffEvent, Stage, StageState};
pub use told::{told_of, told_to_owner};
pub use tracking::{Tracking, track};
pub use workbench::{Hands, Workbench, workbench};
