//! Publishing: a version is made when something changed, holds from then on, and never changes.

use chrono::TimeDelta;
use motcua::{
    catalogue::{self, Catalogue},
    kernel::clock::Now,
};

use super::{files, world};
use crate::support::TestPortal;

#[tokio::test]
async fn publishing_again_changes_nothing() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let services = catalogue::read_services(&files()).expect("services can be read");
    catalogue::publish(&mut conn, portal.now(), &services).await.expect("can be published");
    let again = catalogue::publish(&mut conn, portal.now(), &services).await.expect("can be published");
    assert!(again.new.is_empty(), "{again:?}");
    assert_eq!(again.unchanged, services.len());
}

#[tokio::test]
async fn a_change_is_a_new_version_and_the_old_one_stays_for_its_dossiers() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let world = world(&files());
    let mut services = catalogue::read_services(&files()).expect("services can be read");
    catalogue::publish(&mut conn, portal.now(), &services).await.expect("can be published");
    let before = Catalogue::load(&mut conn, &world).await.expect("loads").in_force("khai-sinh", portal.now().instant()).expect("in force");

    let later = Now(portal.now().plus(TimeDelta::days(1)));
    services.iter_mut().filter(|service| service.slug == "khai-sinh").for_each(|service| service.decision = "1/QĐ-MỚI".into());
    let published = catalogue::publish(&mut conn, later, &services).await.expect("can be published");
    assert_eq!(published.new, [("khai-sinh".to_owned(), before.number + 1)]);

    let catalogue = Catalogue::load(&mut conn, &world).await.expect("loads");
    let now = catalogue.in_force("khai-sinh", later.instant()).expect("in force");
    assert_eq!((now.number, now.definition.decision.as_str()), (before.number + 1, "1/QĐ-MỚI"));
    let old = catalogue.version(before.id).expect("kept");
    assert_eq!(old.definition, before.definition, "a published version never changes");
    assert_eq!(catalogue.in_force("khai-sinh", portal.now().instant()).expect("still in force then").id, before.id);
    assert_eq!(catalogue.all_in_force(later.instant()).len(), services.len());
}
