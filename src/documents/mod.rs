//! Văn bản: the numbered papers that agencies issue, from the reception slip to the result.
//!
//! Invariants: the number of a paper is taken in the transaction that issues it, one series for
//! each agency, kind and year, without gap or double; what stands on a paper is kept as data and
//! never changes, so that its PDF can be drawn again at any time; anybody who holds a paper can
//! ask whether it is true by the check code printed on it.
//!
//! A paper of kind `refusal_slip` is drawn by `templates/papers/refusal_slip.typ`, which tells at
//! its top which fields it reads. Must not know what a dossier is: the papers of one are defined in
//! `dossiers`.

mod blocks;
mod drawing;
mod issuing;
mod model;
mod queries;

pub use blocks::{Letterhead, PaperTime, Party, Signature};
pub use drawing::{DrawingFailed, Press, file_name, pdf};
pub use issuing::{IssuedPaper, Paper, issue, issue_signed};
pub use model::{PaperRecord, VerifiedPaper};
pub use queries::{find, list, verify};
