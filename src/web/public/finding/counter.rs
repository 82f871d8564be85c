//! Tìm Một cửa của bạn: the one-stop shop of a commune, by its present name or by the name of a unit
//! that was merged into it. Everything is in memory.

use actix_web::{HttpResponse, web::Data};
use serde::{Deserialize, Serialize};

use crate::{
    agencies::{Agencies, AgencyHit},
    dossiers::Rules,
    forms::{Commune, Places},
    kernel::text,
    platform::views::Page,
    web::{
        Error,
        extract::{Query, Visitor},
        shell::respond,
    },
};

/// More are not shown: one more word finds the right one.
const MOST: usize = 12;

#[derive(Debug, Default, Deserialize)]
pub(in crate::web::public) struct Question {
    #[serde(default)]
    xa: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::public) struct CounterPage {
    typed: String,
    asked: bool,
    counters: Vec<Counter>,
    /// There were more.
    many: bool,
    /// Communes of other provinces: their counters are not here.
    elsewhere: Vec<Elsewhere>,
}

#[derive(Debug, Clone, Serialize)]
struct Counter {
    name: String,
    authority: String,
    address: String,
    phone: String,
    email: String,
    /// The former unit by which it was found.
    former: String,
}

#[derive(Debug, Clone, Serialize)]
struct Elsewhere {
    commune: String,
    province: String,
    former: String,
}

impl Page for CounterPage {
    const TEMPLATE: &'static str = "public/finding/counter.html";

    fn samples() -> Vec<Self> {
        let counter = Counter {
            name: "Trung tâm Phục vụ hành chính công phường Tân Hoà".into(),
            authority: "Ủy ban nhân dân phường Tân Hoà".into(),
            address: "Số 1, đường Hòa Bình".into(),
            phone: "0210 000 0000".into(),
            email: "tanhoa@example.vn".into(),
            former: "Xã Yên Mông".into(),
        };
        let bare = Counter { address: String::new(), phone: String::new(), email: String::new(), former: String::new(), ..counter.clone() };
        let found = Self { typed: "yen mong".into(), asked: true, counters: vec![counter, bare], many: true, ..Self::default() };
        let other = Elsewhere {
            commune: "Phường Ba Đình".into(), province: "Thành phố Hà Nội".into(), former: "Phường Quán Thánh".into()
        };
        let far = Self { typed: "quan thanh".into(), asked: true, elsewhere: vec![other], ..Self::default() };
        vec![Self::default(), found, far, Self { typed: "xyz".into(), asked: true, ..Self::default() }]
    }
}

pub(in crate::web::public) async fn show(
    visitor: Visitor,
    rules: Data<Rules>,
    Query(question): Query<Question>,
) -> Result<HttpResponse, Error> {
    let typed: String = text::line(&question.xa).chars().take(80).collect();
    respond::page(&visitor, &page(&rules.agencies, rules.catalogue.places(), typed))
}

fn page(agencies: &Agencies, places: &Places, typed: String) -> CounterPage {
    if text::fold(&typed).is_empty() {
        return CounterPage::default();
    }
    let hits = agencies.search(&typed);
    let elsewhere = if hits.is_empty() { elsewhere(agencies, places, &typed) } else { Vec::new() };
    CounterPage { asked: true, many: hits.len() > MOST, counters: hits.iter().take(MOST).map(counter).collect(), elsewhere, typed }
}

fn counter(hit: &AgencyHit<'_>) -> Counter {
    Counter {
        name: hit.agency.counter(),
        authority: hit.agency.authority(),
        address: hit.agency.address.clone(),
        phone: hit.agency.phone.clone(),
        email: hit.agency.email.clone(),
        former: hit.former.unwrap_or_default().to_owned(),
    }
}

/// Communes that are not of this province, so that somebody from elsewhere learns where he belongs.
fn elsewhere(agencies: &Agencies, places: &Places, typed: &str) -> Vec<Elsewhere> {
    let wanted = text::fold(typed);
    let ours = |commune: &Commune| agencies.by_place_code(&commune.code).is_some();
    let communes = places.provinces().iter().flat_map(|province| places.communes_of(&province.code).iter().map(move |one| (province, one)));
    let found = communes.filter(|(_, commune)| !ours(commune)).filter_map(|(province, commune)| {
        let former = commune.former.iter().find(|former| names(former, &wanted));
        (names(&commune.name, &wanted) || former.is_some()).then(|| Elsewhere {
            commune: commune.name.clone(),
            province: province.name.clone(),
            former: if names(&commune.name, &wanted) { String::new() } else { former.cloned().unwrap_or_default() },
        })
    });
    found.take(MOST).collect()
}

/// Whether a name is what was typed, with or without the word for its kind.
fn names(name: &str, wanted: &str) -> bool {
    let folded = text::fold(name);
    let kinds = ["phuong ", "xa ", "thi tran ", "dac khu "];
    folded == wanted || kinds.iter().any(|kind| folded.strip_prefix(kind) == Some(wanted))
}
