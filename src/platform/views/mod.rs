//! Pages drawn by tera: one engine a language, so that a template's `t` speaks the reader's
//! language also inside components.
//!
//! A page is a struct beside its handler that implements [`Page`]; its fields are the template's
//! variables, beside `shell`, which says who looks and from where. Nothing else reaches a template.
//! Knows nothing of HTTP or of the trade.

mod assets;
mod engine;
mod functions;
#[cfg(test)]
mod gallery;
mod page;
mod said;
mod shell;

pub use assets::{Asset, Assets, AssetsError};
pub use engine::{Views, ViewsError};
pub use page::{ListedPage, Page, unmatched};
pub use said::{LooseBrace, Piece, pieces};
pub use shell::{Flash, FlashKind, Languages, PortalFacts, Shell, ShellUser};
