//! Twice at once: one effect.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use futures_util::{StreamExt, future::join_all};
use motcua::{
    dossiers::{self, ActRefused, EventKind, SubmissionKey},
    kernel::ids::DossierId,
    platform::db::{
        Conn,
        schema::{dossiers as table, papers},
    },
};

use super::people::{citizen, filled_draft, official, seen, submitted};
use crate::support::TestPortal;

#[actix_web::test]
async fn a_double_click_submits_once_and_costs_eleven_statements() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let id = filled_draft(&portal, &mut conn, &owner, "01-").await;
    let key = SubmissionKey::new();
    let click = || async {
        let mut conn = portal.conn().await;
        dossiers::submit(&mut conn, &rules, portal.now(), &owner, id, key).await.expect("submitted")
    };
    let both = join_all([click(), click(), click()]).await;
    assert!(both.iter().all(|submitted| submitted.code == both[0].code));
    assert_eq!(both.iter().filter(|submitted| !submitted.repeated).count(), 1);
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters().len(), 1);

    let second = filled_draft(&portal, &mut conn, &owner, "01-").await;
    portal.statements.take();
    dossiers::submit(&mut conn, &rules, portal.now(), &owner, second, SubmissionKey::new()).await.expect("submitted");
    let statements = portal.statements.take();
    assert!(statements.len() <= 11, "{statements:#?}");
}

#[actix_web::test]
async fn two_officials_at_once_have_one_effect() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let desk = official(&mut conn, "motcua.viettri").await;
    let code = submitted(&portal, &mut conn, &owner, "01-").await;
    let now_seen = seen(&mut conn, &rules, &portal, &desk, &code).await;
    let act = || async {
        let mut conn = portal.conn().await;
        dossiers::accept(&mut conn, &rules, portal.now(), &desk, &now_seen).await
    };
    let all = join_all([act(), act(), act()]).await;
    assert_eq!(all.iter().filter(|done| done.is_ok()).count(), 1);
    assert_eq!(all.iter().filter(|done| matches!(done, Err(ActRefused::Meanwhile(_)))).count(), 2);
}

/// Two hundred dossiers, two people at each in the same moment who want opposite things: one of them
/// acts, the other reads who was faster; and the papers of all of them are numbered without a gap.
#[actix_web::test]
async fn two_hundred_times_two_at_once() {
    let portal = TestPortal::open_with(|config| config.database.pool_size = 16).await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let (desk, other) = (official(&mut conn, "motcua.viettri").await, official(&mut conn, "motcua.viettri").await);
    let mut waiting = Vec::new();
    for _ in 0..200 {
        let code = submitted(&portal, &mut conn, &owner, "01-").await;
        waiting.push(seen(&mut conn, &rules, &portal, &desk, &code).await);
    }
    let pairs = waiting.iter().enumerate().map(|(nth, seen)| {
        let (portal, rules, desk, other) = (&portal, &rules, &desk, &other);
        let yes = async move {
            let mut conn = portal.conn().await;
            dossiers::accept(&mut conn, rules, portal.now(), desk, seen).await
        };
        let no = async move {
            let mut conn = portal.conn().await;
            dossiers::refuse(&mut conn, rules, portal.now(), other, seen, "Không thuộc thẩm quyền").await
        };
        async move {
            if nth % 2 == 0 {
                futures_util::join!(yes, no)
            } else {
                let (no, yes) = futures_util::join!(no, yes);
                (yes, no)
            }
        }
    });
    let (mut accepted, mut refused) = (0, 0);
    for (yes, no) in join_all(pairs).await {
        match (&yes, &no) {
            (Ok(_), Err(ActRefused::Meanwhile(faster))) => accepted += i32::from(faster.kind == EventKind::Accepted),
            (Err(ActRefused::Meanwhile(faster)), Ok(_)) => refused += i32::from(faster.kind == EventKind::Refused),
            both => panic!("{both:?}"),
        }
    }
    assert_eq!(accepted + refused, 200);
    let chains = dossiers::verify_chains(&mut conn).await.expect("readable");
    assert_eq!((chains.events, chains.broken.len()), (400, 0), "submitted, and one act each");
    let mut numbers: Vec<String> = Vec::new();
    for seen in &waiting {
        let bench = dossiers::workbench(&mut conn, &rules, portal.now(), &desk, &seen.code).await.expect("readable").expect("visible");
        numbers.extend(bench.papers.into_iter().filter(|paper| paper.kind != "submission_receipt").map(|paper| paper.doc_number));
    }
    let expected = |count: i32, symbol: &str| (1..=count).map(move |n| format!("{n:02}/{symbol}")).collect::<Vec<_>>();
    let mut all = [expected(accepted, "TNHS"), expected(refused, "TCHS")].concat();
    numbers.sort_unstable();
    all.sort_unstable();
    assert_eq!(numbers, all);
}

