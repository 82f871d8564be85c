//! Trang chủ: what do you need to do?

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::card::ServiceCard;
use crate::{
    catalogue::{Catalogue, ServiceVersion},
    dossiers::{self, Rules},
    kernel::places::Place,
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, Visitor},
        shell::{Visit, respond},
        words,
    },
};

/// Events of life as citizens know them, with the picture of each. Shown as soon as a service
/// belongs to one.
const EVENTS: [(&str, &str); 8] = [
    ("sinh-con", "baby"),
    ("ket-hon", "heart-handshake"),
    ("nha-dat", "landmark"),
    ("cu-tru", "house"),
    ("mat-nguoi-than", "flower"),
    ("kinh-doanh", "briefcase"),
    ("tro-cap", "hand-coins"),
    ("chung-thuc", "stamp"),
];

const SERVICES: usize = 6;

#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::public) struct HomePage {
    /// The search box begins empty.
    query: String,
    events: Vec<EventTile>,
    services: Vec<ServiceCard>,
    /// Dossiers of the visitor that wait for him.
    waiting: usize,
    verify: String,
    /// How many procedures can be handed in here; empty while nothing is known.
    offer: String,
}

#[derive(Debug, Clone, Serialize)]
struct EventTile {
    word: &'static str,
    icon: &'static str,
    href: String,
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "public/finding/home.html";

    fn samples() -> Vec<Self> {
        let events = vec![tile(&EVENTS[0]), tile(&EVENTS[1])];
        let full = Self {
            events,
            services: vec![ServiceCard::sample(), ServiceCard::sample()],
            waiting: 1,
            offer: "Nộp được trên cổng: 15".into(),
            ..Self::default()
        };
        vec![Self::default(), full]
    }
}

pub(in crate::web::public) async fn show(visitor: Visitor, mut conn: Conn, rules: Data<Rules>) -> Result<HttpResponse, Error> {
    let services = rules.catalogue.all_offered(visitor.now().instant());
    let waiting = match visitor.session() {
        Some(session) => dossiers::mine(conn.open().await?, &rules, visitor.now(), &session.citizen).await?.to_do.len(),
        None => 0,
    };
    let page = HomePage {
        query: String::new(),
        events: tiles(&rules.catalogue, services.iter().map(AsRef::as_ref)),
        services: often_used(&rules.catalogue, &services).iter().map(|version| ServiceCard::new(&visitor, version)).collect(),
        waiting,
        verify: Place::VerifyPaper.path(),
        offer: offer(&visitor, &rules.catalogue),
    };
    respond::page(&visitor, &page)
}

/// The services to think of first: one for each event of life, then the others, so many.
fn often_used<'a>(catalogue: &Catalogue, services: &'a [Arc<ServiceVersion>]) -> Vec<&'a ServiceVersion> {
    let of_code = |code: &String| services.iter().find(|version| version.code() == code);
    let first = |event: &str| catalogue.codes_of(event).iter().find_map(of_code);
    let mut chosen: Vec<&ServiceVersion> = Vec::new();
    for version in EVENTS.iter().filter_map(|(event, _)| first(event)).chain(services) {
        if chosen.len() < SERVICES && chosen.iter().all(|other| other.code() != version.code()) {
            chosen.push(version);
        }
    }
    chosen
}

/// The public figure, in words that say what it counts.
fn offer(visit: &Visit, catalogue: &Catalogue) -> String {
    let offer = catalogue.offer();
    if offer.all == 0 {
        return String::new();
    }
    let share = words::tenths(offer.permille(), visit.lang());
    visit.text(
        "public-home-offer",
        &[
            ("online", words::count(offer.online.into(), visit.lang()).into()),
            ("all", words::count(offer.all.into(), visit.lang()).into()),
            ("share", share.into()),
        ],
    )
}

fn tiles<'a>(catalogue: &Catalogue, services: impl Iterator<Item = &'a ServiceVersion>) -> Vec<EventTile> {
    let mut served: BTreeSet<&str> = services.flat_map(|version| version.definition.life_events.iter().map(String::as_str)).collect();
    served.extend(catalogue.events());
    EVENTS.iter().filter(|(word, _)| served.contains(word)).map(tile).collect()
}

fn tile((word, icon): &(&'static str, &'static str)) -> EventTile {
    EventTile { word, icon, href: Place::Services.asking(&[("viec", word)]) }
}

/// Whether a word is an event of life that pages can name.
pub(super) fn is_event(word: &str) -> bool {
    EVENTS.iter().any(|(known, _)| *known == word)
}
