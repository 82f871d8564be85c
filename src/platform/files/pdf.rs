//! What a PDF would do by itself when an official opens it on a desk: looked for while the file streams by. The
//! portal never opens a PDF, and does not clean one: what it finds makes the file refused.
//!
//! Names of acts are looked for in the whole file and in its packed objects, however they are spelled. Pictures and
//! texts of the pages are not unpacked: names stand in objects alone, and what a page weighs is its reader's business.

use flate2::{Decompress, FlushDecompress, Status};

crate::text_enum!(
    /// Why a PDF is not taken.
    PdfHarm {
        /// It runs a script or starts a program.
        Acts = "acts",
        /// Another file is hidden in it.
        Carries = "carries",
        /// Nobody can look into it: packed beyond measure, locked, or damaged.
        Closed = "closed",
    }
);

/// Names that begin an act; each is long enough not to stand in a picture by chance.
const ACTS: &[&[u8]] = &[b"JavaScript", b"Launch", b"RichMedia", b"XFA"];
const CARRIES: &[&[u8]] = &[b"EmbeddedFile", b"EmbeddedFiles"];
/// The objects of a file are words; honest ones take a few megabytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// Longer than every name that is looked for, spelled with numbers.
const LONGEST_NAME: usize = 64;

/// Looks at a file as it comes, piece by piece.
#[derive(Default)]
pub(super) struct PdfLook {
    words: Words,
    packed: Option<Box<Unpacking>>,
    unpacked: u64,
    harm: Option<PdfHarm>,
}

struct Unpacking {
    engine: Decompress,
    /// The first two bytes tell whether it is packed at all.
    head: Vec<u8>,
    words: Words,
}

impl PdfLook {
    pub fn push(&mut self, mut bytes: &[u8]) {
        while self.harm.is_none() && !bytes.is_empty() {
            bytes = match self.packed.take() {
                Some(unpacking) => self.unpack(unpacking, bytes),
                None => self.read(bytes),
            };
        }
    }

    /// What was found; the last word may have no end.
    pub fn found(mut self) -> Option<PdfHarm> {
        self.harm.or_else(|| self.words.push(b'\n'))
    }

    /// Up to packed objects, if there are some; what is left.
    fn read<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        for (at, byte) in bytes.iter().enumerate() {
            self.harm = self.words.push(*byte);
            if self.harm.is_some() {
                return &[];
            }
            if self.words.objects_begin() {
                self.packed = Some(Box::new(Unpacking { engine: Decompress::new(true), head: Vec::new(), words: Words::default() }));
                return bytes.get(at + 1..).unwrap_or_default();
            }
        }
        &[]
    }

    /// A piece of packed objects; what stands behind them.
    fn unpack<'a>(&mut self, mut unpacking: Box<Unpacking>, bytes: &'a [u8]) -> &'a [u8] {
        if unpacking.head.len() < 2 {
            let Some((first, rest)) = bytes.split_first() else { return bytes };
            // The end of the line behind `stream`.
            if !(unpacking.head.is_empty() && matches!(first, b'\r' | b'\n')) {
                unpacking.head.push(*first);
            }
            return match unpacking.beginning() {
                Beginning::Unknown => {
                    self.packed = Some(unpacking);
                    rest
                }
                Beginning::Packed => {
                    let head = unpacking.head.clone();
                    self.inflate(unpacking, &head);
                    rest
                }
                Beginning::Plain => rest,
                Beginning::Closed => {
                    self.harm = Some(PdfHarm::Closed);
                    rest
                }
            };
        }
        self.inflate(unpacking, bytes)
    }

    fn inflate<'a>(&mut self, mut unpacking: Box<Unpacking>, mut bytes: &'a [u8]) -> &'a [u8] {
        let mut out = vec![0; 32 * 1024];
        loop {
            let (read, made) = (unpacking.engine.total_in(), unpacking.engine.total_out());
            let Ok(status) = unpacking.engine.decompress(bytes, &mut out, FlushDecompress::None) else {
                self.harm = Some(PdfHarm::Closed);
                return &[];
            };
            let taken = usize::try_from(unpacking.engine.total_in() - read).unwrap_or(bytes.len());
            let got = usize::try_from(unpacking.engine.total_out() - made).unwrap_or(out.len());
            bytes = bytes.get(taken..).unwrap_or_default();
            self.unpacked = self.unpacked.saturating_add(unpacking.engine.total_out() - made);
            self.harm = out.iter().take(got).find_map(|byte| unpacking.words.push(*byte));
            if self.unpacked > MOST_UNPACKED {
                self.harm = self.harm.or(Some(PdfHarm::Closed));
            }
            if status == Status::StreamEnd {
                self.harm = self.harm.or_else(|| unpacking.words.push(b'\n'));
                return bytes;
            }
            if self.harm.is_some() {
                return &[];
            }
            if taken == 0 && got == 0 {
                self.packed = Some(unpacking);
                return &[];
            }
        }
    }
}

enum Beginning {
    Unknown,
    /// As zlib begins.
    Packed,
    /// The numbers of the objects, readable as they are.
    Plain,
    Closed,
}

