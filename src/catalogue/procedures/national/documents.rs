//! Papers to hand in, out of tables whose cells have run together.

use super::{DocumentGroup, NeededDocument};
use crate::kernel::text;

const HEAD: &str = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
const FILES: [&str; 6] = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".rar"];

/// Tables follow each other, each under its title; in a table every paper ends with its number of copies.
pub(super) fn documents(raw: &str) -> Vec<DocumentGroup> {
    let line = text::line(raw);
    let mut parts = line.split(HEAD);
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

#[cfg(test)]
mod tests {
    use super::documents;

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
}
