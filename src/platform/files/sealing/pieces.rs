//! A file in sealed pieces, in and out.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::NotOpened;

/// How a sealed file begins.
const MARK: &[u8; 8] = b"MCSEAL1\n";
/// Bytes of the file in one piece.
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// How large the file is whose sealed form has this size.
pub(in crate::platform::files) fn plain_size(sealed: u64) -> Result<u64, NotOpened> {
    let number = |size: usize| u64::try_from(size).map_err(|_| NotOpened);
    let body = sealed.checked_sub(number(MARK.len())?).ok_or(NotOpened)?;
    let pieces = body.div_ceil(number(PIECE + TAG)?);
    body.checked_sub(pieces * number(TAG)?).filter(|size| *size > 0).ok_or(NotOpened)
}

/// The nonce is the number of the piece and whether it is the last: with a key for each file it never comes twice.
struct Pieces {
    key: LessSafeKey,
    next: u64,
}

impl Pieces {
    fn new(key: &[u8; 32]) -> Result<Self, NotOpened> {
        Ok(Self { key: LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).map_err(|_| NotOpened)?), next: 0 })
    }

    fn nonce(&mut self, last: bool) -> Nonce {
        let mut bytes = [0; NONCE_LEN];
        let words = self.next.to_be_bytes().into_iter().chain([u8::from(last)]);
        bytes.iter_mut().zip(words).for_each(|(byte, word)| *byte = word);
        self.next += 1;
        Nonce::assume_unique_for_key(bytes)
    }

    fn seal(&mut self, mut piece: Vec<u8>, last: bool) -> Result<Vec<u8>, NotOpened> {
        let nonce = self.nonce(last);
        self.key.seal_in_place_append_tag(nonce, Aad::from(MARK), &mut piece).map_err(|_| NotOpened)?;
        Ok(piece)
    }

    fn open(&mut self, mut piece: Vec<u8>, last: bool) -> Result<Vec<u8>, NotOpened> {
        let nonce = self.nonce(last);
        let length = self.key.open_in_place(nonce, Aad::from(MARK), &mut piece).map_err(|_| NotOpened)?.len();
        piece.truncate(length);
        Ok(piece)
    }
}

/// Seals what comes in parts of any length.
pub(in crate::platform::files) struct Sealer {
    pieces: Pieces,
    waiting: Vec<u8>,
}

impl Sealer {
    pub fn new(key: &[u8; 32]) -> Result<Self, NotOpened> {
        Ok(Self { pieces: Pieces::new(key)?, waiting: Vec::new() })
    }

    /// What is ready. The last piece waits for the end, which is written into it.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, NotOpened> {
        let mut ready = if self.pieces.next == 0 && self.waiting.is_empty() { MARK.to_vec() } else { Vec::new() };
        self.waiting.extend_from_slice(bytes);
        while self.waiting.len() > PIECE {
            let rest = self.waiting.split_off(PIECE);
            let piece = std::mem::replace(&mut self.waiting, rest);
            ready.extend(self.pieces.seal(piece, false)?);
        }
        Ok(ready)
    }

    pub fn finish(mut self) -> Result<Vec<u8>, NotOpened> {
        self.pieces.seal(self.waiting, true)
    }
}

/// Opens what comes in parts of any length.
pub(in crate::platform::files) struct Opener {
    pieces: Pieces,
    waiting: Vec<u8>,
    marked: bool,
}

impl Opener {
    pub fn new(key: &[u8; 32]) -> Result<Self, NotOpened> {
        Ok(Self { pieces: Pieces::new(key)?, waiting: Vec::new(), marked: false })
    }

    /// What is proven so far.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, NotOpened> {
        self.waiting.extend_from_slice(bytes);
        if !self.marked && self.waiting.len() >= MARK.len() {
            let rest = self.waiting.split_off(MARK.len());
            if self.waiting != MARK {
                return Err(NotOpened);
            }
            (self.waiting, self.marked) = (rest, true);
        }
        let mut ready = Vec::new();
        while self.marked && self.waiting.len() > PIECE + TAG {
            let rest = self.waiting.split_off(PIECE + TAG);
            let piece = std::mem::replace(&mut self.waiting, rest);
            ready.extend(self.pieces.open(piece, false)?);
        }
        Ok(ready)
    }

    pub fn finish(mut self) -> Result<Vec<u8>, NotOpened> {
        if self.marked { self.pieces.open(self.waiting, true) } else { Err(NotOpened) }
    }
}

#[cfg(test)]
mod tests {
    use super::{MARK, NotOpened, Opener, PIECE, Sealer, TAG, plain_size};

    fn sealed(key: &[u8; 32], plain: &[u8], step: usize) -> Vec<u8> {
        let mut sealer = Sealer::new(key).expect("a key");
        let mut all: Vec<u8> = plain.chunks(step).flat_map(|part| sealer.push(part).expect("sealed")).collect();
        all.extend(sealer.finish().expect("sealed"));
        all
    }

    fn opened(key: &[u8; 32], sealed: &[u8], step: usize) -> Result<Vec<u8>, NotOpened> {
        let mut opener = Opener::new(key)?;
        let mut all = Vec::new();
        for part in sealed.chunks(step) {
            all.extend(opener.push(part)?);
        }
        all.extend(opener.finish()?);
        Ok(all)
    }

    fn plain(length: usize) -> Vec<u8> {
        (0..length).map(|n| u8::try_from(n % 251).expect("a byte")).collect()
    }

    #[test]
    fn what_goes_in_comes_out_whatever_the_parts() {
        for length in [1, 7, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 5] {
            let (key, plain) = ([7; 32], plain(length));
            let whole = sealed(&key, &plain, 1000);
            assert_eq!(whole, sealed(&key, &plain, length), "the parts leave no trace");
            assert_eq!(plain_size(u64::try_from(whole.len()).expect("a size")), Ok(u64::try_from(length).expect("a size")));
            for step in [1, 999, PIECE + TAG, whole.len()] {
                assert_eq!(opened(&key, &whole, step).as_deref(), Ok(plain.as_slice()), "{length} in steps of {step}");
            }
        }
    }

    #[test]
    fn nothing_is_altered_cut_off_left_out_or_moved_unseen() {
        let (key, plain) = ([7; 32], plain(3 * PIECE + 5));
        let whole = sealed(&key, &plain, 5000);
        let (head, piece) = (MARK.len(), PIECE + TAG);
        for place in [0, head, head + piece - 1, head + piece, whole.len() - 1] {
            let mut altered = whole.clone();
            altered[place] ^= 1;
            assert_eq!(opened(&key, &altered, 5000), Err(NotOpened), "altered at {place}");
        }
        for end in [0, head, head + 1, head + piece, head + 3 * piece, whole.len() - 1] {
            assert_eq!(opened(&key, &whole[..end], 5000), Err(NotOpened), "cut at {end}");
        }
        let part = |n: usize| &whole[head + n * piece..(head + (n + 1) * piece).min(whole.len())];
        let put = |order: &[usize]| [MARK.as_slice(), &order.iter().flat_map(|n| part(*n).to_vec()).collect::<Vec<u8>>()].concat();
        assert_eq!(put(&[0, 1, 2, 3]), whole);
        for order in [[1, 0, 2, 3].as_slice(), &[0, 2, 1, 3], &[0, 1, 3], &[0, 1, 2], &[0, 1, 2, 2, 3], &[3]] {
            assert_eq!(opened(&key, &put(order), 5000), Err(NotOpened), "{order:?}");
        }
        assert_eq!(opened(&[8; 32], &whole, 5000), Err(NotOpened), "another key");
    }
}
