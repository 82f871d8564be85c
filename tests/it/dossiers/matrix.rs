//! Who may do what when: a committed snapshot for each pattern of steps.

use motcua::workflow::matrix;

use super::people::SLUG;
use crate::support::TestPortal;

#[actix_web::test]
async fn role_action_status() {
    let portal = TestPortal::open().await;
    let version = portal.rules.catalogue.in_force(SLUG, portal.now().instant()).expect("in force");
    insta::assert_snapshot!(matrix(&version.definition.workflow, portal.now()));
}
