//! Services that exist only for one test, on offer in a portal like any other.

use motcua::{
    catalogue::{self, ServiceDefinition},
    forms::FormDefinition,
};
use serde_json::{Value, json};

use crate::support::{Browser, TestPortal};

/// A portal that offers a service `thu` with these pages: key and fields of each. The last page asks for
/// the name and the declaration besides.
pub async fn offering(pages: &[(&str, Value)], change: impl FnOnce(&mut ServiceDefinition)) -> TestPortal {
    let mut portal = TestPortal::open().await;
    let files = crate::catalogue::files();
    let mut service = catalogue::read_services(&files).expect("services").into_iter().find(|s| s.slug == "khai-sinh").expect("one");
    "thu".clone_into(&mut service.slug);
    "6.999999".clone_into(&mut service.code);
    "Hồ sơ của {name}".clone_into(&mut service.subject);
    service.form = form(pages);
    service.applicant = serde_json::from_value(json!({ "name": ["name"] })).expect("keys");
    (service.return_method, service.owner) = (None, None);
    (service.documents, service.fees, service.competence) = (Vec::new(), Vec::new(), Vec::new());
    change(&mut service);
    let mut conn = portal.conn().await;
    catalogue::publish(&mut conn, portal.now(), &[service]).await.expect("the service makes sense");
    drop(conn);
    portal.restart().await;
    portal
}

fn form(pages: &[(&str, Value)]) -> FormDefinition {
    let page = |(key, fields): &(&str, Value)| json!({ "key": key, "title": format!("Trang {key}"), "sections": [{ "fields": fields }] });
    let mut all: Vec<Value> = pages.iter().map(page).collect();
    all.push(page(&(
        "cuoi",
        json!([
            { "key": "name", "kind": "full_name", "label": "Họ và tên", "prefill": "account.full_name" },
            { "key": "declaration", "kind": "declaration", "label": "Cam đoan", "text": "Tôi cam đoan." },
        ]),
    )));
    serde_json::from_value(json!({ "pages": all })).expect("a form")
}

/// Begins a draft of the service; where it leads first.
pub async fn begun(citizen: &mut Browser<'_>) -> String {
    citizen.get("/nop/thu").await;
    let made = citizen.post_form("/nop/thu", &[]).await;
    made.location().unwrap_or_else(|| panic!("{}", made.main_text())).to_owned()
}

/// Chooses Việt Trì for the draft.
pub async fn addressed(citizen: &mut Browser<'_>, draft: &str) {
    let place = format!("{draft}/noi-nop");
    let agency = citizen.get(&format!("{place}?tim=viet%20tri")).await.input("agency").expect("a commune");
    citizen.post_form(&place, &[("agency", &agency)]).await;
}
