//! One part as a list: its items moved up and down, added, taken out, and each with its own page.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    diagram::{self, Diagram},
    head::{self, Head, Opened, TabView, beside, head, open},
    saving::{self, Saving},
};
use crate::{
    catalogue::{
        Folder,
        editing::{self, Arrange, EditRefused, PARTS, Row, RowKind},
    },
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace, text::line},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct PartPage {
    head: Head,
    title: String,
    /// Back to the pages, from one page of the form.
    up: String,
    /// The other pages of this tab.
    beside: Vec<TabView>,
    /// The steps as a drawing.
    diagram: Option<Diagram>,
    rows: Vec<RowView>,
    action: String,
    adds: Vec<AddView>,
    /// This is the list of pages: a new one needs a name.
    pages: bool,
    /// The page itself, and the file as text.
    links: Vec<LinkView>,
    error: String,
}

#[derive(Debug, Serialize)]
struct RowView {
    kind: &'static str,
    item: String,
    name: String,
    word: String,
    href: String,
    first: bool,
    last: bool,
}

#[derive(Debug, Serialize)]
struct AddView {
    item: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct LinkView {
    text: String,
    href: String,
}

impl Page for PartPage {
    const TEMPLATE: &'static str = "admin/drafts/part.html";

    fn samples() -> Vec<Self> {
        let row = |kind, first| RowView {
            kind,
            item: "0".into(),
            name: "Lệ phí".into(),
            word: "number".into(),
            href: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/0".into(),
            first,
            last: !first,
        };
        let page = |pages, rows| Self {
            head: head::sample(),
            title: "Lệ phí".into(),
            up: if pages { String::new() } else { "/quan-tri".into() },
            beside: head::sample().tabs,
            diagram: (!pages).then(diagram::sample),
            rows,
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/sap-xep".into(),
            adds: vec![AddView { item: "1".into(), text: "Thêm khoản thu".into() }],
            pages,
            links: vec![LinkView { text: "Tiêu đề trang".into(), href: "/quan-tri".into() }],
            error: String::new(),
        };
        vec![page(false, vec![row("item", true), row("section", false)]), page(true, Vec::new())]
    }
}

/// `GET …/phan/{part}`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, part) = path.0;
    let opened = open(&mut conn, &rules, &slug).await?;
    respond::page(&admin, &page(&admin, &opened, &part, String::new())?)
}

/// `POST …/phan/{part}/sap-xep`: `item` and one of the buttons.
pub async fn arrange(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (slug, part) = path.0;
    let opened = open(&mut conn, &rules, &slug).await?;
    if !saving::is_newest(&opened, &form) {
        return respond::invalid(&admin, &page(&admin, &opened, &part, saving::meanwhile(&admin, &opened))?);
    }
    let arranged = match arranged(&opened.draft.folder, &part, &form) {
        Ok(folder) => folder,
        Err(EditRefused::NoSuchPlace) if part == "form" && form.has("add") => {
            return respond::invalid(&admin, &page(&admin, &opened, &part, admin.text("draft-page-name-wrong", &[]))?);
        }
        Err(refused) => return Err(not_here(&admin, &slug, refused)),
    };
    if let Saving::Meanwhile(error) = saving::save(&admin, &mut conn, &opened, &arranged, word(&part)).await? {
        return respond::invalid(&admin, &page(&admin, &opened, &part, error)?);
    }
    Ok(respond::see_other(&Place::Admin(AdminPlace::Part(slug, part))))
}

/// The word under which a save of this part stands in the history.
pub fn word(part: &str) -> &str {
    if part.starts_with("form-") { "form" } else { part }
}

/// A file that cannot be cut is edited as text.
pub fn not_here(admin: &SystemAdminIn, slug: &str, refused: EditRefused) -> Error {
    match refused {
        EditRefused::File(fault) => {
            let args =
                [("line", fault.line.to_string().into()), ("column", fault.column.to_string().into()), ("reason", fault.reason.into())];
            Error::refused(admin.text("draft-not-toml", &args), Place::Admin(AdminPlace::Draft(slug.to_owned())))
        }
        EditRefused::NoSuchPlace | EditRefused::Boxes(_) => Error::NotFound,
    }
}

fn arranged(folder: &Folder, part: &str, form: &FormPairs) -> Result<Folder, EditRefused> {
    let pressed = [("up", Arrange::Up), ("down", Arrange::Down), ("remove", Arrange::Remove), ("add", Arrange::Add)];
    let (name, what) = pressed.into_iter().find(|(name, _)| form.has(name)).ok_or(EditRefused::NoSuchPlace)?;
    let item = form.text(name);
    match (part, what) {
        ("form", Arrange::Add) => editing::add_page(folder, form.text("key").trim(), &line(form.text("title"))),
        ("form", what) => editing::arrange_page(folder, item, what),
        _ => editing::arrange(folder, part, item, what),
    }
}

