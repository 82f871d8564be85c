//! What makes no sense is told in words, and never published.

use motcua::catalogue::{self, PublishRefused};
use serde_json::json;

use super::fees::service_with;
use crate::support::TestPortal;

fn faults(change: impl FnOnce(&mut catalogue::ServiceDefinition)) -> String {
    catalogue::faults_of(&service_with(change)).join("\n")
}

#[test]
fn a_page_cannot_have_the_address_of_the_portals_own() {
    for reserved in ["noi-nop", "cac-phan", "tep", "kiem-tra", "xoa", "tu-luu"] {
        let said = faults(|service| reserved.clone_into(&mut service.form.pages[0].key));
        assert!(said.contains(&format!("page `{reserved}`: the portal has a page of its own")), "{said}");
    }
}

#[test]
fn conditions_of_papers_fees_and_limits_compare_what_can_be_compared() {
    let said = faults(|service| {
        service.documents[0].when = serde_json::from_value(json!({ "field": "birth_case", "is": "abandonned" })).unwrap();
        service.deadlines[0].when = serde_json::from_value(json!({ "age": "birth_case", "less_than": 3 })).unwrap();
        service.fees[0].when = serde_json::from_value(json!({ "sum": "child.birth_date.x", "less_than": 3 })).unwrap();
    });
    for wrong in
        ["`birth_case` can never be \"abandonned\"", "only a date has an age", "only a table has rows", "needs a deadline without `when`"]
    {
        assert!(said.contains(wrong), "{wrong}\n{said}");
    }
}

#[test]
fn who_may_not_apply_is_told_on_the_first_page_and_sent_somewhere() {
    let said = faults(|service| {
        service.eligibility = serde_json::from_value(json!([
            { "when": { "field": "child.sex", "is": "male" }, "reason": "…", "alternative": "2.000806" },
            { "when": { "field": "requester.relation", "is": "self" }, "reason": "…" },
            { "when": { "field": "requester.relation", "is": "self" }, "reason": "…", "alternative": "khai tử" },
        ]))
        .unwrap();
    });
    for wrong in [
        "`child.sex`, which the form's first page does not ask",
        "needs an `alternative` or an `advice`",
        "`khai tử` is no national",
        "`requester.full_name` takes an account's fact",
    ] {
        assert!(said.contains(wrong), "{wrong}\n{said}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_not_published() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let unsound = service_with(|service| service.fees[0].count = Some("nobody.asks".into()));
    let refused = catalogue::publish(&mut conn, portal.now(), &[unsound]).await.expect_err("refused");
    assert!(matches!(&refused, PublishRefused::Unsound { slug, .. } if slug == "khai-sinh"), "{refused}");
    assert!(refused.to_string().contains("`nobody.asks` is no number that the form asks"), "{refused}");
}
