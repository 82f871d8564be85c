//! What is typed, and what must be said to it, by kind of question.

use motcua::forms::{Field, Kind};
use unicode_normalization::UnicodeNormalization;

pub type Pairs = Vec<(String, String)>;

/// What the portal must do with it.
pub enum Then {
    /// Says one of these at the question.
    Says(&'static [&'static str]),
    /// Takes it; the page then shows the question as it was with good answers.
    AsGood,
    /// Takes it, or says something at the question.
    Either,
}

pub struct Case {
    pub what: &'static str,
    /// Instead of the good pairs of this question.
    pub pairs: Pairs,
    pub then: Then,
    /// A text that must stand in the boxes again.
    pub kept: Option<String>,
}

/// The longest that a box gives back.
const LONGEST: usize = 20_000;

/// Kind, what is appended to the key and typed, what is said, whether a box can show it again.
type Wrong = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str], bool);

const UNREAL_DAY: &[(&str, &str)] = &[(".day", "31"), (".month", "2"), (".year", "2020")];
const NO_CHOICE: &[(&str, &str)] = &[("", "khong-co-trong-danh-sach")];

const WRONG: &[Wrong] = &[
    ("full_name", &[("", "Nguyễn 2")], &["bằng chữ cái"], true),
    ("date", UNREAL_DAY, &["không có ngày này"], true),
    ("partial_date", UNREAL_DAY, &["không có ngày này"], true),
    ("select", NO_CHOICE, &["Chọn một mục trong danh sách"], false),
    ("radio", NO_CHOICE, &["Chọn một mục trong danh sách"], false),
    ("checkboxes", NO_CHOICE, &["Chọn một mục trong danh sách"], false),
    ("country", NO_CHOICE, &["Chọn một mục trong danh sách"], false),
    ("yes_no", &[("", "co-the")], &["Chọn một mục trong danh sách"], false),
    ("declaration", &[("", "khong")], &["Đánh dấu"], false),
    ("province", &[("", "Atlantis")], &["Chọn tỉnh, thành phố"], false),
    ("commune", &[("", "Atlantis")], &["Chọn xã, phường", "Chọn tỉnh, thành phố trước"], false),
    ("phone", &[("", "12")], &["Nhập số điện thoại"], true),
    ("email", &[("", "ten@")], &["Nhập địa chỉ thư điện tử"], true),
    ("personal_id", &[("", "123")], &["12 chữ số"], true),
    ("number", &[("", "hai")], &["bằng chữ số", " từ "], true),
    ("money", &[("", "nhiều")], &["Nhập số tiền"], true),
];

/// All that is tried on one question, one after the other; `good` is what its example answers.
pub fn of(field: &Field, good: &[(String, String)]) -> Vec<Case> {
    let mut cases = vec![Case { what: "not posted", pairs: Vec::new(), then: Then::AsGood, kept: None }];
    cases.extend(wrong(field).into_iter().chain([huge(field)]));
    let is_answered = good.iter().any(|(_, text)| !text.is_empty());
    if is_answered {
        let spoiled = good.iter().map(|(key, text)| (key.clone(), spoil(text))).collect();
        cases.push(Case { what: "control characters", pairs: spoiled, then: Then::Either, kept: None });
    }
    cases.push(emptied(field, good));
    if is_answered {
        let decomposed = good.iter().map(|(key, text)| (key.clone(), text.nfd().collect())).collect();
        cases.push(Case { what: "NFD", pairs: decomposed, then: Then::AsGood, kept: None });
    }
    let mut extra = good.to_vec();
    extra.extend([".khong-co", "[]", ".0", ".day.day", " "].map(|tail| (format!("{}{tail}", field.key), "thừa".to_owned())));
    // What its example leaves open shows its default no more, once it was posted empty.
    let then = if is_table(field) || !is_answered { Then::Either } else { Then::AsGood };
    cases.push(Case { what: "extra boxes", pairs: extra, then, kept: None });
    cases
}

/// A wrong box of a table is told with its row: "Dòng 1: …", "Nơi cư trú 1: …".
const FIRST_ROW: &[&str] = &[" 1: "];
const TOO_LONG: &[&str] = &["không quá", "Nhập số"];

fn is_table(field: &Field) -> bool {
    matches!(field.kind, Kind::Table(_))
}

fn wrong(field: &Field) -> Vec<Case> {
    if let Kind::Table(table) = &field.kind {
        let row = |column: &Field| format!("{}.0.{}", field.key, column.key);
        let of = |column| typed_wrong(column, &row(column)).map(|(pairs, _, _)| (pairs, FIRST_ROW, None));
        return table.columns.iter().filter_map(of).map(case).collect();
    }
    typed_wrong(field, &field.key).map(case).into_iter().collect()
}

fn case((pairs, says, kept): (Pairs, &'static [&'static str], Option<String>)) -> Case {
    Case { what: "wrong", pairs, then: Then::Says(says), kept }
}

fn typed_wrong(field: &Field, key: &str) -> Option<(Pairs, &'static [&'static str], Option<String>)> {
    let too_long = |length: usize| {
        let text = "Ấ".repeat(length);
        Some((vec![(key.to_owned(), text.clone())], TOO_LONG, Some(text)))
    };
    match field.kind.word() {
        "text" | "address" => too_long(256),
        "textarea" => too_long(2_001),
        "id_paper" => too_long(60),
        kind => WRONG.iter().find(|(word, ..)| *word == kind).map(|(_, boxes, says, kept)| {
            let pairs = boxes.iter().map(|(tail, text)| (format!("{key}{tail}"), (*text).to_owned())).collect();
            (pairs, *says, kept.then(|| boxes[0].1.to_owned()))
        }),
    }
}

fn huge(field: &Field) -> Case {
    let key = match &field.kind {
        Kind::Table(table) => format!("{}.0.{}", field.key, table.columns[0].key),
        Kind::Date(_) | Kind::PartialDate(_) => format!("{}.year", field.key),
        _ => field.key.clone(),
    };
    let shows = !WRONG.iter().any(|(kind, .., kept)| *kind == field.kind.word() && !kept) && !is_table(field);
    let pairs = vec![(key, "a".repeat(30_000))];
    Case { what: "huge", pairs, then: Then::Says(&["quá dài"]), kept: shows.then(|| "a".repeat(LONGEST)) }
}

/// NUL, bell, a mark without width, a mark that turns the direction, at the ends and inside.
fn spoil(text: &str) -> String {
    let inside: String = text.chars().flat_map(|c| [c, '\u{200b}']).collect();
    format!("\u{0}\u{202e}{inside}\u{7}")
}

fn emptied(field: &Field, good: &[(String, String)]) -> Case {
    let mut pairs: Pairs = good.iter().map(|(key, _)| (key.clone(), String::new())).collect();
    pairs.push((field.key.clone(), " \u{200b} ".into()));
    let needed = field.required && field.same_as.is_none();
    Case { what: "emptied", pairs, then: if needed { Then::Says(&["Nhập", "Chọn", "Đánh dấu"]) } else { Then::Either }, kept: None }
}
