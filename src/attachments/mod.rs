//! Tệp đính kèm: the files that people send with a dossier, each for one of the documents that the
//! service asks for.
//!
//! Invariants: what a file is comes from its bytes; its SHA-256 and size are recorded when it
//! arrives and never change; where a scanner is set up no file opens before it was found clean; a removed file opens no more, and its bytes go a day later. Who may
//! send or read is decided by `dossiers`; how many and how large, by the service.

mod disposition;
mod file_name;
mod intake;
mod model;
mod queries;
mod removal;
mod scanning;

pub use disposition::{Shown, download_headers};
pub use file_name::FileName;
pub use intake::{FileRefused, examine, record};
pub use model::Attachment;
pub use queries::{find, list};
pub use removal::{EraseRemoved, SweepFiles, erase_removed, remove, sweep};
pub use scanning::{Scan, ScanAttachment, ScanWaiting, scan, scan_waiting};
