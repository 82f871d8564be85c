//! The portal's secret key, and what is signed with it. All processes of one portal share it.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::Arc,
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::Token;

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("security.secret_key must be 64 hexadecimal digits")]
    NotAKey,
    #[error("the secret key in {0} cannot be used: {1}")]
    File(String, String),
}

/// 256 bits; cheap to clone.
#[derive(Clone)]
pub struct SecretKey(Arc<[u8; 32]>);

impl SecretKey {
    pub fn random() -> Self {
        Self(Arc::new(rand::random()))
    }

    /// From the settings, or else from the data folder, where it is made if it is not there.
    pub fn open(given: &SecretString, data: &Path) -> Result<Self, KeyError> {
        match given.expose_secret() {
            "" => Self::kept_in(&data.join("secret.key")),
            hex => Self::from_hex(hex).ok_or(KeyError::NotAKey),
        }
    }

    fn kept_in(file: &Path) -> Result<Self, KeyError> {
        let bad = |why: String| KeyError::File(file.display().to_string(), why);
        if !file.exists() {
            Self::make_in(file)?;
        }
        let hex = fs::read_to_string(file).map_err(|e| bad(e.to_string()))?;
        Self::from_hex(hex.trim()).ok_or_else(|| bad("it is not 64 hexadecimal digits".to_owned()))
    }

    /// Makes a key in a file that is not there yet, for this user alone.
    pub fn make_in(file: &Path) -> Result<(), KeyError> {
        let bad = |why: String| KeyError::File(file.display().to_string(), why);
        // Written aside and linked into place: of two processes at once, one wins and both read the same.
        let fresh = file.with_extension(format!("new-{}-{:x}", std::process::id(), rand::random::<u32>()));
        write_private(&fresh, &to_hex(&rand::random::<[u8; 32]>())).map_err(|e| bad(e.to_string()))?;
        let linked = fs::hard_link(&fresh, file);
        let _ = fs::remove_file(&fresh);
        match linked {
            Err(e) if e.kind() != io::ErrorKind::AlreadyExists => Err(bad(e.to_string())),
            _ => Ok(()),
        }
    }

    /// `None` if they are not 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        if hex.len() != 64 || !hex.is_ascii() {
            return None;
        }
        let bytes: Option<Vec<u8>> = (0..32).map(|i| u8::from_str_radix(hex.get(2 * i..2 * i + 2)?, 16).ok()).collect();
        Some(Self(Arc::new(bytes?.try_into().ok()?)))
    }

    /// A signature that is good for one purpose only.
    pub fn sign(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        // The key has its right length by type, so this cannot fail; a wrong length would be hashed.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.as_ref()) else { return [0; 32] };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        mac.finalize().into_bytes().into()
    }

    /// Whether a signature is right, in constant time.
    pub fn is_signed(&self, purpose: &str, message: &[u8], signature: &[u8]) -> bool {
        self.sign(purpose, message).as_slice().ct_eq(signature).into()
    }

    /// A form's token, bound to the cookie's. Masked anew each time, so that compressed pages do not
    /// give it away letter by letter.
    pub fn csrf_for(&self, cookie: &Token) -> String {
        let pad: [u8; 32] = rand::random();
        let masked = xor(&pad, &self.sign("csrf", cookie.bytes()));
        BASE64_URL_SAFE_NO_PAD.encode([pad.as_slice(), masked.as_slice()].concat())
    }

    pub fn csrf_ok(&self, cookie: &Token, given: &str) -> bool {
        let Ok(bytes) = BASE64_URL_SAFE_NO_PAD.decode(given) else { return false };
        let Some((pad, masked)) = bytes.split_at_checked(32) else { return false };
        masked.len() == 32 && self.is_signed("csrf", cookie.bytes(), &xor(pad, masked))
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

fn xor(a: &[u8], b: &[u8]) -> Vec<u8> {
    a.iter().zip(b).map(|(a, b)| a ^ b).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_private(file: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
