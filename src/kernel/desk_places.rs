//! The addresses of the desk that are not about one dossier.

use super::ids::{ConsultationId, DelegationId, DossierId, NoticeId, SavedViewId};

/// One thing of the desk, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskThing {
    /// What another agency asks of mine.
    Opinion(ConsultationId),
    /// Posting there takes back what was handed over for a leave.
    RevokeLeave(DelegationId),
    /// One letter that could not be delivered.
    DeadLetter(NoticeId),
    /// Posting there hands in and accepts what was filled in at the counter.
    TakeIn(DossierId),
    /// Posting there renames a saved view, or throws it away.
    SavedView(SavedViewId, &'static str),
}

impl DeskThing {
    pub fn path(self) -> String {
        match self {
            Self::Opinion(id) => format!("/can-bo/y-kien/{id}"),
            Self::RevokeLeave(id) => format!("/can-bo/di-vang/{id}/thu-hoi"),
            Self::DeadLetter(id) => format!("/can-bo/thu-chua-gui/{id}"),
            Self::TakeIn(id) => format!("/can-bo/tiep-nhan/{id}"),
            Self::SavedView(id, act) => format!("/can-bo/bo-loc/{id}/{act}"),
        }
    }
}

/// A page below `/can-bo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskPlace {
    /// Questions to the list, kept under a name.
    Views,
    /// On to the next dossier of a list.
    Beside,
    /// Receiving at the counter.
    Intake,
    /// One act on many dossiers.
    Batch,
    /// Sổ theo dõi hồ sơ, and the same as text and as a spreadsheet.
    Register,
    RegisterText,
    RegisterBook,
    /// What other agencies are asked for and this one.
    Opinions,
    /// Who looks after one's work while one is away.
    Leave,
    /// Letters that could not be delivered.
    DeadLetters,
    /// A lost second factor of a colleague.
    ResetSecondFactor,
}

impl DeskPlace {
    pub const fn path(self) -> &'static str {
        match self {
            Self::Views => "/can-bo/bo-loc",
            Self::Beside => "/can-bo/ke-tiep",
            Self::Intake => "/can-bo/tiep-nhan",
            Self::Batch => "/can-bo/hang-loat",
            Self::Register => "/can-bo/so-theo-doi",
            Self::RegisterText => "/can-bo/so-theo-doi/csv",
            Self::RegisterBook => "/can-bo/so-theo-doi/xlsx",
            Self::Opinions => "/can-bo/y-kien",
            Self::Leave => "/can-bo/di-vang",
            Self::DeadLetters => "/can-bo/thu-chua-gui",
            Self::ResetSecondFactor => "/can-bo/dat-lai-xac-thuc",
        }
    }
}
