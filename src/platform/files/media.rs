//! What a file is, by its first bytes.

crate::text_enum!(
    /// The kinds of file that the portal knows. Not all of them are accepted:
    /// see `docs/decisions/003-photo-formats.md`.
    MediaType { Pdf = "application/pdf", Jpeg = "image/jpeg", Png = "image/png", Webp = "image/webp", Heic = "image/heic" }
);

impl MediaType {
    /// What a citizen may send: what every browser of every official can show.
    pub const ACCEPTED: &'static [Self] = &[Self::Pdf, Self::Jpeg, Self::Png, Self::Webp];

    pub fn is_accepted(self) -> bool {
        Self::ACCEPTED.contains(&self)
    }

    pub const fn is_image(self) -> bool {
        !matches!(self, Self::Pdf)
    }

    /// Without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Heic => "heic",
        }
    }

    /// For the `accept` attribute of a file field. HEIC is left out on purpose: an iPhone then
    /// sends its photo as JPEG by itself.
    pub fn accept_attribute() -> String {
        let words: Vec<String> = Self::ACCEPTED.iter().map(|media| media.as_str().to_owned()).collect();
        words.join(",")
    }
}

/// How many first bytes are looked at: [`sniff`] needs few, the size of a photo may stand behind the camera's notes.
pub const HEAD: usize = 64 * 1024;

/// The kind that the first bytes tell, if it is one that we know. A PDF must begin as one: a mark
/// further down would let another kind of file pass for it.
pub fn sniff(head: &[u8]) -> Option<MediaType> {
    let without_bom = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if without_bom.trim_ascii_start().starts_with(b"%PDF-") {
        Some(MediaType::Pdf)
    } else if head.starts_with(b"\xff\xd8\xff") {
        Some(MediaType::Jpeg)
    } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(MediaType::Png)
    } else if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        Some(MediaType::Webp)
    } else if head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(is_heif_brand) {
        Some(MediaType::Heic)
    } else {
        None
    }
}

fn is_heif_brand(brand: &[u8]) -> bool {
    matches!(brand, b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1")
}

#[cfg(test)]
mod tests {
    use super::{MediaType, sniff};

    #[test]
    fn first_bytes_tell() {
        let cases: [(&[u8], Option<MediaType>); 10] = [
            (b"%PDF-1.7\n", Some(MediaType::Pdf)),
            (b"\xef\xbb\xbf \r\n%PDF-1.4", Some(MediaType::Pdf)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some(MediaType::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0\0", Some(MediaType::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(MediaType::Webp)),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some(MediaType::Heic)),
            (b"MZ\x90\0\x03", None),
            (b"<html>%PDF-1.7", None),
            (b"<svg xmlns=", None),
            (b"", None),
        ];
        for (head, kind) in cases {
            assert_eq!(sniff(head), kind, "{head:?}");
        }
    }
}
