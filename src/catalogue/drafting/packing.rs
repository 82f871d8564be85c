//! The folder of a service as one file to carry away: a ZIP without compression, so that the same
//! folder is always the same bytes.

use super::Folder;

impl Folder {
    /// Below a folder of this name.
    pub fn packed(&self, slug: &str) -> Vec<u8> {
        let (mut body, mut directory, mut count) = (Vec::new(), Vec::new(), 0u16);
        for (name, text) in self.iter() {
            let name = format!("{slug}/{name}");
            let facts = facts(&name, text);
            let at = length(body.len());
            body.extend(b"PK\x03\x04");
            body.extend(&facts);
            body.extend(name.as_bytes());
            body.extend(text.as_bytes());
            directory.extend(b"PK\x01\x02\x14\x00");
            directory.extend(&facts);
            directory.extend([0; 10]);
            directory.extend(at.to_le_bytes());
            directory.extend(name.as_bytes());
            count += 1;
        }
        let (at, size) = (length(body.len()), length(directory.len()));
        body.extend(directory);
        body.extend(b"PK\x05\x06\x00\x00\x00\x00");
        body.extend(count.to_le_bytes());
        body.extend(count.to_le_bytes());
        body.extend(size.to_le_bytes());
        body.extend(at.to_le_bytes());
        body.extend([0; 2]);
        body
    }
}

/// What the head of a file and its line in the directory have in common: names in UTF-8, the first
/// day that the format knows.
fn facts(name: &str, text: &str) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(text.as_bytes());
    let mut facts = vec![0x14, 0, 0, 0x08, 0, 0, 0, 0, 0x21, 0];
    facts.extend(sum.sum().to_le_bytes());
    facts.extend(length(text.len()).to_le_bytes());
    facts.extend(length(text.len()).to_le_bytes());
    facts.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
    facts.extend([0; 2]);
    facts
}

/// A service is far smaller than the format allows.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
