//! A date said in words, as civil-status papers write it:
//! "Ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu".

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A stored date, whole or partial, in Vietnamese words.
pub(in crate::forms) fn date_in_words(stored: &str) -> Option<String> {
    let mut parts = stored.split('-');
    let year: u32 = parts.next()?.parse().ok()?;
    let month: Option<u32> = parts.next().and_then(|month| month.parse().ok());
    let day: Option<u32> = parts.next().and_then(|day| day.parse().ok());
    let mut said = Vec::new();
    if let Some(day) = day {
        said.push(format!("ngày {}", day_word(day)));
    }
    if let Some(month) = month {
        said.push(format!("tháng {}", month_word(month)));
    }
    said.push(format!("năm {}", year_word(year)));
    let sentence = said.join(" ");
    let mut letters = sentence.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn digit(n: u32) -> &'static str {
    usize::try_from(n).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default()
}

fn month_word(month: u32) -> String {
    if month == 4 { "tư".to_owned() } else { day_word(month) }
}

/// 1 to 99.
fn day_word(n: u32) -> String {
    match (n / 10, n % 10) {
        (0, units) => digit(units).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, units) => format!("mười {}", digit(units)),
        (tens, 0) => format!("{} mươi", digit(tens)),
        (tens, 1) => format!("{} mươi mốt", digit(tens)),
        (tens, 4) => format!("{} mươi tư", digit(tens)),
        (tens, 5) => format!("{} mươi lăm", digit(tens)),
        (tens, units) => format!("{} mươi {}", digit(tens), digit(units)),
    }
}

/// 1800 to 2200: "một nghìn chín trăm chín mươi hai", "hai nghìn không trăm linh năm".
fn year_word(year: u32) -> String {
    let (thousands, hundreds, rest) = (year / 1000, year / 100 % 10, year % 100);
    let mut said = vec![format!("{} nghìn", digit(thousands))];
    if hundreds > 0 || rest > 0 {
        said.push(format!("{} trăm", digit(hundreds)));
    }
    match rest {
        0 => {}
        1..=9 => said.push(format!("linh {}", digit(rest))),
        _ => said.push(day_word(rest)),
    }
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::date_in_words;

    #[test]
    fn dates_are_said_as_registers_write_them() {
        let said = |date| date_in_words(date).unwrap();
        assert_eq!(said("2026-02-05"), "Ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu");
        assert_eq!(said("1992-04-15"), "Ngày mười lăm tháng tư năm một nghìn chín trăm chín mươi hai");
        assert_eq!(said("2005-10-21"), "Ngày hai mươi mốt tháng mười năm hai nghìn không trăm linh năm");
        assert_eq!(said("2000-12"), "Tháng mười hai năm hai nghìn");
        assert_eq!(said("1955"), "Năm một nghìn chín trăm năm mươi lăm");
    }
}
