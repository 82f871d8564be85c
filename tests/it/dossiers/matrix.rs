//! Who may do what when: a committed snapshot for each pattern of steps.

use motcua::workflow::matrix;

use super::people::SLUG;
use crate::support::TestPortal;

/// A fee and a leader's signature; another agency that is asked; a draft that the citizen checks.
const PATTERNS: &[&str] = &[SLUG, "ban-sao-trich-luc", "khai-sinh"];

#[actix_web::test]
async fn role_action_status() {
    let portal = TestPortal::open().await;
    for slug in PATTERNS {
        let version = portal.rules.catalogue.in_force(slug, portal.now().instant()).expect("in force");
        insta::assert_snapshot!(format!("who_may_do_what_{slug}"), matrix(&version.definition.workflow, portal.now()));
    }
}
