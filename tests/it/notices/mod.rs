//! What people are told, on the portal and by other ways.

mod inbox;

use diesel_async::SimpleAsyncConnection;

use crate::support::TestPortal;

/// The only notice on the portal, so many times more.
async fn copies(portal: &TestPortal, count: u32) {
    let more = format!(
        "INSERT INTO notices (id, kind, channel, address, lang, account_id, dossier_id, data, state, sent_at, created_at)
         SELECT gen_random_uuid(), kind, channel, address, lang, account_id, dossier_id, data, state, sent_at, created_at
         FROM notices, generate_series(1, {count}) WHERE channel = 'portal'"
    );
    portal.conn().await.batch_execute(&more).await.expect("copies");
}
