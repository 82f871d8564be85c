//! What a posted page becomes: right answers, kept mistakes, things nobody asked for.

use motcua::{
    forms::{Answers, KnownPerson},
    kernel::lang::Lang,
};

use super::{form_of, sent_back, today};

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_mistake_is_kept_as_it_was_typed_and_told() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let posted = pairs(&[
        ("requester.full_name", "Nguyễn 2"),
        ("requester.birth_date.day", "31"),
        ("requester.birth_date.year", "92"),
        ("stranger", "x"),
    ]);
    let reading = form.read("nguoi-yeu-cau", &posted, &Answers::default(), today(), Lang::Vi);
    assert!(!reading.is_complete());
    let told: Vec<&str> = reading.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(told, ["requester.full_name", "requester.birth_date", "requester.phone", "requester.relation"]);
    let kept = Answers::from_json(reading.answers.to_json());
    let view = form.page_view("nguoi-yeu-cau", &kept, &reading.problems, today(), Lang::Vi).unwrap();
    let back = sent_back(&view);
    assert!(back.contains(&("requester.full_name".into(), "Nguyễn 2".into())), "{back:?}");
    assert!(
        back.contains(&("requester.birth_date.day".into(), "31".into()))
            && back.contains(&("requester.birth_date.year".into(), "92".into()))
    );
    assert!(!back.iter().any(|(name, _)| name == "stranger"));
}

#[test]
fn letters_of_two_parts_become_one() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let posted = pairs(&[("requester.full_name", "Nguye\u{302}\u{303}n\u{0}  Thi\u{323} Ánh")]);
    let reading = form.read("nguoi-yeu-cau", &posted, &Answers::default(), today(), Lang::Vi);
    assert_eq!(reading.answers.text("requester.full_name"), Some("Nguyễn Thị Ánh"));
}

#[test]
fn marks_nobody_sees_are_no_answer() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    for nothing in ["\u{200b}", "\u{feff}\u{0}", " \u{2060}\u{202e} "] {
        let reading = form.read("nguoi-yeu-cau", &pairs(&[("requester.full_name", nothing)]), &Answers::default(), today(), Lang::Vi);
        assert!(reading.problems.iter().any(|problem| problem.field == "requester.full_name"), "{nothing:?}");
        assert_eq!(reading.answers.text("requester.full_name"), None);
    }
}

#[test]
fn capitals_are_put_together_with_their_marks() {
    let form = &super::kinds::FORM;
    let reading = form.read("all", &pairs(&[("paper", "a\u{308}\u{301} ΐ")]), &Answers::default(), today(), Lang::Vi);
    let kept = reading.answers.text("paper").expect("any paper may have this number");
    assert!(unicode_normalization::is_nfc(kept), "{kept:?}");
}

#[test]
fn huge_input_is_refused_with_a_sentence() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let posted = vec![("requester.full_name".to_owned(), "Ă".repeat(1_000_000))];
    let reading = form.read("nguoi-yeu-cau", &posted, &Answers::default(), today(), Lang::Vi);
    let problem = reading.problems.iter().find(|problem| problem.field == "requester.full_name").unwrap();
    assert_eq!(problem.message, "Nội dung ở họ, chữ đệm và tên quá dài nên không nhận được; hãy rút gọn rồi nhập lại");
    assert!(reading.answers.to_json().to_string().len() < 200_000, "nothing huge is kept");
}

#[test]
fn hidden_answers_are_kept_while_drafting_and_dropped_at_submission() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let posted = pairs(&[("requester.relation", "other"), ("requester.relation_other", "Mẹ đẻ")]);
    let other = form.read("nguoi-yeu-cau", &posted, &Answers::default(), today(), Lang::Vi).answers;
    let back = form.read("nguoi-yeu-cau", &pairs(&[("requester.relation", "self")]), &other, today(), Lang::Vi).answers;
    assert_eq!(back.text("requester.relation_other"), Some("Mẹ đẻ"));
    assert_eq!(form.visible(&back, today()).text("requester.relation_other"), None);
    assert_eq!(form.dropped(&back, today()).len(), 1);
    let pages: Vec<&str> = form.pages(&back, today()).iter().map(|page| page.key.as_str()).collect();
    assert!(!pages.contains(&"giay-to-nguoi-duoc-xac-nhan"), "{pages:?}");
}

#[test]
fn a_commune_typed_before_its_province_is_understood_later() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let first = form.read(
        "noi-cu-tru",
        &pairs(&[("requester.residence_scope", "1"), ("requester.residence_commune", "Việt Trì")]),
        &Answers::default(),
        today(),
        Lang::Vi,
    );
    assert_eq!(first.answers.text("requester.residence_commune"), None);
    let second = form.read("noi-cu-tru", &pairs(&[("requester.residence_province", "25")]), &first.answers, today(), Lang::Vi);
    assert_eq!(second.answers.text("requester.residence_commune"), Some("07900"));
}

