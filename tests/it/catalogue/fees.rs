//! What a dossier costs: by the page, up to a cap, row by row; and who pays nothing.

use std::sync::LazyLock;

use chrono::NaiveDate;
use motcua::{
    catalogue::{self, FeeLine, ServiceDefinition, ServiceVersion},
    forms::Answers,
    kernel::{clock::Instant, lang::Lang, money::Money},
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{files, world};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// A service that asks papers to certify and costs what these rules say.
fn certifying(fees: &Value) -> ServiceVersion {
    let files = files();
    let mut service = catalogue::read_services(&files).expect("services can be read").remove(0);
    service.form = serde_json::from_value(json!({ "pages": [{ "key": "p", "title": "T", "sections": [{ "fields": [
        { "key": "poor", "kind": "yes_no", "label": "Hộ nghèo" },
        { "key": "items", "kind": "table", "label": "Giấy tờ", "columns": [
            { "key": "name", "kind": "text", "label": "Tên" },
            { "key": "pages", "kind": "number", "label": "Số trang" },
            { "key": "copies", "kind": "number", "label": "Số bản" },
        ] },
        { "key": "total", "kind": "computed", "label": "Tổng", "how": "fee" },
        { "key": "pages", "kind": "computed", "label": "Số trang", "how": "sum", "of": "items.pages", "unit": "trang" },
    ] }] }] }))
    .expect("a form");
    service.fees = serde_json::from_value(fees.clone()).expect("fees");
    ServiceVersion::draft(service, &world(&files), Instant::default())
}

fn certification() -> Value {
    json!([{ "key": "c", "name": "Chứng thực", "per_row": "items", "row_name": "name", "units": "pages", "count": "copies",
        "tiers": [{ "up_to": 2, "amount": 2000 }, { "amount": 1000 }], "at_most": 200_000, "said": "theo trang",
        "exempt": [{ "when": { "field": "poor", "is": true }, "reason": "Hộ nghèo" }] }])
}

fn answers(poor: bool, rows: &[(i64, i64)]) -> Answers {
    let rows: Vec<Value> = rows.iter().map(|(pages, copies)| json!({ "name": "Bằng", "pages": pages, "copies": copies })).collect();
    Answers::from_json(json!({ "poor": poor, "items": rows }))
}

#[test]
fn copies_are_paid_by_the_page_up_to_a_cap_for_each_paper() {
    let service = certifying(&certification());
    let lines = |rows: &[(i64, i64)]| -> Vec<i64> {
        service.fee_lines(&answers(false, rows), today()).iter().map(|line| line.total.amount()).collect()
    };
    assert_eq!(lines(&[(1, 1), (2, 1), (3, 2), (500, 1)]), [2_000, 4_000, 10_000, 200_000]);
    let lines = service.fee_lines(&answers(false, &[(4, 3)]), today());
    let line = FeeLine {
        name: "Chứng thực: Bằng".into(),
        amount: Money::dong(6_000),
        count: 3,
        total: Money::dong(18_000),
        local: false,
        exempt: None,
    };
    assert_eq!(lines, [line]);
}

#[test]
fn who_is_exempt_sees_the_reason_and_pays_nothing() {
    let service = certifying(&certification());
    let lines = service.fee_lines(&answers(true, &[(4, 3)]), today());
    assert_eq!(lines[0].exempt.as_ref().map(|reason| reason.vi.as_str()), Some("Hộ nghèo"));
    assert_eq!(service.fee(&answers(true, &[(4, 3)]), today()), Money::ZERO);
}

#[test]
fn the_form_shows_what_is_to_be_paid() {
    let service = certifying(&certification());
    let view = service.form.page_view("p", &answers(false, &[(4, 3), (1, 1)]), &[], today(), Lang::Vi).expect("a page");
    let said: Vec<&str> = view.sections[0].fields.iter().skip(2).map(|field| field.text.as_str()).collect();
    assert_eq!(said, ["20.000\u{a0}₫", "5\u{a0}trang"]);
}

#[test]
fn rules_that_make_no_sense_are_told_and_not_published() {
    let mut fees = certification();
    fees[0]["units"] = json!("leaves");
    fees[0]["tiers"] = json!([{ "up_to": 5, "amount": 1 }, { "up_to": 2, "amount": 1 }]);
    fees[0]["row_name"] = json!("titel");
    let service = certifying(&fees);
    let faults = catalogue::faults_of(&service.definition).join("\n");
    for wrong in ["`leaves` is no number", "`up_to` must rise", "`row_name` must name a column"] {
        assert!(faults.contains(wrong), "{wrong}\n{faults}");
    }
}

static CERTIFYING: LazyLock<ServiceVersion> = LazyLock::new(|| certifying(&certification()));

proptest! {
    /// As the circular writes it: min(200000, 2000·min(p,2) + 1000·max(p−2,0)) a copy.
    #[test]
    fn the_formula_of_the_circular(rows in prop::collection::vec((1_i64..500, 1_i64..20), 1..20)) {
        let due: i64 = rows.iter().map(|(p, n)| 200_000.min(2000 * p.min(&2) + 1000 * (p - 2).max(0)) * n).sum();
        prop_assert_eq!(CERTIFYING.fee(&answers(false, &rows), today()).amount(), due);
    }
}

/// A service of the project, changed.
pub fn service_with(change: impl FnOnce(&mut ServiceDefinition)) -> ServiceDefinition {
    let mut services = catalogue::read_services(&files()).expect("services can be read");
    let mut service = services.swap_remove(services.iter().position(|service| service.slug == "khai-sinh").expect("a service"));
    change(&mut service);
    service
}
