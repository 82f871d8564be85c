//! Events cannot be changed behind the portal's back without being found.

use diesel_async::SimpleAsyncConnection;
use motcua::dossiers::{self, ChainVerdict};

use super::people::{citizen, submitted};
use crate::support::TestPortal;

#[actix_web::test]
async fn a_forged_event_is_found() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    submitted(&portal, &mut conn, &owner, "01-").await;
    submitted(&portal, &mut conn, &owner, "01-").await;
    assert_eq!(dossiers::verify_chains(&mut conn).await.expect("readable"), ChainVerdict { events: 2, broken: Vec::new() });
    conn.batch_execute("UPDATE dossier_events SET actor_name = 'Ai Đó'").await.expect("forged");
    assert_eq!(dossiers::verify_chains(&mut conn).await.expect("readable").broken.len(), 2);
}
