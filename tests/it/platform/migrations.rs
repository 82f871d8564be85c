//! The tables come, go and come again; several processes may start at once.

use motcua::platform::db;

use crate::support::{TestDatabase, TestPortal, test_config};

#[actix_web::test]
async fn processes_that_start_at_once_migrate_once() {
    let (database, config) = (TestDatabase::empty().await, test_config().database);
    let (a, b, c) = tokio::join!(
        db::migrate(&config, &database.address),
        db::migrate(&config, &database.address),
        db::migrate(&config, &database.address)
    );
    let mut counts = [a, b, c].map(|run| run.expect("migrated").len());
    counts.sort_unstable();
    assert!(counts[0] == 0 && counts[1] == 0 && counts[2] > 0, "{counts:?}");
}

#[actix_web::test]
async fn every_migration_can_be_taken_back() {
    let (database, config) = (TestDatabase::empty().await, test_config().database);
    let there = db::migrate(&config, &database.address).await.expect("forward");
    let back = db::revert(&config, &database.address, 1000).await.expect("back");
    assert_eq!(there.len(), back.len());
    assert_eq!(db::migrate(&config, &database.address).await.expect("forward again"), there);
}

#[actix_web::test]
async fn statements_are_counted_without_their_brackets() {
    use diesel_async::{AsyncConnection, SimpleAsyncConnection};
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    portal.statements.take();
    conn.transaction::<_, db::DbError, _>(async |conn| conn.batch_execute("SELECT 1").await).await.expect("an answer");
    assert_eq!(portal.statements.take().len(), 1);
}
