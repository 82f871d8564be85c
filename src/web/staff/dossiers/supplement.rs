//! Yêu cầu bổ sung: tick everything that is wrong, say why once, give days. It can be asked once.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    frame::Fault,
    head::{self, Head, head},
    refused::{load, missing, seen},
    steps::finish,
};
use crate::{
    dossiers::{self, ItemTarget, Missing, Rules, SupplementRequest, Workbench},
    kernel::{dossier_code::DossierCode, places::Place, text},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::inbox::listed::Listed,
    },
    workflow::Action,
};

/// Proposed to the official; the law leaves it to each request.
const USUAL_DAYS: &str = "5";

#[derive(Debug, Serialize)]
pub struct SupplementPage {
    head: Head,
    back: String,
    action: String,
    version: String,
    groups: Vec<Group>,
    items_error: String,
    reason: String,
    reason_error: String,
    days: String,
    days_error: String,
    errors: Vec<Fault>,
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
        let page = |error: &str, errors: Vec<Fault>| Self {
            head: head::sample(),
            back: "/can-bo/ho-so/H44.101-261123-0001".into(),
            action: "/can-bo/ho-so/H44.101-261123-0001/yeu-cau-bo-sung".into(),
            version: "3".into(),
            groups: vec![Group { title: "Giấy tờ".into(), items: vec![item(true)] }],
            items_error: error.into(),
            reason: "Ảnh bị mờ.".into(),
            reason_error: error.into(),
            days: USUAL_DAYS.into(),
            days_error: error.into(),
            errors,
        };
        vec![page("", Vec::new()), page("Chọn ít nhất một mục", vec![Fault { href: "#items".into(), text: "Chọn ít nhất một mục".into() }])]
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
    fn of(form: &FormPairs) -> Self {
        let items = form.all("items").map(str::to_owned).collect();
        Self { items, reason: form.text("reason").to_owned(), days: form.text("days").trim().to_owned() }
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
    respond::page(&official, &page(&official, &bench, &typed, &[]))
}

/// `POST …/yeu-cau-bo-sung`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (seen, typed) = (seen(code.0.clone(), &form), Typed::of(&form));
    let done = dossiers::request_supplement(conn.open().await?, &rules, official.now(), &official.official, &seen, &typed.request()).await;
    match done {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-supplement-requested"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &bench, &typed, &missing))
        }
    }
}

fn page(visit: &Visit, bench: &Workbench, typed: &Typed, missing: &[Missing]) -> SupplementPage {
    let sentence =
        |wanted: &[Missing]| missing.iter().find(|m| wanted.contains(m)).map(|m| visit.text(m.text_key(), &[])).unwrap_or_default();
    let items_error = sentence(&[Missing::Items]);
    let reason_error = sentence(&[Missing::Reason, Missing::ReasonTooLong]);
    let days_error = sentence(&[Missing::Days]);
    let faults = [("#items", &items_error), ("#reason", &reason_error), ("#days", &days_error)];
    SupplementPage {
        head: head(visit, &bench.facts),
        back: Listed::of(visit).address(&Place::Workbench(bench.facts.code.clone())),
        action: Listed::of(visit).address(&Place::WorkbenchAct(bench.facts.code.clone(), Action::RequestSupplement.slug())),
        version: bench.facts.version.to_string(),
        groups: groups(visit, bench, typed),
        errors: faults
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(href, text)| Fault { href: (*href).into(), text: (*text).clone() })
            .collect(),
        items_error,
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
