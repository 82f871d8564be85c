//! Tìm dịch vụ: in one's own words, with or without marks, or by the code; or walking through all
//! procedures, narrowed by field, level, and for whom.

use actix_web::{HttpResponse, web::Data};
use serde::{Deserialize, Serialize};

use super::{
    super::sign_up::network,
    card::{ServiceCard, level_key},
    home::is_event,
};
use crate::{
    accounts::limits::{self, Limit},
    catalogue::{
        Catalogue, Filters, Found, From, Hit, StopKind,
        procedures::{Audience, FieldCount, Level},
    },
    dossiers::Rules,
    kernel::{places::Place, text},
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, Query, Visitor},
        shell::{Visit, respond},
        words,
    },
};

const SUGGESTIONS: usize = 3;

/// What is asked for, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(in crate::web::public) struct Question {
    #[serde(default)]
    q: String,
    #[serde(default, rename = "linh-vuc")]
    field: String,
    #[serde(default, rename = "cap")]
    level: String,
    #[serde(default, rename = "doi-tuong")]
    audience: String,
    #[serde(default, rename = "truc-tuyen")]
    online: String,
    /// An event of life.
    #[serde(default, rename = "viec")]
    event: String,
    /// The walk goes on behind this procedure …
    #[serde(default, rename = "sau")]
    after: String,
    /// … or before this one.
    #[serde(default, rename = "truoc")]
    before: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::public) struct CataloguePage {
    query: String,
    event: String,
    total: String,
    services: Vec<ServiceCard>,
    /// When nothing was found.
    suggestions: Vec<ServiceCard>,
    fields: Vec<Choice>,
    field: String,
    levels: Vec<Choice>,
    level: String,
    audiences: Vec<Choice>,
    audience: String,
    online_only: bool,
    /// Any narrowing at all: then there is a way back to everything.
    narrowed: bool,
    previous: String,
    next: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Page for CataloguePage {
    const TEMPLATE: &'static str = "public/finding/catalogue.html";

    fn samples() -> Vec<Self> {
        let choice = |value: &str| vec![Choice { value: value.into(), text: value.into() }];
        let all = Self {
            total: "2".into(),
            services: vec![ServiceCard::sample(), ServiceCard::sample_of_a_procedure()],
            fields: choice("Hộ tịch"),
            levels: choice("Cấp xã"),
            audiences: choice("Người dân"),
            ..Self::default()
        };
        vec![
            Self { query: "xac nhan doc than".into(), next: "/dich-vu?sau=1.004873".into(), ..all.clone() },
            Self { event: "sinh-con".into(), narrowed: true, ..all },
            Self { query: "xyz".into(), suggestions: vec![ServiceCard::sample()], ..Self::default() },
        ]
    }
}

pub(in crate::web::public) async fn show(
    visitor: Visitor,
    mut conn: Conn,
    rules: Data<Rules>,
    Query(question): Query<Question>,
) -> Result<HttpResponse, Error> {
    let question = question.tidy();
    count(&visitor, &mut conn, &question).await?;
    let catalogue = &rules.catalogue;
    let found = match question.event.as_str() {
        "" => catalogue.search(conn.open().await?, &question.q, &question.filters()).await?,
        event => catalogue.of_event(conn.open().await?, event, visitor.now().instant()).await?,
    };
    conn.close();
    respond::page(&visitor, &page(&visitor, catalogue, question, &found))
}

/// Searching costs the database more than reading. A counter's whole office, a school class fit in.
const PER_NETWORK: Limit = Limit { name: "search_network", minutes: 10, most: 600 };

/// One try, for strangers who typed something: whoever is signed in can be called to account.
async fn count(visitor: &Visitor, conn: &mut Conn, question: &Question) -> Result<(), Error> {
    if question.q.is_empty() || visitor.session().is_some() {
        return Ok(());
    }
    let counted = limits::take(conn.open().await?, visitor.now(), PER_NETWORK, network(visitor).as_str()).await?;
    counted
        .map_err(|wait| Error::TooMany { retry_after: u64::try_from((wait.until - visitor.now().instant()).num_seconds()).unwrap_or(60) })
}

impl Question {
    fn tidy(self) -> Self {
        let event = if is_event(&self.event) && self.q.is_empty() { self.event } else { String::new() };
        let field = text::line(&self.field).chars().take(200).collect();
        Self { q: text::line(&self.q).chars().take(120).collect(), field, event, ..self }
    }

    fn filters(&self) -> Filters {
        let from = match (self.after.parse(), self.before.parse()) {
            (Ok(code), _) => From::After(code),
            (_, Ok(code)) => From::Before(code),
            _ => From::Start,
        };
        Filters {
            field: Some(self.field.clone()).filter(|field| !field.is_empty()),
            level: self.level.parse().ok(),
            audience: self.audience.parse().ok(),
            online_only: !self.online.is_empty(),
            from,
        }
    }

    /// The same question, going on behind or before a procedure.
    fn at(&self, word: &str, hit: Option<&Hit>) -> String {
        let code = hit.map(|hit| hit.code.to_string()).unwrap_or_default();
        Place::Services.asking(&[
            ("q", &self.q),
            ("linh-vuc", &self.field),
            ("cap", &self.level),
            ("doi-tuong", &self.audience),
            ("truc-tuyen", &self.online),
            (word, &code),
        ])
    }

    fn narrows(&self) -> bool {
        [&self.q, &self.field, &self.level, &self.audience, &self.online, &self.event].iter().any(|part| !part.is_empty())
    }
}

fn page(visit: &Visit, catalogue: &Catalogue, question: Question, found: &Found) -> CataloguePage {
    let services: Vec<ServiceCard> = found.hits.iter().map(|hit| card(visit, catalogue, hit)).collect();
    CataloguePage {
        total: words::count(found.total, visit.lang()),
        suggestions: if services.is_empty() { suggestions(visit, catalogue) } else { Vec::new() },
        services,
        fields: fields(visit, catalogue),
        levels: choices(visit, "public-catalogue-any-level", Level::ALL.iter().map(|level| (level.as_str(), level_key(*level)))),
        audiences: choices(visit, "public-catalogue-anybody", Audience::ALL.iter().map(|one| (one.as_str(), audience_key(*one)))),
        online_only: !question.online.is_empty(),
        narrowed: question.narrows(),
        previous: if found.has_previous { question.at("truoc", found.hits.first()) } else { String::new() },
        next: if found.has_next { question.at("sau", found.hits.last()) } else { String::new() },
        query: question.q,
        event: question.event,
        field: question.field,
        level: question.level,
        audience: question.audience,
    }
}

/// A service in force has a card of its own; of everything else is said what is known.
fn card(visit: &Visit, catalogue: &Catalogue, hit: &Hit) -> ServiceCard {
    let offered = |slug: &&String| catalogue.stop_of(slug).is_none_or(|stop| stop.kind == StopKind::Paused);
    let service = hit.service.as_ref().filter(offered).and_then(|slug| catalogue.in_force(slug, visit.now().instant()));
    service.map_or_else(|| ServiceCard::told(visit, hit), |version| ServiceCard::new(visit, &version))
}

fn suggestions(visit: &Visit, catalogue: &Catalogue) -> Vec<ServiceCard> {
    let all = catalogue.all_offered(visit.now().instant());
    all.iter().take(SUGGESTIONS).map(|version| ServiceCard::new(visit, version)).collect()
}

/// Each field with the number of its procedures.
fn fields(visit: &Visit, catalogue: &Catalogue) -> Vec<Choice> {
    let any = Choice { value: String::new(), text: visit.text("public-catalogue-any-field", &[]) };
    let field = |count: &FieldCount| Choice { value: count.field.clone(), text: format!("{} ({})", count.field, count.procedures) };
    std::iter::once(any).chain(catalogue.fields().iter().map(field)).collect()
}

fn choices<'a>(visit: &Visit, any: &str, all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Choice> {
    let any = Choice { value: String::new(), text: visit.text(any, &[]) };
    std::iter::once(any).chain(all.map(|(value, key)| Choice { value: value.to_owned(), text: visit.text(key, &[]) })).collect()
}

const fn audience_key(audience: Audience) -> &'static str {
    match audience {
        Audience::People => "audience-people",
        Audience::Business => "audience-business",
        Audience::Organisations => "audience-organisations",
        Audience::Foreigners => "audience-foreigners",
    }
}
