//! Every migration can be taken back, and run again to the same tables.

use motcua::platform::db::{self, DbAddress, Limits};

use super::{schema::lines, source::none};
use crate::support::{TestDatabase, test_config};

/// Everything that migrations make, in words, sorted.
const MADE: &str = "
    SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' ||
           coalesce(column_default, '') || ' ' || coalesce(generation_expression, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
    ORDER BY 1";

async fn made(address: &DbAddress) -> Vec<String> {
    let mut conn = db::open(&test_config().database, address, Limits::default()).await.expect("a connection");
    let all = lines(&mut conn, MADE).await;
    all.into_iter().filter(|line| !line.contains("__diesel_schema_migrations")).collect()
}

#[tokio::test]
async fn every_migration_goes_down_and_up_again() {
    let database = TestDatabase::empty().await;
    let config = test_config().database;
    let run = db::migrate(&config, &database.address).await.expect("up");
    let whole = made(&database.address).await;
    let mut breaches = Vec::new();
    for steps in 1..=run.len() {
        let newest = &run[run.len() - steps];
        db::revert(&config, &database.address, steps).await.unwrap_or_else(|e| panic!("down from {newest}: {e}"));
        if steps == run.len() {
            breaches.extend(made(&database.address).await.into_iter().map(|line| format!("left behind by all the way down: {line}")));
        }
        db::migrate(&config, &database.address).await.unwrap_or_else(|e| panic!("up again from {newest}: {e}"));
        let again = made(&database.address).await;
        breaches.extend(whole.iter().filter(|l| !again.contains(l)).map(|l| format!("{newest}: lost {l}")));
        breaches.extend(again.iter().filter(|l| !whole.contains(l)).map(|l| format!("{newest}: new {l}")));
    }
    none(breaches);
}

#[tokio::test]
async fn migrating_twice_does_nothing() {
    let database = TestDatabase::empty().await;
    let config = test_config().database;
    db::migrate(&config, &database.address).await.expect("up");
    assert_eq!(db::migrate(&config, &database.address).await.expect("nothing to do"), Vec::<String>::new());
}