/// The same draft so many times more, as if so many people had filled it in.
async fn copied(conn: &mut Conn, draft: DossierId, times: i64) -> Vec<DossierId> {
    let columns = "SELECT string_agg(quote_ident(column_name), ', ') AS list FROM information_schema.columns
        WHERE table_name = 'dossiers' AND is_generated = 'NEVER' AND column_name <> 'id'";
    #[derive(QueryableByName)]
    struct Columns {
        #[diesel(sql_type = diesel::sql_types::Text)]
        list: String,
    }
    let Columns { list } = diesel::sql_query(columns).get_result(conn).await.expect("columns");
    let copy = format!(
        "INSERT INTO dossiers (id, {list}) SELECT gen_random_uuid(), {list} FROM dossiers, generate_series(1, {times}) WHERE id = '{draft}'"
    );
    diesel::sql_query(copy).execute(conn).await.expect("copied");
    table::table.filter(table::code.is_null()).select(table::id).load(conn).await.expect("drafts")
}

/// Five thousand people press in the same minutes, and every tenth of them twice: each has a code and a
/// receipt of his own, and no number is left out.
#[actix_web::test]
async fn five_thousand_submissions_take_codes_and_receipts_without_gap_or_double() {
    let portal = TestPortal::open_with(|config| config.database.pool_size = 16).await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let first = filled_draft(&portal, &mut conn, &owner, "01-").await;
    let drafts = copied(&mut conn, first, 4999).await;
    let pressed = drafts.iter().enumerate().flat_map(|(nth, id)| {
        let key = SubmissionKey::new();
        std::iter::repeat_n((*id, key), if nth % 10 == 0 { 2 } else { 1 })
    });
    let (portal_, rules_, owner_) = (&portal, &rules, &owner);
    let acts = futures_util::stream::iter(pressed).map(|(id, key)| async move {
        let mut conn = portal_.conn().await;
        dossiers::submit(&mut conn, rules_, portal_.now(), owner_, id, key).await.expect("submitted")
    });
    let done: Vec<dossiers::Submitted> = acts.buffer_unordered(32).collect().await;
    assert_eq!((done.len(), done.iter().filter(|submitted| submitted.repeated).count()), (5500, 500));
    let fresh = done.iter().filter(|submitted| !submitted.repeated);
    let mut serials: Vec<i64> =
        fresh.map(|one| one.code.as_str().rsplit('-').next().expect("a serial").parse().expect("a number")).collect();
    serials.sort_unstable();
    let all: Vec<i64> = (1..=5000).collect();
    assert!(serials == all, "{} codes, not the first five thousand", serials.len());
    let receipts = papers::table.filter(papers::kind.eq("submission_receipt")).order(papers::number);
    let receipts: Vec<i64> = receipts.select(papers::number).load(&mut *conn).await.expect("receipts");
    assert!(receipts == all, "{} receipts, not the first five thousand", receipts.len());
}
