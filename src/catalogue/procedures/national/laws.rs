//! Numbers of laws, out of a text in which they touch other words.

use crate::kernel::text;

/// Numbers of laws, each once, in the order of the text.
pub(super) fn laws(raw: &str) -> Vec<String> {
    let line = text::line(raw);
    let mut found: Vec<String> = Vec::new();
    let mut rest = line.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let candidate = rest.get(at..).unwrap_or_default();
        let length = law_number(candidate);
        if let Some(number) = candidate.get(..length).filter(|number| !number.is_empty()) {
            if !found.iter().any(|known| known == number) {
                found.push(number.to_owned());
            }
            rest = candidate.get(length..).unwrap_or_default();
        } else {
            rest = candidate.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    found
}

/// How long the number of a law at the beginning is: `123/2015/NĐ-CP`; 0: it is none.
fn law_number(text: &str) -> usize {
    let mut parts = text.splitn(3, '/');
    let (Some(serial), Some(year), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return 0 };
    let digits = |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(serial, 4) || !digits(year, 4) || year.len() != 4 {
        return 0;
    }
    // Digits belong only to the National Assembly: `QH15`. After `NĐ-CP` they begin the next cell.
    let mut left = if rest.starts_with("QH") { 2 } else { 0 };
    let is_of_sign = |c: &char| {
        left -= i32::from(c.is_ascii_digit());
        c.is_uppercase() || *c == '-' || (c.is_ascii_digit() && left >= 0)
    };
    let sign: Vec<char> = rest.chars().take_while(is_of_sign).collect();
    // `NĐ-CPNghị`: the last capital begins the next word.
    let touches = rest.chars().nth(sign.len()).is_some_and(char::is_lowercase);
    let kept = sign.get(..sign.len() - usize::from(touches && !sign.is_empty())).unwrap_or_default();
    let sign: String = kept.iter().collect();
    let sign = sign.trim_end_matches('-');
    if sign.chars().filter(|c| c.is_uppercase()).count() < 2 { 0 } else { serial.len() + year.len() + 2 + sign.len() }
}

#[cfg(test)]
mod tests {
    use super::laws;

    #[test]
    fn laws_are_known_by_their_numbers() {
        let text = "Tên văn bản pháp lýMã văn bảnNghị định sửa đổi07/2025/NĐ-CPNghị định 123/2015/NĐ-CP123/2015/NĐ-CPLuật 60/2014/QH13 ngày 20/11/2014";
        assert_eq!(laws(text), ["07/2025/NĐ-CP", "123/2015/NĐ-CP", "60/2014/QH13"]);
    }
}
