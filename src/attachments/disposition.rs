//! How a file goes back to a browser without ever acting there as a page of ours.

use super::FileName;
use crate::platform::files::MediaType;

/// Opened beside the answers, or saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Inline,
    Saved,
}

/// The headers of a file that a person sent: name and value. The type is the one that we found in
/// the bytes; the browser may not guess another, may run nothing and may frame it only here.
pub fn download_headers(name: &FileName, media: MediaType, shown: Shown) -> Vec<(&'static str, String)> {
    // Chromium's PDF reader does not start under `sandbox`; a PDF runs no script of ours anyway.
    let policy = match media {
        MediaType::Pdf => "default-src 'none'; frame-ancestors 'self'",
        _ => "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    };
    vec![
        ("Content-Type", media.as_str().to_owned()),
        ("Content-Disposition", disposition(name.as_str(), shown)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Content-Security-Policy", policy.to_owned()),
        ("X-Frame-Options", "SAMEORIGIN".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Cache-Control", "private, no-store".to_owned()),
    ]
}

/// RFC 6266: a plain name for old programs, the true one in UTF-8 beside it.
fn disposition(name: &str, shown: Shown) -> String {
    let way = match shown {
        Shown::Inline => "inline",
        Shown::Saved => "attachment",
    };
    let plain: String = crate::kernel::text::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{}", percent(name))
}

/// RFC 5987: everything outside its `attr-char` as `%XX`.
fn percent(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FileName, MediaType, Shown, disposition, download_headers};

    #[test]
    fn the_name_survives_in_both_spellings() {
        assert_eq!(
            disposition("Giấy \"khai sinh\".pdf", Shown::Saved),
            "attachment; filename=\"giay _khai sinh_.pdf\"; filename*=UTF-8''Gi%E1%BA%A5y%20%22khai%20sinh%22.pdf"
        );
    }

    #[test]
    fn an_image_can_run_nothing() {
        let headers = download_headers(&FileName::of("a.png", MediaType::Png), MediaType::Png, Shown::Inline);
        assert!(headers.iter().any(|(name, value)| *name == "Content-Security-Policy" && value.contains("sandbox")));
        assert!(headers.contains(&("X-Content-Type-Options", "nosniff".to_owned())));
    }
}
