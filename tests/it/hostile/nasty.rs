//! Words that break what was not built for them.

use super::chance::Chance;

/// Comes back as markup only if somebody forgot to escape it.
pub const MARK: &str = "<xss-probe";
/// What the arithmetic of a template engine would make of its own probe.
pub const COUNTED: &str = "7006652";

pub const WORDS: &[&str] = &[
    "<xss-probe onload=alert(1)>",
    "\"><xss-probe autofocus onfocus=alert(1) x=\"",
    "'><xss-probe>",
    "</textarea></script><xss-probe>",
    "javascript:alert(1)//<xss-probe>",
    "{{ 1234*5678 }}{% if 1 %}<xss-probe>{% endif %}",
    "${1234*5678}#{1234*5678}<%= 1234*5678 %>",
    "' OR '1'='1' --",
    "'; DROP TABLE accounts; --",
    "\\'; SELECT pg_sleep(9); --",
    "%' AND 1=cast((SELECT version()) AS int) --",
    "=HYPERLINK(\"https://evil.example\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "//evil.example/%2f..",
    "https://evil.example/",
    "/\\evil.example",
    "a\r\nSet-Cookie: hostile=1\r\n\r\n<xss-probe>",
    "a\0b",
    "\u{202e}txt.exe",
    "\u{200b}\u{feff}\u{0301}\u{0301}\u{0301}",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧‍👦 ﷽",
    "-1",
    "0",
    "00000000000000000000",
    "9223372036854775808",
    "99999999999999999999999999999999999999",
    "1e309",
    "NaN",
    "-0.0000001",
    "31/02/2026",
    "29/02/1900",
    "9999-12-31T23:59:60Z",
    "+262143-01-01",
    "true",
    "null",
    "[]",
    "[[[[[[[[",
    "{\"$gt\":\"\"}",
    "a[0][b][c]",
    "%25%32%65",
    "%",
    "H44.101-261123-0001",
    "01900000-0000-7000-8000-000000000000",
    "00000000-0000-0000-0000-000000000000",
    "nguyen.van.mau@example.vn",
    "",
    " ",
];

/// A word of the list, a long one, or bytes that are no text; as it stands in an address or a form.
pub fn encoded(chance: &mut Chance) -> String {
    match chance.below(40) {
        0 => "%ff%fe%00%c3%28".to_owned(),
        1 => "A".repeat(1 + chance.below(9000)),
        2 => in_address(&"ệ".repeat(1 + chance.below(2000))),
        3 => chance.next().to_string(),
        4 => uuid::Uuid::from_u64_pair(chance.next(), chance.next()).to_string(),
        _ => in_address(chance.one::<&str>(WORDS)),
    }
}

/// Every byte that is not a plain letter or digit, with its number.
pub fn in_address(word: &str) -> String {
    word.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02x}") }).collect()
}
