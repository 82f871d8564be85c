//! Papers drawn by typst in this process. A drawing sees the templates and the data it is given
//! and nothing else: no disk, no network, no clock. Every paper is tagged PDF/A-2a and PDF/UA-1:
//! it can be archived for decades and read aloud. A warning is an error, because typst only warns
//! when it takes another font.
//!
//! Knows nothing of what is drawn: see `documents`.

mod engine;
mod qr;
mod world;

pub use engine::PdfEngine;
pub use qr::qr_svg;

/// The font family of the papers: metrically the one that administrative papers must be set in.
pub const FAMILY: &str = "Tinos";

/// Why a paper was not drawn.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("no template named {0}")]
    UnknownTemplate(String),
    #[error("the data cannot be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
    /// With file, line and column.
    #[error("the paper cannot be drawn: {0}")]
    Drawing(String),
    #[error("too long for a QR code")]
    QrTooLong,
    #[error("the drawing was interrupted")]
    Interrupted,
}
