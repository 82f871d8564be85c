//! QR codes, as SVG.

use qrcode::{EcLevel, QrCode, render::svg};

use super::PdfError;

/// A black QR code of this address, quiet zone included; readable with a fifth of it lost.
pub fn qr_svg(address: &str) -> Result<String, PdfError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| PdfError::QrTooLong)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(240, 240).quiet_zone(true).build())
}
