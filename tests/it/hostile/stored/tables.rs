//! The register as tables: no cell is a formula, in neither format.

use std::io::Read;

use crate::support::Browser;

/// Looks at the tables of the days around the tests' beginning; the word stands in them.
pub async fn hold_no_formulas(desk: &mut Browser<'_>) {
    let days = "tu=2026-11-01&den=2026-11-30";
    let text = desk.get(&format!("/can-bo/so-theo-doi/csv?{days}")).await.text();
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells: Vec<String> = rows.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(!cells.is_empty(), "the register has a line");
    for cell in &cells {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "a formula in the table: {cell}");
    }
    let book = desk.get(&format!("/can-bo/so-theo-doi/xlsx?{days}")).await;
    let parts = unpacked(&book.body);
    assert!(parts.iter().any(|(name, _)| name.ends_with("sheet1.xml")), "a spreadsheet");
    for (name, text) in parts.iter().filter(|(name, _)| name.ends_with(".xml")) {
        assert!(!text.contains("<f>") && !text.contains("<f "), "{name}: a formula");
        assert!(!text.contains("<xss-probe"), "{name}: markup");
        assert!(!text.contains("<hyperlink") && !text.contains("externalLink"), "{name}: an address of somebody else");
    }
}

/// The parts of a packed folder, by its directory at the end.
pub fn unpacked(book: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, bytes: usize| book[at..at + bytes].iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    let end = (0..book.len() - 21).rev().find(|at| book[*at..].starts_with(b"PK\x05\x06")).expect("a directory");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut parts = Vec::new();
    for _ in 0..count {
        let (packed, name, more, note, head) =
            (number(at + 20, 4), number(at + 28, 2), number(at + 30, 2), number(at + 32, 2), number(at + 42, 4));
        let title = String::from_utf8_lossy(&book[at + 46..at + 46 + name]).into_owned();
        let begin = head + 30 + number(head + 26, 2) + number(head + 28, 2);
        let mut text = String::new();
        let bytes = &book[begin..begin + packed];
        if number(at + 10, 2) == 0 {
            text = String::from_utf8_lossy(bytes).into_owned();
        } else {
            flate2::read::DeflateDecoder::new(bytes).read_to_string(&mut text).expect("text");
        }
        parts.push((title, text));
        at += 46 + name + more + note;
    }
    parts
}
