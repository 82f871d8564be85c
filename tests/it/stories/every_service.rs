//! Each service on offer is submitted through the screens with its first example that must pass.

use motcua::catalogue::{ExampleOutcome, read_examples, read_files};

use crate::{
    citizen::{road, walk::Walk},
    support::{TestPortal, test_config},
};

#[actix_web::test]
async fn from_the_first_page_to_the_receipt() {
    let portal = TestPortal::open().await;
    let files = read_files(&test_config().folder).expect("the files of the services");
    let mut submitted = 0;
    for version in portal.rules.catalogue.all_in_force(portal.now().instant()) {
        let slug = version.slug();
        let passes = |(path, example): &(String, _)| {
            let example: &motcua::catalogue::Example = Result::as_ref(example).ok()?;
            (example.expect.outcome == ExampleOutcome::Accepted).then(|| path.rsplit('/').next().unwrap_or_default().to_owned())
        };
        let Some(name) = read_examples(&files, slug).iter().find_map(passes) else { continue };
        let mut citizen = portal.citizen().await;
        let walk = Walk::of(&portal, slug, &name);
        let (draft, passed) = walk.filled(&mut citizen).await;
        let receipt = road::submitted(&mut citizen, &draft).await;
        let page = citizen.get(&receipt).await;
        assert!(page.main_text().contains("Đã nộp hồ sơ"), "{slug} after {passed:?}: {}", page.main_text());
        submitted += 1;
    }
    assert!(submitted >= 3, "only {submitted} services have an example that passes");
}
