//! The long texts of a procedure as the national database gives them: tables whose cells have run
//! together. Read as far as they can be told apart; what cannot is kept as it stands.

use serde::{Deserialize, Serialize};

use crate::kernel::text;

/// A line of the file, with the database's own names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NationalRecord {
    pub ma_thu_tuc: String,
    pub ten_thu_tuc: String,
    trinh_tu_thuc_hien: String,
    cach_thuc_thuc_hien: String,
    thanh_phan_ho_so: String,
    yeu_cau_dieu_kien: String,
    can_cu_phap_ly: String,
    co_quan_thuc_hien: String,
    co_quan_co_tham_quyen: String,
    dia_chi_tiep_nhan: String,
}

/// What the portal shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NationalTexts {
    /// Trình tự thực hiện, line by line.
    pub sequence: Vec<String>,
    /// Cách thức thực hiện.
    pub ways: Vec<Way>,
    /// Thành phần hồ sơ.
    pub documents: Vec<DocumentGroup>,
    /// Yêu cầu, điều kiện.
    pub conditions: Vec<String>,
    /// Numbers of laws: `123/2015/NĐ-CP`.
    pub legal_basis: Vec<String>,
    pub agency: String,
    pub authority: String,
    pub address: String,
}

/// One way to hand it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// `Trực tiếp`
    pub how: String,
    /// `5 ngày làm việc`; may be empty.
    pub time: String,
    /// Fee and remarks, as they stand.
    pub fee: String,
}

/// Papers of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentGroup {
    /// May be empty.
    pub title: String,
    pub documents: Vec<NeededDocument>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeededDocument {
    pub name: String,
    /// `1 bản chính, 1 bản sao`
    pub copies: String,
}

const NOTHING: [&str; 5] = ["Không có thông tin", "Không", "không", "Không có", "không có"];
const WAYS: [&str; 3] = ["Trực tuyến", "Dịch vụ bưu chính", "Trực tiếp"];
const WAYS_HEAD: &str = "Hình thức nộpThời gianPhí, lệ phíMô tả";
const UNITS: [&str; 8] = ["Ngày làm việc", "Giờ làm việc", "Ngày", "Giờ", "Tháng", "Tuần", "Năm", "Phút"];
const DOCUMENTS_HEAD: &str = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
const FILES: [&str; 6] = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".rar"];

impl NationalRecord {
    pub fn texts(&self) -> NationalTexts {
        NationalTexts {
            sequence: lines(&self.trinh_tu_thuc_hien),
            ways: ways(&self.cach_thuc_thuc_hien),
            documents: documents(&self.thanh_phan_ho_so),
            conditions: lines(&self.yeu_cau_dieu_kien),
            legal_basis: laws(&self.can_cu_phap_ly),
            agency: told(&self.co_quan_thuc_hien),
            authority: told(&self.co_quan_co_tham_quyen),
            address: told(&self.dia_chi_tiep_nhan),
        }
    }
}

/// A text, empty if it says that there is none.
fn told(raw: &str) -> String {
    let line = text::line(raw);
    if NOTHING.contains(&line.trim_end_matches(['.', ';'])) { String::new() } else { line }
}

fn lines(raw: &str) -> Vec<String> {
    raw.lines().map(told).filter(|line| !line.is_empty()).collect()
}