impl Unpacking {
    fn beginning(&self) -> Beginning {
        match self.head.as_slice() {
            [a, b] if a & 0x0f == 8 && (u16::from(*a) << 8 | u16::from(*b)) % 31 == 0 => Beginning::Packed,
            [a, _] if a.is_ascii_digit() || *a == b' ' => Beginning::Plain,
            [_, _] => Beginning::Closed,
            _ => Beginning::Unknown,
        }
    }
}

/// Names and the few keywords that matter, byte by byte.
#[derive(Default)]
struct Words {
    /// After a slash.
    name: Option<Vec<u8>>,
    /// The last eight bytes.
    last: u64,
    /// The object at hand says that it holds packed objects.
    holds_objects: bool,
}

impl Words {
    fn push(&mut self, byte: u8) -> Option<PdfHarm> {
        self.last = self.last << 8 | u64::from(byte);
        if self.ends_with(b"endobj") {
            self.holds_objects = false;
        }
        match &mut self.name {
            Some(name) if is_regular(byte) => {
                if name.len() < LONGEST_NAME {
                    name.push(byte);
                }
                None
            }
            _ => {
                let name = self.name.take();
                self.name = (byte == b'/').then(Vec::new);
                name.and_then(|name| self.judge(&spelled(&name)))
            }
        }
    }

    fn judge(&mut self, name: &[u8]) -> Option<PdfHarm> {
        if name == b"ObjStm" {
            self.holds_objects = true;
        }
        if ACTS.contains(&name) {
            return Some(PdfHarm::Acts);
        }
        CARRIES.contains(&name).then_some(PdfHarm::Carries)
    }

    /// Behind the keyword `stream` of such an object.
    fn objects_begin(&mut self) -> bool {
        let begin = self.holds_objects && self.ends_with(b"stream") && !self.ends_with(b"dstream");
        self.holds_objects &= !begin;
        begin
    }

    fn ends_with(&self, word: &[u8]) -> bool {
        let (wanted, mask) = word.iter().fold((0_u64, 0_u64), |(sum, mask), byte| (sum << 8 | u64::from(*byte), mask << 8 | 0xff));
        self.last & mask == wanted
    }
}

const fn is_regular(byte: u8) -> bool {
    byte > b' ' && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// `J#61vaScript` is `JavaScript`.
fn spelled(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, more)) = rest.split_first() {
        let number =
            more.get(..2).and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match number {
            Some(byte) if *first == b'#' => {
                plain.push(byte);
                rest = more.get(2..).unwrap_or_default();
            }
            _ => {
                plain.push(*first);
                rest = more;
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{PdfHarm, PdfLook};

    fn look(bytes: &[u8], piece: usize) -> Option<PdfHarm> {
        let mut look = PdfLook::default();
        bytes.chunks(piece).for_each(|piece| look.push(piece));
        look.found()
    }

    fn packed(objects: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(objects).unwrap();
        let head = b"%PDF-1.7\n5 0 obj\n<</Type/ObjStm/Filter/FlateDecode/N 1/First 4>>\nstream\r\n".as_slice();
        [head, &packer.finish().unwrap(), b"\nendstream\nendobj\n9 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF"].concat()
    }

    #[test]
    fn what_acts_by_itself_is_found_however_it_is_spelled_and_cut() {
        let cases: [(Vec<u8>, Option<PdfHarm>); 9] = [
            (b"%PDF-1.7 1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>endobj".to_vec(), None),
            (b"%PDF-1.7 <</S/JavaScript/JS(app.alert(1))>>".to_vec(), Some(PdfHarm::Acts)),
            (b"%PDF-1.7 <</S /J#61v#61Script/JS(x)>>".to_vec(), Some(PdfHarm::Acts)),
            (b"%PDF-1.7 <</S/Launch/F(cmd.exe)>>".to_vec(), Some(PdfHarm::Acts)),
            (b"%PDF-1.7 <</Names<</EmbeddedFiles 4 0 R>>>>".to_vec(), Some(PdfHarm::Carries)),
            (b"%PDF-1.7 <</Title(JavaScript)/LaunchPad 1>> /Launch".to_vec(), Some(PdfHarm::Acts)),
            (packed(b"1 0 <</Type/Page>>"), None),
            (packed(b"1 0 <</S/JavaScript/JS(x)>>"), Some(PdfHarm::Acts)),
            (packed(b"1 0 <</Type/EmbeddedFile"), Some(PdfHarm::Carries)),
        ];
        for (file, harm) in &cases {
            for piece in [1, 3, 7, 4096] {
                assert_eq!(look(file, piece), *harm, "{} in pieces of {piece}", String::from_utf8_lossy(file));
            }
        }
    }

    #[test]
    fn what_nobody_can_look_into_is_closed() {
        assert_eq!(look(&packed(&vec![b' '; 80 * 1024 * 1024]), 64 * 1024), Some(PdfHarm::Closed), "a bomb");
        let locked = b"%PDF-1.7 5 0 obj<</Type/ObjStm>>stream\n\xa0\x91\x17\x42 endstream";
        assert_eq!(look(locked, 5), Some(PdfHarm::Closed));
        assert_eq!(look(b"%PDF-1.7 5 0 obj<</Type/ObjStm>>stream\n1 0 <</A 1>> endstream", 5), None);
    }
}
