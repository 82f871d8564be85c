//! The whole road of a dossier: submitted, accepted, supplemented once, processed, signed, issued,
//! collected; what everybody sees on the way.

use chrono::TimeDelta;
use motcua::{
    calendar::Standing,
    dossiers::{
        self, InboxFilter, IssuedResult, ItemTarget, Queue, ResultSource, Rules, Seen, StageState, SupplementAnswers, SupplementRequest,
    },
    kernel::{
        actor::{Citizen, Official},
        dossier_code::DossierCode,
    },
    platform::db::Conn,
    workflow::{Action, Status},
};

use super::people::{citizen, official, pdf, seen, submitted};
use crate::support::{TestPortal, at};

/// Who takes part, and the dossier.
struct Cast {
    rules: Rules,
    owner: Citizen,
    desk: Official,
    examiner: Official,
    chair: Official,
    clerk: Official,
    stranger: Official,
    code: DossierCode,
}

#[actix_web::test]
async fn from_submission_to_the_collected_result() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let conn = &mut *conn;
    let cast = cast(&portal, conn).await;
    accepted(&portal, conn, &cast).await;
    asked_for_a_supplement(&portal, conn, &cast).await;
    supplemented(&portal, conn, &cast).await;
    processed_and_signed(&portal, conn, &cast).await;
    issued_and_collected(&portal, conn, &cast).await;
}

async fn cast(portal: &TestPortal, conn: &mut Conn) -> Cast {
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let code = submitted(portal, conn, &owner, "02-").await;
    Cast {
        rules: portal.rules.clone(),
        owner,
        desk: official(conn, "motcua.viettri").await,
        examiner: official(conn, "hotich.viettri").await,
        chair: official(conn, "chutich.viettri").await,
        clerk: official(conn, "vanthu.viettri").await,
        stranger: official(conn, "motcua.vinhyen").await,
        code,
    }
}

async fn accepted(portal: &TestPortal, conn: &mut Conn, cast: &Cast) {
    let Cast { rules, desk, stranger, code, .. } = cast;
    assert!(code.as_str().ends_with("-261123-0001"), "{code}");

    let inbox = dossiers::inbox(conn, rules, portal.now(), desk, &InboxFilter::default()).await.expect("an inbox");
    assert_eq!((inbox.counters.mine, inbox.counters.new, inbox.rows.len()), (1, 1, 1));
    assert!(inbox.rows[0].has_news && inbox.rows[0].is_mine);
    assert_eq!(dossiers::workbench(conn, rules, portal.now(), stranger, code).await.expect("readable"), None);
    let bench = dossiers::workbench(conn, rules, portal.now(), desk, code).await.expect("readable").expect("visible");
    assert_eq!(bench.may, [Action::Accept, Action::RequestSupplement, Action::Assign, Action::Refuse]);
    assert!(!bench.answers.is_empty() && bench.documents.iter().any(|document| document.files.len() == 1));

    let at_desk = seen(conn, rules, portal, desk, code).await;
    let done = dossiers::accept(conn, rules, portal.now(), desk, &at_desk).await.expect("accepted");
    // Tuesday the 24th is a day off (NQ 28/2026/QH16): three working days end on Friday.
    assert_eq!(done.due_at, Some(at(2026, 11, 27, 9, 0)));
    let at_desk = seen(conn, rules, portal, desk, code).await;
    dossiers::forward(conn, rules, portal.now(), desk, &at_desk, "").await.expect("forwarded");
}

async fn asked_for_a_supplement(portal: &TestPortal, conn: &mut Conn, cast: &Cast) {
    let Cast { rules, owner, examiner, code, .. } = cast;
    let request = SupplementRequest {
        items: vec![
            (ItemTarget::Document("giay_cu".into()), "Chụp lại đủ bốn góc".into()),
            (ItemTarget::Field("divorce.no".into()), String::new()),
        ],
        reason: "Ảnh mờ, không đọc được số bản án.".into(),
        days: 5,
    };
    portal.wait(TimeDelta::hours(1));
    let at_examiner = seen(conn, rules, portal, examiner, code).await;
    let asked = dossiers::request_supplement(conn, rules, portal.now(), examiner, &at_examiner, &request).await.expect("asked");
    assert_eq!((asked.status, asked.due_at), (Status::SupplementRequested, None));
    let mine = dossiers::mine(conn, rules, portal.now(), owner).await.expect("mine");
    assert_eq!(mine.to_do[0].to_do, Some(Action::AnswerSupplement));
}

