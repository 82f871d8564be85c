//! One part as a list: its items moved up and down, added, taken out, and each with its own page.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    diagram::{self, Diagram},
    head::{self, Head, Opened, TabView, beside, head, open, workshop},
    listing::{self, AddView, RowView},
    preview,
    saving::{self, Saving},
};
use crate::{
    catalogue::{
        Folder, ServiceVersion,
        editing::{self, Arrange, EditRefused},
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
    /// The page as citizens will see it, beside the list; empty where there is nothing to see.
    preview: String,
    /// The same with everything that is shown only under a condition.
    preview_all: String,
    /// This is the list of pages: a new one needs a name.
    pages: bool,
    /// The page itself, and the file as text.
    links: Vec<LinkView>,
    error: String,
}

#[derive(Debug, Serialize)]
struct LinkView {
    text: String,
    href: String,
}

impl Page for PartPage {
    const TEMPLATE: &'static str = "admin/drafts/part.html";

    fn samples() -> Vec<Self> {
        let page = |pages, rows| Self {
            head: head::sample(),
            title: "Lệ phí".into(),
            up: if pages { String::new() } else { "/quan-tri".into() },
            beside: head::sample().tabs,
            diagram: (!pages).then(diagram::sample),
            rows,
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/sap-xep".into(),
            adds: listing::sample_adds(),
            preview: if pages { String::new() } else { "/quan-tri/dich-vu/khai-sinh/ban-nhap/xem-thu/muc-dich".into() },
            preview_all: "/quan-tri/dich-vu/khai-sinh/ban-nhap/xem-thu/muc-dich?nhanh=tat-ca".into(),
            pages,
            links: vec![LinkView { text: "Tiêu đề trang".into(), href: "/quan-tri".into() }],
            error: String::new(),
        };
        vec![page(false, listing::sample()), page(true, Vec::new())]
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
    respond::page(&admin, &page(&admin, &rules, &opened, &part, String::new())?)
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
        return respond::invalid(&admin, &page(&admin, &rules, &opened, &part, saving::meanwhile(&admin, &opened))?);
    }
    let arranged = match arranged(&opened.draft.folder, &part, &form) {
        Ok(folder) => folder,
        Err(EditRefused::NoSuchPlace) if part == "form" && form.has("add") => {
            return respond::invalid(&admin, &page(&admin, &rules, &opened, &part, admin.text("draft-page-name-wrong", &[]))?);
        }
        Err(refused) => return Err(not_here(&admin, &slug, refused)),
    };
    if let Saving::Meanwhile(error) = saving::save(&admin, &mut conn, &opened, &arranged, word(&part)).await? {
        return respond::invalid(&admin, &page(&admin, &rules, &opened, &part, error)?);
    }
    if let Some(item) = added(&opened.draft.folder, &part, &form) {
        return Ok(respond::see_other(&Place::Admin(AdminPlace::Item(slug, part, item))));
    }
    Ok(respond::see_other(&Place::Admin(AdminPlace::Part(slug, part))))
}

/// Who adds something writes in it next.
fn added(before: &Folder, part: &str, form: &FormPairs) -> Option<String> {
    let behind = form.has("add") && part != "form";
    behind.then(|| editing::rows(before, part).ok()).flatten().map(|rows| editing::added(&rows, form.text("add")))
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

fn page(visit: &Visit, rules: &Rules, opened: &Opened, part: &str, error: String) -> Result<PartPage, Error> {
    let slug = || opened.draft.slug.clone();
    let path = |place: AdminPlace| Place::Admin(place).path();
    let blank = PartPage {
        head: head(visit, opened, word(part)),
        title: visit.text(&format!("part-{}", word(part)), &[]),
        up: String::new(),
        beside: Vec::new(),
        diagram: None,
        rows: Vec::new(),
        action: path(AdminPlace::Arrange(slug(), part.to_owned())),
        adds: Vec::new(),
        preview: String::new(),
        preview_all: String::new(),
        pages: false,
        links: Vec::new(),
        error,
    };
    if part == "form" {
        return Ok(PartPage { rows: listing::pages(visit, opened), pages: true, ..blank });
    }
    let rows = editing::rows(&opened.draft.folder, part).map_err(|_| Error::NotFound)?;
    let key = part.strip_prefix("form-");
    let all = editing::pages(&opened.draft.folder);
    let title = key.and_then(|key| all.into_iter().find(|(known, _)| known == key)).map(|(_, title)| title);
    let link = |text: &str, place: AdminPlace| LinkView { text: visit.text(text, &[]), href: path(place) };
    let links = key.map(|key| {
        vec![
            link("draft-page-itself", AdminPlace::Item(slug(), part.to_owned(), "page".to_owned())),
            link("draft-page-text", AdminPlace::DraftFile(slug(), format!("form/{key}.toml"))),
        ]
    });
    let version = version(visit, rules, opened)?;
    let seen = key.filter(|key| version.as_ref().is_some_and(|version| version.definition.form.page(key).is_some()));
    let preview = |all| seen.map(|key| preview::framed(opened, key, all)).unwrap_or_default();
    Ok(PartPage {
        title: title.unwrap_or(blank.title),
        up: key.map(|_| path(AdminPlace::Part(slug(), "form".to_owned()))).unwrap_or_default(),
        beside: beside(visit, &slug(), part),
        diagram: opened.definition.as_ref().ok().filter(|_| part == "steps").map(|service| diagram::draw(visit, &service.workflow)),
        adds: listing::adds(visit, part, &rows),
        rows: rows.iter().map(|row| listing::view(visit, opened, part, row, version.as_ref())).collect(),
        preview: preview(false),
        preview_all: preview(true),
        links: links.unwrap_or_default(),
        ..blank
    })
}

/// The draft as a version, where its files make one.
fn version(visit: &Visit, rules: &Rules, opened: &Opened) -> Result<Option<ServiceVersion>, Error> {
    let (world, at) = (workshop(rules)?.world(), visit.now().instant());
    Ok(opened.definition.as_ref().ok().map(|definition| ServiceVersion::draft(definition.clone(), world, at)))
}
