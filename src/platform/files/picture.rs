//! How large a picture becomes when it is opened, from its first bytes: a small file may hold a picture
//! that no memory holds.

/// The most pixels; telephones take photos of up to two hundred million.
const MOST_PIXELS: u64 = 220_000_000;

/// Whether a picture of these first bytes is too large to be opened. What tells no size is not judged here.
pub fn is_bomb(head: &[u8]) -> bool {
    size(head).is_some_and(|(width, height)| width.saturating_mul(height) > MOST_PIXELS)
}

fn size(head: &[u8]) -> Option<(u64, u64)> {
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((number(head, 16, 4)?, number(head, 20, 4)?));
    }
    if head.starts_with(b"\xff\xd8") {
        return jpeg(head);
    }
    (head.starts_with(b"RIFF") && head.get(8..12)? == b"WEBP").then(|| webp(head)).flatten()
}

/// The frame follows other segments: a preview, the camera's notes.
fn jpeg(head: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let (mark, kind) = (*head.get(at)?, *head.get(at + 1)?);
        if mark != 0xff {
            return None;
        }
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(head, at + 7, 2)?, number(head, at + 5, 2)?));
        }
        at += if kind == 0xff { 1 } else { 2 + usize::try_from(number(head, at + 2, 2)?).ok()? };
    }
}

fn webp(head: &[u8]) -> Option<(u64, u64)> {
    let little =
        |at: usize, bytes: usize| head.get(at..at + bytes).map(|part| part.iter().rev().fold(0, |sum, b| sum << 8 | u64::from(*b)));
    match head.get(12..16)? {
        b"VP8X" => Some((little(24, 3)? + 1, little(27, 3)? + 1)),
        b"VP8L" => little(21, 4).map(|bits| ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)),
        _ => Some((little(26, 2)? & 0x3fff, little(28, 2)? & 0x3fff)),
    }
}

fn number(head: &[u8], at: usize, bytes: usize) -> Option<u64> {
    head.get(at..at.checked_add(bytes)?).map(|part| part.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::{is_bomb, size};

    fn png(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn pictures_tell_their_size() {
        assert_eq!(size(&png(640, 480)), Some((640, 480)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\x01\xe0\x02\x80";
        assert_eq!(size(jpeg), Some((640, 480)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(size(webp), Some((640, 480)));
    }

    #[test]
    fn a_photo_passes_and_a_bomb_does_not() {
        assert!(!is_bomb(&png(16_320, 12_240)));
        assert!(is_bomb(&png(60_000, 60_000)));
        assert!(is_bomb(b"\xff\xd8\xff\xc2\0\x11\x08\xff\xff\xff\xff"));
        for cut in [b"".as_slice(), b"\xff\xd8", b"\xff\xd8\xff\xe1\0", b"%PDF-1.7", b"\xff\xd8\xff\xe0\0\0\0\0"] {
            assert!(!is_bomb(cut));
        }
    }
}
