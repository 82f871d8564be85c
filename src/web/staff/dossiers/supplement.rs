//! Yêu cầu bổ sung: tick everything that is wrong, say why once, give days. It can be asked once.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    frame::Frame,
    refused::{load, missing, seen, sentence, summary},
    steps::finish,
};
use crate::{
    dossiers::{self, ItemTarget, Missing, Rules, SupplementRequest, Workbench},
    kernel::{dossier_code::DossierCode, text},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        words,
    },
    workflow::Action,
};

/// Proposed to the official; the law leaves it to each request.
const USUAL_DAYS: &str = "5";

/// What is said again and again; ticked, it stands before what is written by hand.
const CANNED: &[&str] = &["canned-blurred", "canned-pages", "canned-expired", "canned-other-paper", "canned-mismatch", "canned-unsigned"];

#[derive(Debug, Serialize)]
pub struct SupplementPage {
    #[serde(flatten)]
    frame: Frame,
    /// The request as the citizen will read it, once it has been asked for.
    preview: Option<Preview>,
    groups: Vec<Group>,
    items_error: String,
    canned: Vec<Canned>,
    reason: String,
    reason_error: String,
    days: String,
    days_error: String,
}

#[derive(Debug, Serialize)]
struct Preview {
    until: String,
    reason: String,
    items: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Canned {
    value: &'static str,
    text: String,
}

/// Documents, or the questions of one section.
#[derive(Debug, Serialize)]
struct Group {
    title: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    id: String,
    word: String,
    label: String,
    value: String,
    checked: bool,
}

impl Page for SupplementPage {
    const TEMPLATE: &'static str = "staff/dossiers/supplement.html";

    fn samples() -> Vec<Self> {
        let item = |checked| Item {
            id: "item-1".into(),
            word: "document:giay_cu".into(),
            label: "Giấy xác nhận đã cấp trước đó".into(),
            value: "anh.jpg".into(),
            checked,
        };
        let page = |error: &str, preview: Option<Preview>| Self {
            frame: Frame::sample(Action::RequestSupplement, "#items", error),
            preview,
            groups: vec![Group { title: "Giấy tờ".into(), items: vec![item(true)] }],
            items_error: error.into(),
            canned: vec![Canned { value: "canned-blurred", text: "Ảnh chụp bị mờ.".into() }],
            reason: "Ảnh bị mờ.".into(),
            reason_error: error.into(),
            days: USUAL_DAYS.into(),
            days_error: error.into(),
        };
        let preview =
            Preview {
                until: "27/11/2026".into(), reason: "Ảnh bị mờ.".into(), items: vec!["Giấy xác nhận đã cấp trước đó".into()]
            };
        vec![page("", None), page("", Some(preview)), page("Chọn ít nhất một mục", None)]
    }
}

/// What the official has typed.
#[derive(Default)]
struct Typed {
    items: Vec<String>,
    reason: String,
    days: String,
}

impl Typed {
    /// The ready reasons that are ticked become part of the text, where they can be changed.
    fn of(visit: &Visit, form: &FormPairs) -> Self {
        let ticked = CANNED.iter().filter(|key| form.all("canned").any(|ticked| ticked == **key));
        let written = form.text("reason").trim().to_owned();
        let ready = ticked.map(|key| visit.text(key, &[])).filter(|text| !written.contains(text));
        let reason: Vec<String> = ready.chain(Some(written.clone()).filter(|text| !text.is_empty())).collect();
        let items = form.all("items").map(str::to_owned).collect();
        Self { items, reason: reason.join("\n"), days: form.text("days").trim().to_owned() }
    }

    fn request(&self) -> SupplementRequest {
        let items = self.items.iter().filter_map(|word| ItemTarget::from_word(word)).map(|target| (target, String::new())).collect();
        SupplementRequest { items, reason: text::paragraph(&self.reason), days: self.days.parse().unwrap_or_default() }
    }
}

/// `GET …/yeu-cau-bo-sung`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    let typed = Typed { days: USUAL_DAYS.into(), ..Typed::default() };
    respond::page(&official, &page(&official, &bench, &typed, Looked::default()))
}

/// `POST …/yeu-cau-bo-sung`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (seen, typed) = (seen(code.0.clone(), &form), Typed::of(&official, &form));
    if form.has("preview") {
        return preview(&official, &mut conn, &rules, &code.0, &typed).await;
    }
    let done = dossiers::request_supplement(conn.open().await?, &rules, official.now(), &official.official, &seen, &typed.request()).await;
    match done {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-supplement-requested"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &bench, &typed, Looked { missing, preview: None }))
        }
    }
}

/// Nothing is sent: the same page, with what the citizen would read above it.
async fn preview(official: &OfficialIn, conn: &mut Conn, rules: &Rules, code: &DossierCode, typed: &Typed) -> Result<HttpResponse, Error> {
    let bench = load(official, conn, rules, code).await?;
    match dossiers::supplement_preview(rules, official.now(), &bench, &typed.request()) {
        Ok(facts) => {
            let preview = Some(Preview {
                until: words::date(facts.answer_until),
                reason: facts.reason,
                items: facts.items.into_iter().map(|item| item.label).collect(),
            });
            respond::page(official, &page(official, &bench, typed, Looked { preview, missing: Vec::new() }))
        }
        Err(refused) => {
            let missing = missing(official, code, refused)?;
            respond::invalid(official, &page(official, &bench, typed, Looked { missing, preview: None }))
        }
    }
}

/// What came of looking at the request.
#[derive(Default)]
struct Looked {
    missing: Vec<Missing>,
    preview: Option<Preview>,
}

fn page(visit: &Visit, bench: &Workbench, typed: &Typed, Looked { missing, preview }: Looked) -> SupplementPage {
    let items_error = sentence(visit, &missing, &[Missing::Items]);
    let reason_error = sentence(visit, &missing, &[Missing::Reason, Missing::ReasonTooLong]);
    let days_error = sentence(visit, &missing, &[Missing::Days]);
    let errors = summary(&[("#items", &items_error), ("#reason", &reason_error), ("#days", &days_error)]);
    SupplementPage {
        frame: Frame::of(visit, bench, Action::RequestSupplement, errors),
        preview,
        groups: groups(visit, bench, typed),
        items_error,
        canned: CANNED.iter().map(|key| Canned { value: key, text: visit.text(key, &[]) }).collect(),
        reason: typed.reason.clone(),
        reason_error,
        days: typed.days.clone(),
        days_error,
    }
}

fn groups(visit: &Visit, bench: &Workbench, typed: &Typed) -> Vec<Group> {
    let mut number = 0;
    let mut item = |target: ItemTarget, label: &str, value: String| {
        number += 1;
        let word = target.as_word();
        Item { id: format!("item-{number}"), checked: typed.items.contains(&word), word, label: label.to_owned(), value }
    };
    let mut groups = Vec::new();
    let documents: Vec<Item> = bench
        .documents
        .iter()
        .map(|d| item(ItemTarget::Document(d.key.clone()), &d.name, names(d.files.iter().map(|f| f.file_name.to_string()))))
        .collect();
    if !documents.is_empty() {
        groups.push(Group { title: visit.text("bench-documents", &[]), items: documents });
    }
    for section in &bench.answers {
        let items = section.rows.iter().map(|row| item(ItemTarget::Field(row.key.clone()), &row.label, row.value.clone())).collect();
        groups.push(Group { title: section.title.clone(), items });
    }
    groups
}

fn names(files: impl Iterator<Item = String>) -> String {
    files.collect::<Vec<_>>().join(", ")
}