async fn supplemented(portal: &TestPortal, conn: &mut Conn, cast: &Cast) {
    let Cast { rules, owner, examiner, code, .. } = cast;
    portal.wait(TimeDelta::days(2));
    let page = dossiers::dossier_for_owner(conn, rules, portal.now(), owner, code).await.expect("readable").expect("his");
    assert_eq!(page.facts.deadline.standing, Some(Standing::Paused));
    assert!(page.stages.iter().any(|stage| stage.state == StageState::WaitingForYou));
    let answer = SupplementAnswers { typed: vec![("divorce.no".into(), "16/2024/QĐST-HNGĐ".into()), ("copies".into(), "9".into())] };
    let his = Seen { code: code.clone(), version: page.facts.version };
    let early = dossiers::answer_supplement(conn, rules, portal.now(), owner, &his, &answer).await;
    assert!(matches!(early, Err(dossiers::ActRefused::Incomplete(_))), "the file is missing");
    dossiers::attach(conn, rules, portal.now(), owner, page.facts.id, &pdf(portal, "giay_cu").await).await.expect("attached");
    dossiers::answer_supplement(conn, rules, portal.now(), owner, &his, &answer).await.expect("answered");
    let bench = dossiers::workbench(conn, rules, portal.now(), examiner, code).await.expect("readable").expect("visible");
    assert_eq!(bench.supplements[0].changes.len(), 2);
    assert_eq!(bench.may.first(), Some(&Action::CompleteSupplement));
    let copies = bench.answers.iter().flat_map(|section| &section.rows).find(|row| row.key == "copies").expect("copies");
    assert!(copies.value.starts_with('2'), "what was not asked for stays: {}", copies.value);
}

async fn processed_and_signed(portal: &TestPortal, conn: &mut Conn, cast: &Cast) {
    let Cast { rules, examiner, chair, code, .. } = cast;
    let at_examiner = seen(conn, rules, portal, examiner, code).await;
    let resumed = dossiers::complete_supplement(conn, rules, portal.now(), examiner, &at_examiner).await;
    assert!(resumed.expect("resumed").due_at > Some(at(2026, 11, 27, 9, 0)));
    for _ in 0..2 {
        let now_seen = seen(conn, rules, portal, examiner, code).await;
        dossiers::forward(conn, rules, portal.now(), examiner, &now_seen, "Kính trình lãnh đạo ký duyệt").await.expect("forwarded");
    }
    let to_sign = dossiers::inbox(conn, rules, portal.now(), chair, &InboxFilter { queue: Queue::ToSign, ..InboxFilter::default() }).await;
    assert_eq!(to_sign.expect("an inbox").rows.len(), 1);
    let at_chair = seen(conn, rules, portal, chair, code).await;
    dossiers::approve(conn, rules, portal.now(), chair, &at_chair, "").await.expect("signed");
}

async fn issued_and_collected(portal: &TestPortal, conn: &mut Conn, cast: &Cast) {
    let Cast { rules, owner, clerk, code, .. } = cast;
    let result = IssuedResult {
        number: "12/2026/XNTTHN".into(),
        issued_on: Some(portal.now().today()),
        signer: "Hoàng Văn Ký".into(),
        summary: "Xác nhận tình trạng hôn nhân".into(),
        source: Some(ResultSource::Uploaded(pdf(portal, "result").await)),
    };
    let at_clerk = seen(conn, rules, portal, clerk, code).await;
    dossiers::issue_result(conn, rules, portal.now(), clerk, &at_clerk, &result).await.expect("issued");
    let page = dossiers::dossier_for_owner(conn, rules, portal.now(), owner, code).await.expect("readable").expect("his");
    assert_eq!(page.may, [Action::CollectOnline]);
    assert_eq!(page.result.expect("a result").note.number, "12/2026/XNTTHN");
    for _ in 0..2 {
        dossiers::collect_online(conn, rules, portal.now(), owner, code).await.expect("collected, once or twice");
    }
    let page = dossiers::dossier_for_owner(conn, rules, portal.now(), owner, code).await.expect("readable").expect("his");
    assert_eq!((page.facts.status, page.may.len()), (Status::Returned, 0));
    assert!(page.stages.iter().all(|stage| stage.state == StageState::Done));

    let tracked = dossiers::track(conn, rules, portal.now(), code, "5678").await.expect("readable").expect("the right digits");
    assert_eq!(tracked.status, Status::Returned);
    assert_eq!(dossiers::track(conn, rules, portal.now(), code, "0000").await.expect("readable"), None);
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters().len(), 6, "submitted, accepted, asked, received, resumed, ready");
}