fn page(visit: &Visit, opened: &Opened, part: &str, error: String) -> Result<PartPage, Error> {
    let slug = || opened.draft.slug.clone();
    let path = |place: AdminPlace| Place::Admin(place).path();
    let action = path(AdminPlace::Arrange(slug(), part.to_owned()));
    let head = head(visit, opened, word(part));
    if part == "form" {
        let rows = pages(visit, opened);
        let title = visit.text("part-form", &[]);
        return Ok(PartPage {
            head,
            title,
            up: String::new(),
            beside: Vec::new(),
            diagram: None,
            rows,
            action,
            adds: Vec::new(),
            pages: true,
            links: Vec::new(),
            error,
        });
    }
    let rows = editing::rows(&opened.draft.folder, part).map_err(|_| Error::NotFound)?;
    let key = part.strip_prefix("form-");
    let title = match key {
        Some(key) => {
            editing::pages(&opened.draft.folder).into_iter().find(|(known, _)| known == key).map(|(_, title)| title).unwrap_or_default()
        }
        None => visit.text(&format!("part-{part}"), &[]),
    };
    let link = |text: &str, place: AdminPlace| LinkView { text: visit.text(text, &[]), href: path(place) };
    let links = key.map(|key| {
        vec![
            link("draft-page-itself", AdminPlace::Item(slug(), part.to_owned(), "page".to_owned())),
            link("draft-page-text", AdminPlace::DraftFile(slug(), format!("form/{key}.toml"))),
        ]
    });
    Ok(PartPage {
        head,
        title,
        up: key.map(|_| path(AdminPlace::Part(slug(), "form".to_owned()))).unwrap_or_default(),
        beside: beside(visit, &slug(), part),
        diagram: opened.definition.as_ref().ok().filter(|_| part == "steps").map(|service| diagram::draw(visit, &service.workflow)),
        adds: adds(visit, part, &rows),
        rows: rows.iter().map(|row| view(visit, &slug(), part, row)).collect(),
        action,
        pages: false,
        links: links.unwrap_or_default(),
        error,
    })
}

fn pages(visit: &Visit, opened: &Opened) -> Vec<RowView> {
    let all = editing::pages(&opened.draft.folder);
    let count = all.len();
    let row = |(place, (key, title)): (usize, (String, String))| RowView {
        kind: "item",
        href: Place::Admin(AdminPlace::Part(opened.draft.slug.clone(), format!("form-{key}"))).path(),
        name: title,
        word: visit.text("draft-page-address", &[("key", key.as_str().into())]),
        item: key,
        first: place == 0,
        last: place + 1 == count,
    };
    all.into_iter().enumerate().map(row).collect()
}

fn view(visit: &Visit, slug: &str, part: &str, row: &Row) -> RowView {
    let kind = match row.kind {
        RowKind::Item => "item",
        RowKind::Section => "section",
        RowKind::Field => "field",
        RowKind::Column => "column",
        RowKind::Block => "block",
        RowKind::Rule => "rule",
    };
    RowView {
        kind,
        item: row.item.clone(),
        // What there is only one of has no name of its own.
        name: if row.name.is_empty() && is_single(part) { visit.text(&format!("part-{part}"), &[]) } else { row.name.clone() },
        word: match row.word.strip_prefix("block ") {
            Some(block) => block.to_owned(),
            None if row.word.is_empty() => String::new(),
            None => visit.text(&format!("word-{}", row.word), &[]),
        },
        href: Place::Admin(AdminPlace::Item(slug.to_owned(), part.to_owned(), row.item.clone())).path(),
        first: row.first,
        last: row.last,
    }
}

fn is_single(part: &str) -> bool {
    PARTS.iter().any(|known| known.word == part && known.single)
}

/// The buttons that add: one in each section, one at the end.
fn adds(visit: &Visit, part: &str, rows: &[Row]) -> Vec<AddView> {
    let count = |wanted: RowKind| rows.iter().filter(|row| row.kind == wanted).count();
    if !part.starts_with("form-") {
        // A new step comes before the result is issued and returned.
        let behind = if part == "steps" && rows.len() > 2 { rows.len() - 3 } else { rows.len() };
        let add = AddView { item: behind.to_string(), text: visit.text("draft-add-item", &[]) };
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
