//! The three boxes of a date and what stands in them.

use serde_json::Value;

use crate::forms::{
    faults::Fault,
    page_view::{BoxView, FieldView},
    typed::Typed,
};

pub(super) const PARTS: &[&str] = &["day", "month", "year"];

/// Day, month and year as typed: from the boxes, or from one text `5/11/1992`, `1992-11-05`, `11/1992`, `1992`.
pub(super) fn split(typed: &Typed) -> (String, String, String) {
    let one = typed.get("").trim();
    let boxes = PARTS.iter().any(|part| !typed.get(part).trim().is_empty());
    if boxes || one.is_empty() {
        let part = |name: &str| typed.get(name).trim().to_owned();
        return (part("day"), part("month"), part("year"));
    }
    let mut parts: Vec<String> = one.split(['/', '-', '.', ' ']).map(str::to_owned).collect();
    if parts.first().is_some_and(|first| first.len() == 4) {
        parts.reverse();
    }
    parts.reverse();
    let mut newest_first = parts.into_iter();
    let (year, month, day) = (newest_first.next(), newest_first.next(), newest_first.next());
    match newest_first.next() {
        Some(_) => ("?".to_owned(), "?".to_owned(), "?".to_owned()),
        None => (day.unwrap_or_default(), month.unwrap_or_default(), year.unwrap_or_default()),
    }
}

/// Four digits; two-digit years are refused with an example, never guessed.
pub(super) fn year(typed: &str) -> Result<i32, Fault> {
    let wrong = || Fault::new("form-date-year");
    if typed.is_empty() {
        return Err(Fault::new("form-date-no-year"));
    }
    if typed.len() != 4 || !typed.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    typed.parse().ok().filter(|year| (1800..=2200).contains(year)).ok_or_else(wrong)
}

/// One or two digits.
pub(super) fn number(typed: &str, missing: &'static str) -> Result<u32, Fault> {
    if typed.is_empty() {
        return Err(Fault::new(missing));
    }
    let digits = typed.len() <= 2 && typed.bytes().all(|b| b.is_ascii_digit());
    typed.parse().ok().filter(|_| digits).ok_or_else(|| Fault::new("form-date-unreal"))
}

/// Gives a view its three boxes, filled.
pub(super) fn dress(view: &mut FieldView, typed: &Typed, own_birthday: bool) {
    let (day, month, year) = split(typed);
    fill(view, PARTS, [day, month, year]);
    for one in view.boxes.iter_mut().filter(|_| own_birthday) {
        one.autocomplete = format!("bday-{}", one.part);
    }
}

/// Gives a view a box for each part; an error leads to the first.
pub(super) fn fill(view: &mut FieldView, parts: &[&str], values: impl IntoIterator<Item = String>) {
    let one = |(part, value): (&&str, String)| BoxView {
        part: (*part).to_owned(),
        name: format!("{}.{part}", view.key),
        id: format!("{}-{part}", view.id),
        value,
        autocomplete: String::new(),
    };
    view.boxes = parts.iter().zip(values).map(one).collect();
    view.anchor = view.boxes.first().map_or_else(|| view.id.clone(), |first| first.id.clone());
}

/// Back into the boxes; a partial date leaves some of them empty.
pub(super) fn typed(value: &Value) -> Typed {
    let mut parts = value.as_str().unwrap_or_default().splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    Typed::boxes([("day", day.unwrap_or_default()), ("month", month.unwrap_or_default()), ("year", year.unwrap_or_default())])
}

/// `05/11/1992`, `11/1992`, `1992`
pub(super) fn show(value: &Value) -> String {
    let mut parts: Vec<&str> = value.as_str().unwrap_or_default().split('-').collect();
    parts.reverse();
    parts.join("/")
}
