//! The name of a file, as its sender called it, made harmless.

use crate::{kernel::text, platform::files::MediaType};

crate::text_word!(
    /// One line, NFC, 1 to 200 letters, no folder, no control character, and an ending that tells
    /// the truth: `Ảnh chụp giấy khai sinh.jpg`.
    FileName
);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a file")]
pub struct NotAFileName;

const LONGEST: usize = 200;

impl std::str::FromStr for FileName {
    type Err = NotAFileName;

    fn from_str(raw: &str) -> Result<Self, NotAFileName> {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let name: String = text::line(last).chars().filter(|c| !matches!(c, '"' | '<' | '>' | '|' | ':' | '*' | '?')).collect();
        let name = name.trim_matches(['.', ' ']);
        let name = shortened(name);
        if name.is_empty() { Err(NotAFileName) } else { Ok(Self(name)) }
    }
}

impl FileName {
    /// The name that a sender gave to a file of this kind. A false or missing ending is completed,
    /// so that what opens on the official's machine is what was looked at here.
    pub fn of(raw: &str, media: MediaType) -> Self {
        let stem = raw.parse::<Self>().map_or_else(|_| "tep".to_owned(), String::from);
        if tells(&stem, media) {
            return Self(stem);
        }
        let room = LONGEST - media.extension().len() - 1;
        let stem: String = stem.chars().take(room).collect();
        Self(format!("{stem}.{}", media.extension()))
    }
}

fn tells(name: &str, media: MediaType) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ending == media.extension() || (media == MediaType::Jpeg && ending == "jpeg"))
}

/// Cut before the ending, not through it.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) if (1..=8).contains(&ending.chars().count()) => {
            let stem: String = stem.chars().take(LONGEST - ending.chars().count() - 1).collect();
            format!("{stem}.{ending}")
        }
        _ => name.chars().take(LONGEST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{FileName, LONGEST, MediaType};

    #[test]
    fn a_name_is_harmless_and_true() {
        let cases = [
            ("A\u{309}nh.JPG", MediaType::Jpeg, "Ảnh.JPG"),
            ("C:\\fakepath\\giấy khai sinh.pdf", MediaType::Pdf, "giấy khai sinh.pdf"),
            ("../../etc/passwd", MediaType::Png, "passwd.png"),
            ("hóa đơn\r\nSet-Cookie: x.pdf", MediaType::Pdf, "hóa đơn Set-Cookie x.pdf"),
            ("photo.exe", MediaType::Pdf, "photo.exe.pdf"),
            ("", MediaType::Pdf, "tep.pdf"),
            ("...", MediaType::Webp, "tep.webp"),
            ("ảnh.jpeg", MediaType::Jpeg, "ảnh.jpeg"),
        ];
        for (raw, media, expected) in cases {
            assert_eq!(FileName::of(raw, media).as_str(), expected);
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = FileName::of(&format!("{}.pdf", "ạ".repeat(400)), MediaType::Pdf);
        assert_eq!(name.as_str().chars().count(), LONGEST);
        assert!(name.as_str().ends_with("ạ.pdf"));
        assert_eq!(FileName::of(&"a".repeat(400), MediaType::Pdf).as_str().len(), LONGEST);
    }
}
