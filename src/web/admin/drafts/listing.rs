//! The rows of a part: what each item is called, what it says in short, and where it is edited.

use serde::Serialize;

use super::head::Opened;
use crate::{
    calendar::Limit,
    catalogue::{
        ServiceVersion,
        editing::{self, PARTS, Row, RowKind},
    },
    kernel::{money::Money, places::Place, places::admin::AdminPlace},
    web::shell::Visit,
};

#[derive(Debug, Serialize)]
pub struct RowView {
    kind: &'static str,
    item: String,
    name: String,
    /// Its kind, who does it, how much: one line in grey.
    about: String,
    /// `Chỉ hiện khi: …`
    when: String,
    href: String,
    first: bool,
    last: bool,
}

#[derive(Debug, Serialize)]
pub struct AddView {
    item: String,
    text: String,
}

/// The pages of the form.
pub fn pages(visit: &Visit, opened: &Opened) -> Vec<RowView> {
    let all = editing::pages(&opened.draft.folder);
    let count = all.len();
    let row = |(place, (key, title)): (usize, (String, String))| {
        let page = opened.definition.as_ref().ok().and_then(|service| service.form.page(&key));
        let asked = page.and_then(|page| i64::try_from(page.fields().count()).ok()).unwrap_or_default();
        RowView {
            kind: "item",
            href: Place::Admin(AdminPlace::Part(opened.draft.slug.clone(), format!("form-{key}"))).path(),
            name: title,
            about: visit.text("draft-page-about", &[("count", asked.into()), ("key", key.as_str().into())]),
            when: String::new(),
            item: key,
            first: place == 0,
            last: place + 1 == count,
        }
    };
    all.into_iter().enumerate().map(row).collect()
}

pub fn view(visit: &Visit, opened: &Opened, part: &str, row: &Row, version: Option<&ServiceVersion>) -> RowView {
    let kind = match row.kind {
        RowKind::Item => "item",
        RowKind::Section => "section",
        RowKind::Field => "field",
        RowKind::Column => "column",
        RowKind::Block => "block",
        RowKind::Rule => "rule",
    };
    let said = row.facts.when.as_ref().zip(version).map(|(when, version)| version.form.say(when, visit.lang()));
    let said = said.filter(|said| !said.is_empty());
    let shown = matches!(row.kind, RowKind::Section | RowKind::Field | RowKind::Column | RowKind::Block);
    let key = if shown { "draft-shown-when" } else { "draft-holds-when" };
    RowView {
        kind,
        item: row.item.clone(),
        name: name(visit, part, row),
        about: about(visit, row),
        when: said.map(|said| visit.text(key, &[("words", said.into())])).unwrap_or_default(),
        href: Place::Admin(AdminPlace::Item(opened.draft.slug.clone(), part.to_owned(), row.item.clone())).path(),
        first: row.first,
        last: row.last,
    }
}

fn name(visit: &Visit, part: &str, row: &Row) -> String {
    if let Ok(limit) = row.facts.limit.parse::<Limit>()
        && part == "deadlines"
    {
        return limit.words(visit.lang());
    }
    if row.name.is_empty() && row.kind == RowKind::Section {
        let place = row.item.trim_start_matches('s').parse::<usize>().unwrap_or_default();
        return (place + 1).to_string();
    }
    // What there is only one of has no name of its own.
    if row.name.is_empty() && is_single(part) { visit.text(&format!("part-{part}"), &[]) } else { row.name.clone() }
}

fn about(visit: &Visit, row: &Row) -> String {
    let facts = &row.facts;
    let word = |word: &str| visit.text(&format!("word-{word}"), &[]);
    let kind = match row.word.strip_prefix("block ") {
        Some(block) => block.to_owned(),
        None if row.word.is_empty() => String::new(),
        None => word(&row.word),
    };
    let amount = facts.amount.parse::<i64>().ok().map(Money::dong);
    let is_question = matches!(row.kind, RowKind::Field | RowKind::Column);
    let told = [
        kind,
        if is_question && facts.may_stay_empty { visit.text("draft-may-stay-empty", &[]) } else { String::new() },
        if facts.role.is_empty() { String::new() } else { word(&facts.role) },
        if facts.hours.is_empty() { String::new() } else { visit.text("diagram-hours", &[("hours", facts.hours.as_str().into())]) },
        amount.map(|amount| amount.to_string()).unwrap_or_default(),
    ];
    told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn is_single(part: &str) -> bool {
    PARTS.iter().any(|known| known.word == part && known.single)
}

/// What is added at the end of a part is called by its name.
fn add_words(part: &str) -> &'static str {
    match part {
        "documents" => "draft-add-document",
        "steps" => "draft-add-step",
        "consultations" => "draft-add-consultation",
        "fees" => "draft-add-fee",
        "deadlines" => "draft-add-deadline",
        "results" => "draft-add-result",
        "competence" => "draft-add-competence",
        "eligibility" => "draft-add-eligibility",
        _ => "draft-add-item",
    }
}

/// The buttons that add: one in each section, one at the end.
pub fn adds(visit: &Visit, part: &str, rows: &[Row]) -> Vec<AddView> {
    let count = |wanted: RowKind| rows.iter().filter(|row| row.kind == wanted).count();
    if !part.starts_with("form-") {
        // A new step comes before the result is issued and returned.
        let behind = if part == "steps" && rows.len() > 2 { rows.len() - 3 } else { rows.len() };
        let add = AddView { item: behind.to_string(), text: visit.text(add_words(part), &[]) };
        return if is_single(part) && !rows.is_empty() { Vec::new() } else { vec![add] };
    }
    let sections = rows.iter().filter(|row| row.kind == RowKind::Section).enumerate().map(|(place, section)| {
        let fields = rows
            .iter()
            .filter(|row| row.kind != RowKind::Column && row.item.split_once('.').is_some_and(|(of, _)| of == place.to_string()))
            .count();
        let name = if section.name.is_empty() { (place + 1).to_string() } else { section.name.clone() };
        AddView { item: format!("{place}.{fields}"), text: visit.text("draft-add-question", &[("section", name.into())]) }
    });
    let columns = rows.iter().filter(|row| matches!(row.word.as_str(), "table" | "group")).map(|row| {
        let inside = rows.iter().filter(|other| other.kind == RowKind::Column && other.item.starts_with(&format!("{}.", row.item))).count();
        AddView { item: format!("{}.{inside}", row.item), text: visit.text("draft-add-column", &[("name", row.name.as_str().into())]) }
    });
    let section = AddView { item: format!("s{}", count(RowKind::Section)), text: visit.text("draft-add-section", &[]) };
    let rule = AddView { item: format!("r{}", count(RowKind::Rule)), text: visit.text("draft-add-rule", &[]) };
    sections.chain(columns).chain([section, rule]).collect()
}

/// As samples show them.
pub fn sample() -> Vec<RowView> {
    let row = |kind, first| RowView {
        kind,
        item: "0".into(),
        name: "Lệ phí".into(),
        about: "Số".into(),
        when: if first { String::new() } else { "Chỉ hiện khi: Tình trạng là “Đã ly hôn”".into() },
        href: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/0".into(),
        first,
        last: !first,
    };
    vec![row("item", true), row("section", false)]
}

pub fn sample_adds() -> Vec<AddView> {
    vec![AddView { item: "1".into(), text: "Thêm khoản thu".into() }]
}
