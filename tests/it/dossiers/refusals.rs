//! What is refused, and what the person is told.

use motcua::{
    dossiers::{
        self, ActRefused, EventKind, ItemTarget, LockVersion, Missing, SaveRefused, SubmissionKey, SubmitRefused, SupplementRequest,
        TypedPage,
    },
    workflow::{Refusal, Status},
};

use super::people::{SLUG, citizen, filled_draft, official, seen, submitted};
use crate::support::TestPortal;

#[actix_web::test]
async fn the_second_official_is_told_who_was_faster() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let desk = official(conn, "motcua.viettri").await;
    let code = submitted(&portal, conn, &owner, "01-").await;
    let stale = seen(conn, &rules, &portal, &desk, &code).await;
    dossiers::accept(conn, &rules, portal.now(), &desk, &stale).await.expect("accepted");
    match dossiers::refuse(conn, &rules, portal.now(), &desk, &stale, "Không thuộc thẩm quyền").await {
        Err(ActRefused::Meanwhile(meanwhile)) => {
            assert_eq!((meanwhile.kind, meanwhile.by_name.as_str()), (EventKind::Accepted, "Lê Thị Tiếp"))
        }
        other => panic!("{other:?}"),
    }
}

#[actix_web::test]
async fn a_refusal_before_acceptance_ends_with_form_03_and_its_reason() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let desk = official(conn, "motcua.viettri").await;
    let code = submitted(&portal, conn, &owner, "01-").await;
    let now_seen = seen(conn, &rules, &portal, &desk, &code).await;
    let bare = dossiers::refuse(conn, &rules, portal.now(), &desk, &now_seen, "  ").await;
    assert!(matches!(bare, Err(ActRefused::Incomplete(missing)) if missing == [Missing::Reason]));
    dossiers::refuse(conn, &rules, portal.now(), &desk, &now_seen, "Nộp không đúng nơi cư trú").await.expect("refused");
    let page = dossiers::dossier_for_owner(conn, &rules, portal.now(), &owner, &code).await.expect("readable").expect("his");
    assert_eq!(page.facts.status, Status::NotAccepted);
    assert_eq!(page.refused_because.as_deref(), Some("Nộp không đúng nơi cư trú"));
    assert!(page.papers.iter().any(|paper| paper.kind == "refusal_slip"));
}

#[actix_web::test]
async fn withdrawal_is_free_until_acceptance_and_a_supplement_is_asked_once() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let other = citizen(conn, "tran.thi.thu@example.vn").await;
    let desk = official(conn, "motcua.viettri").await;
    let code = submitted(&portal, conn, &owner, "01-").await;
    let now_seen = seen(conn, &rules, &portal, &desk, &code).await;
    let foreign = dossiers::withdraw(conn, &rules, portal.now(), &other, &now_seen, "").await;
    assert!(matches!(foreign, Err(ActRefused::NotFound)));
    let request =
        SupplementRequest { items: vec![(ItemTarget::Field("purpose".into()), String::new())], reason: "Chưa rõ".into(), days: 61 };
    let long = dossiers::request_supplement(conn, &rules, portal.now(), &desk, &now_seen, &request).await;
    assert!(matches!(long, Err(ActRefused::Incomplete(missing)) if missing == [Missing::Days]));
    dossiers::accept(conn, &rules, portal.now(), &desk, &now_seen).await.expect("accepted");
    let now_seen = seen(conn, &rules, &portal, &desk, &code).await;
    let late = dossiers::withdraw(conn, &rules, portal.now(), &owner, &now_seen, "").await;
    assert!(matches!(late, Err(ActRefused::Refused(Refusal::WithdrawalAfterAcceptance))));
}

#[actix_web::test]
async fn a_page_changed_in_another_tab_is_not_overwritten() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let id = dossiers::start_draft(conn, &rules, portal.now(), &owner, SLUG).await.expect("a draft");
    let seen: LockVersion = "0".parse().expect("a number");
    let page = |pairs| TypedPage { dossier: id, page: "muc-dich", pairs, seen };
    let mine = [("purpose".to_owned(), "1".to_owned())];
    let theirs = [("purpose".to_owned(), "3".to_owned())];
    dossiers::save_answers(conn, &rules, portal.now(), &owner, &page(&mine)).await.expect("saved");
    let same = dossiers::save_answers(conn, &rules, portal.now(), &owner, &page(&mine)).await;
    assert!(same.is_ok(), "the same answer is no conflict");
    match dossiers::save_answers(conn, &rules, portal.now(), &owner, &page(&theirs)).await {
        Err(SaveRefused::Conflict { fields, .. }) => assert_eq!(fields[0].key, "purpose"),
        other => panic!("{other:?}"),
    }
    let elsewhere = [("requester.full_name".to_owned(), "Nguyễn Văn Mẫu".to_owned())];
    let other_page = TypedPage { dossier: id, page: "nguoi-yeu-cau", pairs: &elsewhere, seen };
    assert!(dossiers::save_answers(conn, &rules, portal.now(), &owner, &other_page).await.is_ok(), "another page does not disturb");
}

#[actix_web::test]
async fn what_is_missing_is_said_before_submission() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let bare = dossiers::start_draft(conn, &rules, portal.now(), &owner, SLUG).await.expect("a draft");
    let nowhere = dossiers::submit(conn, &rules, portal.now(), &owner, bare, SubmissionKey::new()).await;
    assert!(matches!(nowhere, Err(SubmitRefused::NoAgency)));
    let filled = filled_draft(&portal, conn, &owner, "02-").await;
    match dossiers::submit(conn, &rules, portal.now(), &owner, filled, SubmissionKey::new()).await {
        Err(SubmitRefused::Documents(missing)) => assert_eq!(missing[0].key, "giay_cu"),
        other => panic!("{other:?}"),
    }
}
