//! One-time codes of six digits that change every half minute (RFC 6238, as authenticator apps know
//! them: HMAC-SHA-1, thirty seconds).

use chrono::{DateTime, Utc};
use ring::hmac;
use subtle::ConstantTimeEq;

const PERIOD: i64 = 30;
const DIGITS: u32 = 6;
/// Clocks of telephones go wrong by up to half a minute.
const DRIFT: i64 = 1;
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// 160 bits shared with one person's device.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeSecret([u8; 20]);

impl OneTimeSecret {
    #[expect(clippy::new_without_default, reason = "a new secret is an act, not a default")]
    pub fn new() -> Self {
        Self(rand::random())
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The step of the code, if it is right about now: the caller keeps it and refuses codes of steps gone by.
    pub fn step_of(&self, code: &str, at: DateTime<Utc>) -> Option<i64> {
        let now = at.timestamp().div_euclid(PERIOD);
        (now - DRIFT..=now + DRIFT).find(|step| self.code(*step).as_bytes().ct_eq(code.as_bytes()).into())
    }

    /// The code that a device shows at an instant.
    pub fn code_at(&self, at: DateTime<Utc>) -> String {
        self.code(at.timestamp().div_euclid(PERIOD))
    }

    fn code(&self, step: i64) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &step.to_be_bytes());
        let bytes = tag.as_ref();
        let start = usize::from(bytes.last().copied().unwrap_or_default() & 0x0f);
        let word = bytes.iter().skip(start).take(4).fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        format!("{:06}", (word & 0x7fff_ffff) % 10_u32.pow(DIGITS))
    }

    /// For typing by hand: `JBSW Y3DP …`, eight groups of four.
    pub fn spelled(&self) -> String {
        let letters: Vec<char> = self.base32().chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// For the QR code: what authenticator apps read. Names are percent-encoded.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (percent(issuer), percent(account));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30", self.base32())
    }

    fn base32(&self) -> String {
        // Twenty bytes are four times five bytes, eight letters each: nothing is left over.
        let group = |five: &[u8]| {
            let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            (0..8).rev().map(move |place| usize::try_from(bits >> (5 * place) & 31).unwrap_or_default())
        };
        self.0.chunks(5).flat_map(group).filter_map(|letter| BASE32.get(letter)).map(|byte| char::from(*byte)).collect()
    }
}

impl std::fmt::Debug for OneTimeSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeSecret(…)")
    }
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::OneTimeSecret;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).expect("a time")
    }

    /// The secret and the times of RFC 6238, appendix B (SHA-1; the last six of its eight digits).
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = OneTimeSecret::from_bytes(b"12345678901234567890").expect("a secret");
        let vectors =
            [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (20_000_000_000, "353130")];
        for (second, code) in vectors {
            assert_eq!(secret.code_at(at(second)), code);
            assert_eq!(secret.step_of(code, at(second)), Some(second / 30));
            assert_eq!(secret.step_of(code, at(second + 30)), Some(second / 30), "half a minute late");
            assert_eq!(secret.step_of(code, at(second + 90)), None, "too late");
        }
        assert_eq!(secret.spelled(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        for bad in ["", "28708", "2870822", "28708x"] {
            assert_eq!(secret.step_of(bad, at(59)), None, "{bad}");
        }
    }

    #[test]
    fn the_address_for_apps_keeps_vietnamese_names() {
        let uri = OneTimeSecret::from_bytes(b"12345678901234567890").expect("a secret").uri("Cổng Dịch vụ", "an@example.vn");
        assert!(uri.starts_with("otpauth://totp/C%E1%BB%95ng%20D%E1%BB%8Bch%20v%E1%BB%A5:an@example.vn?secret=GEZDGNBV"), "{uri}");
    }
}
