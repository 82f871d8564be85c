//! Tìm dịch vụ: in one's own words, with or without marks, or by the code.

use actix_web::{HttpResponse, web::Data};
use serde::{Deserialize, Serialize};

use super::{card::ServiceCard, home::is_event};
use crate::{
    catalogue::{self, Catalogue, Filters, Found},
    dossiers::Rules,
    kernel::{places::Place, text},
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, Query, Visitor},
        shell::{Visit, respond},
    },
};

const SUGGESTIONS: usize = 3;

/// What is asked for, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Question {
    #[serde(default)]
    q: String,
    #[serde(default, rename = "linh-vuc")]
    field: String,
    #[serde(default, rename = "truc-tuyen")]
    online: String,
    /// An event of life.
    #[serde(default, rename = "viec")]
    event: String,
    /// From 1.
    #[serde(default, rename = "trang")]
    page: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct CataloguePage {
    query: String,
    event: String,
    total: u64,
    services: Vec<ServiceCard>,
    /// When nothing was found.
    suggestions: Vec<ServiceCard>,
    fields: Vec<FieldChoice>,
    field: String,
    online_only: bool,
    /// Any narrowing at all: then there is a way back to everything.
    narrowed: bool,
    previous: String,
    next: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FieldChoice {
    value: String,
    text: String,
}

impl Page for CataloguePage {
    const TEMPLATE: &'static str = "public/catalogue.html";

    fn samples() -> Vec<Self> {
        let choice = |value: &str| FieldChoice { value: value.into(), text: value.into() };
        let all = Self {
            total: 2,
            services: vec![ServiceCard::sample(), ServiceCard::sample()],
            fields: vec![choice("Hộ tịch")],
            ..Self::default()
        };
        vec![
            Self { query: "xac nhan doc than".into(), next: "/dich-vu?trang=2".into(), ..all.clone() },
            Self { event: "sinh-con".into(), narrowed: true, ..all },
            Self { query: "xyz".into(), suggestions: vec![ServiceCard::sample()], ..Self::default() },
        ]
    }
}

pub(super) async fn show(
    visitor: Visitor,
    mut conn: Conn,
    rules: Data<Rules>,
    Query(question): Query<Question>,
) -> Result<HttpResponse, Error> {
    let question = question.tidy();
    let found = match question.event.as_str() {
        "" => catalogue::search(conn.open().await?, &question.q, &question.filters()).await?,
        event => of_event(&visitor, &rules.catalogue, event),
    };
    conn.close();
    respond::page(&visitor, &page(&visitor, &rules.catalogue, question, &found))
}

impl Question {
    fn tidy(self) -> Self {
        let event = if is_event(&self.event) && self.q.is_empty() { self.event } else { String::new() };
        Self { q: text::line(&self.q).chars().take(120).collect(), event, ..self }
    }

    fn filters(&self) -> Filters {
        let field = Some(self.field.clone()).filter(|field| !field.is_empty());
        Filters { field, online_only: !self.online.is_empty(), page: self.number() - 1 }
    }

    fn number(&self) -> u32 {
        self.page.parse().unwrap_or(1).max(1)
    }

    fn at_page(&self, number: u32) -> String {
        let number = if number > 1 { number.to_string() } else { String::new() };
        Place::Services.asking(&[("q", &self.q), ("linh-vuc", &self.field), ("truc-tuyen", &self.online), ("trang", &number)])
    }
}

/// Services of an event of life are few and in memory.
fn of_event(visit: &Visit, catalogue: &Catalogue, event: &str) -> Found {
    let all = catalogue.all_in_force(visit.now().instant());
    let hits: Vec<catalogue::Hit> = all
        .iter()
        .map(|version| &version.definition)
        .filter(|service| service.life_events.iter().any(|known| known == event))
        .map(|service| catalogue::Hit {
            slug: service.slug.clone(),
            code: service.code.clone(),
            name: service.name.vi.clone(),
            field: service.field.clone(),
            offered_online: service.online != catalogue::OnlineLevel::InfoOnly,
        })
        .collect();
    Found { total: u64::try_from(hits.len()).unwrap_or_default(), hits }
}

fn page(visit: &Visit, catalogue: &Catalogue, question: Question, found: &Found) -> CataloguePage {
    let now = visit.now().instant();
    let card = |hit: &catalogue::Hit| catalogue.in_force(&hit.slug, now).map(|version| ServiceCard::new(visit, &version));
    let services: Vec<ServiceCard> = found.hits.iter().filter_map(card).collect();
    let all = catalogue.all_in_force(now);
    let suggestions = if services.is_empty() {
        all.iter().take(SUGGESTIONS).map(|version| ServiceCard::new(visit, version)).collect()
    } else {
        Vec::new()
    };
    let number = question.number();
    let more = u64::from(number) * u64::from(Found::PAGE) < found.total;
    let mut fields: Vec<FieldChoice> = all
        .iter()
        .map(|version| &version.definition.field)
        .map(|field| FieldChoice { value: field.clone(), text: field.clone() })
        .collect();
    fields.sort_by(|a, b| a.text.cmp(&b.text));
    fields.dedup();
    fields.insert(0, FieldChoice { value: String::new(), text: visit.text("public-catalogue-any-field", &[]) });
    CataloguePage {
        total: found.total,
        services,
        suggestions,
        fields,
        online_only: !question.online.is_empty(),
        narrowed: !(question.q.is_empty() && question.field.is_empty() && question.online.is_empty() && question.event.is_empty()),
        previous: if number > 1 { question.at_page(number - 1) } else { String::new() },
        next: if more { question.at_page(number + 1) } else { String::new() },
        query: question.q,
        event: question.event,
        field: question.field,
    }
}
