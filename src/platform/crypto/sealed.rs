//! What is kept encrypted at rest: AES-256-GCM under a key derived from the portal's own, one for each purpose.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::SecretKey;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Altered, cut, moved from another owner, or sealed with another key.
    #[error("the sealed bytes cannot be opened with this key")]
    Broken,
}

impl SecretKey {
    /// Encrypts for one purpose and one owner: bytes copied to another owner's row do not open there.
    pub fn seal(&self, purpose: &str, owner: &[u8], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce: [u8; NONCE_LEN] = rand::random();
        let mut body = plain.to_vec();
        let key = self.sealing_key(purpose)?;
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner), &mut body).map_err(|_| SealError::Broken)?;
        Ok([nonce.as_slice(), &body].concat())
    }

    /// The bytes again, if they were sealed by this key for this purpose and owner.
    pub fn unseal(&self, purpose: &str, owner: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or(SealError::Broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::Broken)?;
        let mut body = body.to_vec();
        let plain = self.sealing_key(purpose)?.open_in_place(nonce, Aad::from(owner), &mut body).map_err(|_| SealError::Broken)?;
        Ok(plain.to_vec())
    }

    fn sealing_key(&self, purpose: &str) -> Result<LessSafeKey, SealError> {
        let derived = self.sign("sealing key", purpose.as_bytes());
        UnboundKey::new(&AES_256_GCM, &derived).map(LessSafeKey::new).map_err(|_| SealError::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::{SealError, SecretKey};

    #[test]
    fn sealed_bytes_open_for_their_owner_only() {
        let key = SecretKey::random();
        let sealed = key.seal("second factor", b"an", b"secret").expect("sealed");
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(key.unseal("second factor", b"an", &sealed).as_deref(), Ok(&b"secret"[..]));
        assert_eq!(key.unseal("second factor", b"binh", &sealed), Err(SealError::Broken));
        assert_eq!(key.unseal("another purpose", b"an", &sealed), Err(SealError::Broken));
        assert_eq!(SecretKey::random().unseal("second factor", b"an", &sealed), Err(SealError::Broken));
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            assert_eq!(key.unseal("second factor", b"an", &altered), Err(SealError::Broken), "byte {place}");
            assert_eq!(key.unseal("second factor", b"an", &sealed[..place]), Err(SealError::Broken), "cut at {place}");
        }
    }
}