/// `Trực tiếp5 Ngày làm việcMiễn phíDịch vụ bưu chính5 Ngày…`: a way begins where its name is followed by a number.
fn ways(raw: &str) -> Vec<Way> {
    let line = text::line(raw);
    let table = line.strip_prefix(WAYS_HEAD).unwrap_or(&line);
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

/// Tables follow each other, each under its title; in a table every paper ends with its number of copies.
fn documents(raw: &str) -> Vec<DocumentGroup> {
    let line = text::line(raw);
    let mut parts = line.split(DOCUMENTS_HEAD);
    let mut title = title(parts.next().unwrap_or_default());
    let mut groups = Vec::new();
    for table in parts {
        let (documents, rest) = rows(table);
        if !documents.is_empty() {
            groups.push(DocumentGroup { title, documents });
        }
        title = self::title(rest);
    }
    groups
}

fn title(raw: &str) -> String {
    raw.trim().trim_matches(['-', '*', ':', ' ']).to_owned()
}

fn rows(table: &str) -> (Vec<NeededDocument>, &str) {
    let (mut documents, mut rest) = (Vec::new(), table);
    while let Some((name, copies, after)) = next_row(rest) {
        let name = without_files(name).trim_start_matches(['-', '+', '*', ' ']).trim();
        if !name.is_empty() {
            documents.push(NeededDocument { name: name.to_owned(), copies });
        }
        rest = after;
    }
    (documents, rest)
}

/// The name up to `1 bản chính` (with `,1 bản sao` perhaps), the copies, and what follows.
fn next_row(rest: &str) -> Option<(&str, String, &str)> {
    let mut from = 0;
    loop {
        let at = from + rest.get(from..)?.find(" bản ")?;
        let before = rest.get(..at)?;
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (kind, after) = copy_kind(rest.get(at..)?);
        if digits == 0 || kind.is_empty() {
            from = at + 1;
            continue;
        }
        let number = before.get(before.len() - digits..)?;
        let mut copies = vec![(number, kind)];
        let mut end = after;
        while let Some((number, kind, after)) = end.trim_start().strip_prefix(',').and_then(another_count) {
            copies.push((number, kind));
            end = after;
        }
        let told: Vec<String> =
            copies.iter().filter(|(number, _)| *number != "0").map(|(number, kind)| format!("{number} {kind}")).collect();
        return Some((before.get(..before.len() - digits)?, told.join(", "), end));
    }
}

fn copy_kind(rest: &str) -> (&'static str, &str) {
    for kind in ["bản chính", "bản sao"] {
        if let Some(after) = rest.trim_start().strip_prefix(kind) {
            return (kind, after);
        }
    }
    ("", rest)
}

fn another_count(rest: &str) -> Option<(&str, &'static str, &str)> {
    let rest = rest.trim_start();
    let number = rest.get(..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len())?;
    let (kind, after) = copy_kind(rest.get(number.len()..)?);
    (!number.is_empty() && !kind.is_empty()).then_some((number, kind, after))
}

/// Names of attached files stand at the end without a blank: `công ty luậtMẫu TP-LS-28.docx`.
fn without_files(name: &str) -> &str {
    let mut name = name;
    while FILES.iter().any(|ending| name.to_lowercase().ends_with(ending)) {
        match last_seam(name) {
            Some(seam) => name = name.get(..seam).unwrap_or_default(),
            None => break,
        }
    }
    name
}

/// Where the end of one word touches the beginning of another.
fn last_seam(name: &str) -> Option<usize> {
    let pairs = name.char_indices().zip(name.char_indices().skip(1));
    let seams = pairs.filter(|((_, a), (_, b))| {
        (a.is_lowercase() && b.is_uppercase()) || (matches!(a, '.' | ';' | ')' | ':') && (b.is_uppercase() || b.is_ascii_digit()))
    });
    seams.map(|(_, (at, _))| at).last()
}

/// Numbers of laws, each once, in the order of the text.
fn laws(raw: &str) -> Vec<String> {
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
    use super::{documents, laws, told, ways};

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

    #[test]
    fn papers_stand_under_their_titles_with_their_copies() {
        let all = documents(
            "* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượng- Tờ khai theo mẫu;Mẫu số 01.docx1 bản chínhBản sao hợp đồng0 bản chính,1 bản sao* Xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượngCăn cước1 bản chính",
        );
        let titles: Vec<&str> = all.iter().map(|group| group.title.as_str()).collect();
        assert_eq!(titles, ["Giấy tờ phải nộp", "Xuất trình"]);
        let papers: Vec<(&str, &str)> =
            all.iter().flat_map(|group| &group.documents).map(|paper| (paper.name.as_str(), paper.copies.as_str())).collect();
        assert_eq!(papers, [("Tờ khai theo mẫu;", "1 bản chính"), ("Bản sao hợp đồng", "1 bản sao"), ("Căn cước", "1 bản chính")]);
        assert!(documents("--").is_empty());
    }

    #[test]
    fn laws_are_known_by_their_numbers() {
        let text = "Tên văn bản pháp lýMã văn bảnNghị định sửa đổi07/2025/NĐ-CPNghị định 123/2015/NĐ-CP123/2015/NĐ-CPLuật 60/2014/QH13 ngày 20/11/2014";
        assert_eq!(laws(text), ["07/2025/NĐ-CP", "123/2015/NĐ-CP", "60/2014/QH13"]);
        assert_eq!(told(" Không có thông tin "), "");
    }
}
