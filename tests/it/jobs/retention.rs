//! What is thrown away, and what never is.

use chrono::TimeDelta;
use diesel::{QueryableByName, sql_query, sql_types::BigInt};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use motcua::retention::{self, Kind, Rule};

use crate::{citizen::road, support::TestPortal};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

async fn count(portal: &TestPortal, what: &str) -> i64 {
    let query = format!("SELECT count(*) AS count FROM {what}");
    sql_query(query).get_result::<Count>(&mut *portal.conn().await).await.expect("a count").count
}

fn rules(portal: &TestPortal) -> Vec<Rule> {
    retention::read(&portal.platform.config.folder).expect("rules")
}

#[actix_web::test]
async fn what_is_over_goes_and_what_the_law_keeps_stays() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let sent = road::filled(&mut citizen).await;
    road::submitted(&mut citizen, &sent).await;
    road::begun(&mut citizen).await;
    portal.run_jobs().await;
    let kept = [
        "dossiers WHERE status <> 'draft'",
        "dossier_events e JOIN dossiers d ON d.id = e.dossier_id WHERE d.status <> 'draft'",
        "papers",
        "audit WHERE action <> 'retain'",
        "accounts",
    ];
    let mut before = Vec::new();
    for what in kept {
        before.push(count(&portal, what).await);
    }
    portal.wait(TimeDelta::days(4000));
    let (mut conn, rules) = (portal.conn().await, rules(&portal));
    let would = retention::preview(&mut conn, portal.now(), &rules).await.expect("looked");
    let of = |kind: Kind| would.iter().find(|outcome| outcome.what == kind).expect("a rule").count;
    assert!(of(Kind::Drafts) == 1 && of(Kind::Sessions) >= 1 && of(Kind::Attempts) >= 1, "{would:?}");
    assert_eq!(count(&portal, "dossiers WHERE status = 'draft'").await, 1, "looking changes nothing");

    assert_eq!(retention::apply(&mut conn, portal.now(), &rules).await.expect("applied"), would, "what was said is what went");
    assert_eq!(count(&portal, "dossiers WHERE status = 'draft'").await, 0);
    for (what, before) in kept.iter().zip(before) {
        assert_eq!(count(&portal, what).await, before, "{what}");
    }
    assert!(count(&portal, "audit WHERE action = 'retain' AND subject = 'drafts'").await >= 1);
    let again = retention::apply(&mut conn, portal.now(), &rules).await.expect("applied");
    assert!(again.iter().all(|outcome| outcome.count == 0), "{again:?}");
}

#[actix_web::test]
async fn many_go_some_at_a_time() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let many = "INSERT INTO attempts (bucket, window_start) SELECT 'x:' || n, '2020-01-01' FROM generate_series(1, 1201) n";
    conn.batch_execute(many).await.expect("many");
    let rules: Vec<Rule> = rules(&portal).into_iter().filter(|rule| rule.what == Kind::Attempts).collect();
    let gone = retention::apply(&mut conn, portal.now(), &rules).await.expect("applied");
    assert_eq!(gone[0].count, 1201);
    assert_eq!(count(&portal, "audit WHERE action = 'retain'").await, 3, "a line for each batch");
}
