//! The services of the project make sense, and their examples come out as they say.

use super::{files, world};
use motcua::catalogue::{self, ExampleOutcome};

#[test]
fn every_service_can_be_published_and_its_examples_hold() {
    let files = files();
    let report = catalogue::check(&files, &world(&files));
    assert!(report.faults.is_empty(), "\n{}", report.faults.join("\n"));
    assert!(report.services >= 3, "only {} services", report.services);
    assert!(report.examples >= report.services * 10, "only {} examples", report.examples);
}

#[test]
fn every_service_shows_what_follows_and_what_is_refused() {
    let files = files();
    for service in catalogue::read_services(&files).expect("services can be read") {
        let (mut accepted, mut refused) = (0, 0);
        for (name, example) in catalogue::read_examples(&files, &service.slug) {
            let expected = example.unwrap_or_else(|fault| panic!("{name}: {fault}")).expect;
            if expected.outcome == ExampleOutcome::Refused {
                refused += 1;
                assert!(!expected.problems.is_empty(), "{name} must say what is wrong");
                continue;
            }
            accepted += 1;
            let facts = [expected.fee.is_some(), expected.deadline.is_some(), expected.documents.is_some(), expected.commune.is_some()];
            assert_eq!(facts, [true; 4], "{name} must say fee, deadline, documents and commune");
        }
        assert!(accepted >= 4 && refused >= 6, "{}: {accepted} accepted and {refused} refused are too few", service.slug);
    }
}

#[test]
fn a_service_survives_being_stored() {
    for definition in catalogue::read_services(&files()).expect("services can be read") {
        let stored = serde_json::to_value(&definition).expect("can be written");
        let back: catalogue::ServiceDefinition = serde_json::from_value(stored.clone()).expect("can be read again");
        assert_eq!(back, definition);
        assert_eq!(serde_json::to_vec(&back).unwrap(), serde_json::to_vec(&definition).unwrap(), "the digest must not change");
    }
}

#[test]
fn places_are_the_34_provinces_and_3321_communes() {
    let files = files();
    let places = world(&files).places;
    assert_eq!(places.provinces().len(), 34);
    let communes: usize = places.provinces().iter().map(|province| places.communes_of(&province.code).len()).sum();
    assert_eq!(communes, 3321);
    assert_eq!(places.communes_of("25").len(), 148);
    assert_eq!(places.find_province("phu tho").map(|p| p.code.as_str()), Some("25"));
    assert_eq!(places.find_commune("25", "viet tri").map(|c| c.code.as_str()), Some("07900"));
    assert_eq!(places.find_commune("25", "xã Yên Mông").map(|c| c.code.as_str()), Some("04792"), "a former name finds the present one");
    assert_eq!(places.find_commune("25", "hoà bình").map(|c| c.code.as_str()), Some("04795"), "the present name goes before former ones");
}

#[test]
fn places_are_offered_in_the_order_of_the_dictionary() {
    let places = world(&files()).places;
    let provinces: Vec<&str> = places.provinces().iter().map(|province| province.name.as_str()).collect();
    assert_eq!(provinces[..3], ["Tỉnh An Giang", "Tỉnh Bắc Ninh", "Tỉnh Cà Mau"]);
    let communes: Vec<&str> = places.communes_of("25").iter().map(|commune| commune.name.as_str()).collect();
    assert_eq!(communes.first(), Some(&"Xã An Bình"));
    assert!(communes.iter().position(|name| *name == "Phường Âu Cơ") < communes.iter().position(|name| *name == "Xã Bản Nguyên"));
    for commune in places.communes_of("25") {
        assert_eq!(places.commune(&commune.code), Some(commune), "the code still finds it");
    }
}
