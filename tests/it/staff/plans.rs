//! No list, counter, filter or search reads the table of dossiers from end to end.

use motcua::{
    dossiers::{self, Assigned, Channel, Days, InboxFilter, Plan, Queue, Search},
    kernel::actor::Role,
    workflow::{Status, StepKey},
};

use super::many;
use crate::support::TestPortal;

/// Every queue whole, and in each of them every box of the filter filled in.
fn filters(portal: &TestPortal, account: motcua::kernel::ids::AccountId) -> Vec<InboxFilter> {
    let service = portal.rules.catalogue.all_in_force(portal.now().instant()).first().map(|version| version.service);
    let day = portal.now().today();
    let days = Days { from: day.pred_opt(), to: Some(day) };
    let mut all = Vec::new();
    for queue in Queue::ALL {
        let whole = InboxFilter::of(*queue);
        all.push(whole.clone());
        all.push(InboxFilter { service, ..whole.clone() });
        all.push(InboxFilter { status: Some(Status::Processing), ..whole.clone() });
        all.push(InboxFilter { step: Some(StepKey::new("examine")), ..whole.clone() });
        all.push(InboxFilter { assigned: Some(Assigned::To(account)), ..whole.clone() });
        all.push(InboxFilter { assigned: Some(Assigned::Nobody), ..whole.clone() });
        all.push(InboxFilter { channel: Some(Channel::Postal), ..whole.clone() });
        all.push(InboxFilter { received: days, ..whole.clone() });
        all.push(InboxFilter { due: days, ..whole.clone() });
        for words in ["nguyen thi", "Hồng Ánh", "0912 000 001", "025190000001", "H44.101-261123-0001", "khong-ai-ten-nay"] {
            all.push(InboxFilter { search: Search::typed(words), ..whole.clone() });
        }
    }
    all
}

fn told(filter: &InboxFilter, plan: &Plan) -> String {
    format!("{} of {filter:?}:\n{}", plan.statement, plan.lines.join("\n"))
}

#[actix_web::test]
async fn every_list_counter_filter_and_search_is_answered_from_an_index() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 30_000).await;
    let codes = many::communes(&portal, 3);
    let mut conn = portal.conn().await;
    for these in [&codes[..1], &codes[..]] {
        let these: Vec<&str> = these.iter().map(String::as_str).collect();
        let official = many::official_of(&portal, &these, &[Role::ReceptionOfficer, Role::CivilStatusOfficer]);
        for filter in filters(&portal, official.account) {
            for plan in dossiers::plans(&mut conn, portal.now(), &official, &filter, 51).await.expect("plans") {
                assert!(!plan.reads_everything(), "{}", told(&filter, &plan));
                assert!(plan.lines.iter().any(|line| line.contains("Index")), "{}", told(&filter, &plan));
            }
        }
    }
}

/// The search finds inside one's agencies, with or without marks, whole or by its beginning.
#[actix_web::test]
async fn a_search_finds_names_numbers_and_codes_of_ones_own_agencies() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 3_000).await;
    let codes = many::communes(&portal, 148);
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let everywhere = many::official_of(&portal, &all, &[Role::ReceptionOfficer]);
    let here = many::official_of(&portal, &all[..1], &[Role::ReceptionOfficer]);
    let mut conn = portal.conn().await;
    let mut found = async |official: &motcua::kernel::actor::Official, words: &str| {
        let filter = InboxFilter { search: Search::typed(words), ..InboxFilter::of(Queue::All) };
        dossiers::inbox(&mut conn, &portal.rules, portal.now(), official, &filter).await.expect("a list").rows
    };
    let marked = found(&everywhere, "Nguyễn").await;
    let plain: Vec<_> = found(&everywhere, "nguyen").await.into_iter().map(|row| row.code).collect();
    assert!(marked.len() == 50 && marked.iter().all(|row| row.applicant_name.starts_with("Nguyễn")), "{}", marked.len());
    assert_eq!(marked.iter().map(|row| row.code.clone()).collect::<Vec<_>>(), plain);
    let ours = found(&here, "nguyen").await;
    assert!(!ours.is_empty() && ours.iter().all(|row| row.code.as_str().starts_with(all[0])), "{ours:?}");
    let one = &marked[7];
    for words in [
        one.code.to_string(),
        one.code.as_str().to_lowercase(),
        one.code.as_str().rsplitn(3, '-').take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("-"),
    ] {
        assert!(found(&everywhere, &words).await.iter().any(|row| row.code == one.code), "{words}");
    }
    assert!(found(&everywhere, "khong co ai ten the nay").await.is_empty());
}