#[test]
fn the_communes_of_the_province_that_a_page_shows_are_there_at_once() {
    let form = form_of("khai-sinh");
    let mut answers = form.begin(&KnownPerson::default(), today());
    for (page, posted) in [
        ("nguoi-yeu-cau", &[("requester.relation", "mother")][..]),
        ("noi-cu-tru", &[("requester.residence_province", "25"), ("requester.residence_commune", "07900")]),
        ("nguoi-duoc-khai-sinh", &[("birth_case", "both_known")]),
    ] {
        answers = form.read(page, &pairs(posted), &answers, today(), Lang::Vi).answers;
    }
    let communes = |page: &str, key: &str| {
        let view = form.page_view(page, &answers, &[], today(), Lang::Vi).expect("a page");
        let found = view.sections.into_iter().flat_map(|section| section.fields).find(|field| field.key == key);
        found.expect("the question").options
    };
    let mothers = communes("noi-cu-tru-me", "mother.residence_commune");
    assert_eq!(mothers.iter().filter(|one| one.chosen).map(|one| one.value.as_str()).collect::<Vec<_>>(), ["07900"]);
    let fathers = communes("noi-cu-tru-cha", "father.residence_commune");
    assert_eq!((fathers.len(), fathers.iter().any(|one| one.chosen)), (148, false));
}

#[test]
fn what_the_account_knows_is_not_asked_again() {
    let form = form_of("xac-nhan-tinh-trang-hon-nhan");
    let person =
        KnownPerson { full_name: "Nguyễn Thị Hồng Ánh".parse().ok(), phone: "0912345678".parse().ok(), ..KnownPerson::default() };
    let answers = form.begin(&person, today());
    assert_eq!(answers.text("requester.full_name"), Some("Nguyễn Thị Hồng Ánh"));
    assert_eq!(answers.text("requester.phone"), Some("+84912345678"));
    assert_eq!(answers.text("requester.residence_province"), Some("25"));
}

#[test]
fn a_schema_names_every_answer() {
    let schema = form_of("khai-sinh").json_schema("Đăng ký khai sinh");
    assert_eq!(schema["properties"]["child.birth_date"]["format"], "date");
    assert!(schema["required"].as_array().unwrap().iter().any(|key| key == "child.full_name"));
    assert!(schema["$defs"]["ethnic_groups"]["enum"].as_array().unwrap().len() >= 54);
}

#[test]
fn every_wrong_box_of_the_rows_is_told_where_it_stands() {
    let form = &super::kinds::FORM;
    let posted = pairs(&[
        ("people.3.name", "Nguyễn 2"),
        ("people.3.country", "a"),
        ("people.7.country", "b"),
        ("people.3.at.hour", "25"),
        ("people.7.pages", "hai"),
        ("people.7.name", "Lò Thị Ún"),
    ]);
    let reading = form.read("all", &posted, &Answers::default(), today(), Lang::Vi);
    let told: Vec<(&str, bool)> = reading
        .problems
        .iter()
        .filter(|problem| problem.field == "people")
        .map(|problem| {
            (
                problem.anchor.as_str(),
                problem.message.starts_with(if problem.anchor.contains("-0-") { "Thành viên 1: " } else { "Thành viên 2: " }),
            )
        })
        .collect();
    assert_eq!(told, [("people-0-name", true), ("people-0-at-hour", true), ("people-1-pages", true)]);
    let view = form.page_view("all", &reading.answers, &reading.problems, today(), Lang::Vi).unwrap();
    let people = view.sections[0].fields.iter().find(|field| field.key == "people").unwrap();
    let marked: Vec<&str> = people
        .rows_of_table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| !cell.error.is_empty())
        .map(|cell| cell.id.as_str())
        .collect();
    assert_eq!(marked, ["people-0-name", "people-0-at", "people-1-pages"]);
    assert!(people.error.is_empty(), "not told twice");
}

#[test]
fn a_question_of_a_row_is_asked_by_its_own_row() {
    let form = &super::kinds::FORM;
    let posted = pairs(&[
        ("people.0.name", "Lò Thị Ún"),
        ("people.0.country", "b"),
        ("people.1.country", "a"),
        ("people.0.commune", "Việt Trì"),
        ("people.1.name", "Hà Văn Sơn"),
        ("people.1.province", "25"),
        ("people.1.commune", "Việt Trì"),
    ]);
    let reading = form.read("all", &posted, &Answers::default(), today(), Lang::Vi);
    let people = reading.answers.get("people").expect("understood");
    assert_eq!(people[0].get("commune"), None, "not asked where no province is chosen");
    assert_eq!(people[1]["commune"], "07900");
}

#[test]
fn bounds_are_said_as_people_write_numbers() {
    let form = &super::kinds::FORM;
    let reading = form.read("all", &pairs(&[("count", "5001"), ("address", &"x".repeat(1001))]), &Answers::default(), today(), Lang::Vi);
    let told: Vec<&str> = reading.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(told.iter().any(|message| message.contains("từ -5 đến 5.000")), "{told:?}");
    assert!(told.iter().any(|message| message.contains("hiện có 1.001")), "{told:?}");
}

#[test]
fn a_commune_that_is_the_same_as_another_is_chosen_in_its_list() {
    let form = super::form_of("ban-sao-trich-luc");
    let mut answers = Answers::default();
    for (key, value) in [
        ("requester.relation", "1"),
        ("requester.residence_scope", "1"),
        ("requester.residence_province", "25"),
        ("requester.residence_commune", "07900"),
    ] {
        answers.set(key, value.into());
    }
    let page = form.definition().pages.iter().find(|page| page.fields().any(|field| field.key == "record.residence_commune"));
    let view = form.page_view(&page.expect("a page").key, &answers, &[], today(), Lang::Vi).expect("drawn");
    let commune = view.sections.iter().flat_map(|section| &section.fields).find(|field| field.key == "record.residence_commune");
    let chosen: Vec<&str> =
        commune.expect("asked").options.iter().filter(|option| option.chosen).map(|option| option.value.as_str()).collect();
    assert_eq!(chosen, ["07900"]);
    assert_eq!(commune.map(|field| field.closed), Some(false), "what it hangs on is offered too");
}
