//! Ways to hand a dossier in, out of a table whose cells have run together.

use super::{Way, told};
use crate::kernel::text;

const WAYS: [&str; 3] = ["Trực tuyến", "Dịch vụ bưu chính", "Trực tiếp"];
const HEAD: &str = "Hình thức nộpThời gianPhí, lệ phíMô tả";
const UNITS: [&str; 8] = ["Ngày làm việc", "Giờ làm việc", "Ngày", "Giờ", "Tháng", "Tuần", "Năm", "Phút"];

/// `Trực tiếp5 Ngày làm việcMiễn phíDịch vụ bưu chính5 Ngày…`: a way begins where its name is followed by a number.
pub(super) fn ways(raw: &str) -> Vec<Way> {
    let line = text::line(raw);
    let table = line.strip_prefix(HEAD).unwrap_or(&line);
    let begins = |at: &usize| {
        let rest = table.get(*at..).unwrap_or_default();
        WAYS.iter().any(|way| rest.strip_prefix(way).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())))
    };
    let starts: Vec<usize> = table.char_indices().map(|(at, _)| at).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([table.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| way(table.get(*start..end)?)).collect()
}

fn way(row: &str) -> Option<Way> {
    let how = WAYS.iter().find(|way| row.starts_with(**way))?;
    let rest = row.strip_prefix(how)?;
    let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let after = rest.get(number.len()..)?.trim_start();
    let unit = UNITS.iter().find(|unit| after.starts_with(**unit));
    let fee = told(unit.and_then(|unit| after.strip_prefix(unit)).unwrap_or(after));
    let time = unit.map(|unit| format!("{number} {}", unit.to_lowercase())).unwrap_or_default();
    Some(Way { how: (*how).to_owned(), time, fee })
}

#[cfg(test)]
mod tests {
    use super::ways;

    #[test]
    fn ways_are_told_apart() {
        let all = ways(
            "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việcMiễn phíTrực tiếp1Không có thông tinDịch vụ bưu chính7 NgàyPhí : 10000 ĐồngNộp qua bưu điện",
        );
        let told: Vec<(&str, &str, &str)> = all.iter().map(|way| (way.how.as_str(), way.time.as_str(), way.fee.as_str())).collect();
        assert_eq!(
            told,
            [
                ("Trực tuyến", "5 ngày làm việc", "Miễn phí"),
                ("Trực tiếp", "", ""),
                ("Dịch vụ bưu chính", "7 ngày", "Phí : 10000 ĐồngNộp qua bưu điện")
            ]
        );
        assert!(ways("Nộp trực tiếp tại trụ sở").is_empty());
    }
}
