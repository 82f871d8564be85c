//! Each question of a service with each bad answer, on a page that is otherwise as its example says.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use motcua::{
    catalogue::{ExampleOutcome, read_examples, read_files},
    forms::{Answers, Field, FormPage},
    kernel::lang::Lang,
};

use super::cases::{self, Case, Pairs, Then};
use crate::{
    citizen::walk::Walk,
    support::{Answer, Browser, TestPortal, test_config},
};

#[actix_web::test]
async fn of_the_certificate_of_marital_status() {
    every_question("xac-nhan-tinh-trang-hon-nhan").await;
}

#[actix_web::test]
async fn of_the_registration_of_a_birth() {
    every_question("khai-sinh").await;
}

#[actix_web::test]
async fn of_the_certified_copy() {
    every_question("ban-sao-trich-luc").await;
}

/// A question is tried in the first example that shows it.
async fn every_question(slug: &str) {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let (mut tried, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for name in accepted(slug) {
        let walk = Walk::of(&portal, slug, &name);
        let shown = shown(&portal, &walk);
        let fresh: BTreeSet<String> = shown.difference(&tried).cloned().collect();
        if fresh.is_empty() {
            continue;
        }
        let (draft, _) = walk.filled(&mut citizen).await;
        for page in &walk.version.form.definition().pages {
            asked.extend(page.fields().filter(|field| field.kind.is_asked()).map(|field| field.key.clone()));
            for field in page.fields().filter(|field| fresh.contains(&field.key)) {
                let mut sheet = Sheet::open(&mut citizen, &draft, page, &walk).await;
                sheet.try_all(field).await;
            }
        }
        tried.extend(fresh);
    }
    let left: Vec<_> = asked.difference(&tried).collect();
    eprintln!("{slug}: {} questions tried, never shown by an example: {left:?}", tried.len());
    assert!(left.len() * 5 < asked.len(), "{slug}: the examples show too few questions; not {left:?}");
}

fn accepted(slug: &str) -> Vec<String> {
    let files = read_files(&test_config().folder).expect("the files of the services");
    let passes = |(path, example): (String, Result<motcua::catalogue::Example, _>)| {
        let example = example.ok()?;
        (example.expect.outcome == ExampleOutcome::Accepted).then(|| path.rsplit('/').next().unwrap_or_default().to_owned())
    };
    read_examples(&files, slug).into_iter().filter_map(passes).collect()
}

/// The questions that this example shows and that have an answer.
fn shown(portal: &TestPortal, walk: &Walk) -> BTreeSet<String> {
    let (form, today) = (&walk.version.form, portal.now().today());
    let mut answers = Answers::default();
    for page in &form.definition().pages {
        answers = form.read(&page.key, &walk.example.posted(), &answers, today, Lang::Vi).answers;
    }
    let shown = form.shown(&answers, today);
    form.definition().fields().filter(|field| field.kind.is_asked() && shown.contains(field.key.as_str())).map(|f| f.key.clone()).collect()
}

/// One page of a draft, open in a browser.
struct Sheet<'a, 'b> {
    citizen: &'a mut Browser<'b>,
    page: &'a FormPage,
    walk: &'a Walk,
    path: String,
    last: Answer,
}

impl<'a, 'b> Sheet<'a, 'b> {
    async fn open(citizen: &'a mut Browser<'b>, draft: &str, page: &'a FormPage, walk: &'a Walk) -> Self {
        let path = format!("{draft}/{}", page.key);
        let last = citizen.get(&path).await;
        Self { citizen, page, walk, path, last }
    }

    async fn try_all(&mut self, field: &Field) {
        let (good, rest): (Pairs, Pairs) = self.walk.pairs(&self.page.key).into_iter().partition(|(key, _)| is_of(field, key));
        let before = boxes(&self.last, field);
        for case in cases::of(field, &good) {
            let answer = self.post(&[rest.clone(), case.pairs.clone()].concat()).await;
            let told = format!("{} {}: {}", self.path.rsplit('/').next().unwrap_or_default(), field.key, case.what);
            self.check(field, &case, &answer, &before, &told);
        }
        let again = self.post(&[rest, good].concat()).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}, good again: {:?}", field.key, again.texts(".govuk-error-summary li"));
    }

    fn check(&self, field: &Field, case: &Case, answer: &Answer, before: &[String], told: &str) {
        let errors = answer.texts(".govuk-error-summary li");
        match (&case.then, answer.status) {
            (Then::Says(any), StatusCode::UNPROCESSABLE_ENTITY) => {
                let said = at_question(answer, field);
                assert!(said.iter().any(|said| any.iter().any(|wanted| said.contains(wanted))), "{told}: {said:?} among {errors:?}");
            }
            (Then::AsGood, StatusCode::SEE_OTHER) => assert_eq!(boxes(&self.last, field), before, "{told}"),
            (Then::Either, StatusCode::SEE_OTHER) => {}
            (Then::Either, StatusCode::UNPROCESSABLE_ENTITY) => assert!(!errors.is_empty(), "{told}: refused without a word"),
            (_, status) => panic!("{told}: {status}, {errors:?}"),
        }
        if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            assert!(answer.texts("title")[0].starts_with("Lỗi:"), "{told}");
            let links = answer.attributes(".govuk-error-summary a", "href");
            assert!(links.iter().all(|link| answer.attributes(link, "id").len() == 1), "{told}: every link lands on a box, {links:?}");
        }
        if let Some(kept) = &case.kept {
            assert!(boxes(answer, field).iter().any(|text| text == kept), "{told}: what was typed is kept");
        }
    }

    /// Posts with the version of the page as it was last seen; afterwards the page has been seen again.
    async fn post(&mut self, pairs: &[(String, String)]) -> Answer {
        let version = self.last.input("version").expect("a version");
        let pairs: Vec<(&str, &str)> =
            [("version", version.as_str())].into_iter().chain(pairs.iter().map(|(key, text)| (key.as_str(), text.as_str()))).collect();
        let answer = self.citizen.post_form(&self.path, &pairs).await;
        self.last = self.citizen.get(&self.path).await;
        assert_eq!(self.last.status, StatusCode::OK, "{}", self.path);
        answer
    }
}

fn is_of(field: &Field, key: &str) -> bool {
    key == field.key || key.strip_prefix(&field.key).is_some_and(|rest| rest.starts_with('.'))
}

/// The sentences of the summary that lead to this question, or to a box of it.
fn at_question(answer: &Answer, field: &Field) -> Vec<String> {
    let id = field.id();
    let links = answer.attributes(".govuk-error-summary li a", "href").into_iter().zip(answer.texts(".govuk-error-summary li a"));
    links.filter(|(href, _)| *href == format!("#{id}") || href.starts_with(&format!("#{id}-"))).map(|(_, text)| text).collect()
}

/// What stands in the boxes of a question.
fn boxes(answer: &Answer, field: &Field) -> Vec<String> {
    let inside = format!("[data-field='{}']", field.key);
    let typed = answer.attributes(&format!("{inside} input:not([type=radio]):not([type=checkbox]):not([type=hidden])"), "value");
    let chosen = answer.attributes(&format!("{inside} input[checked], {inside} option[selected]"), "value");
    let written = answer.raw_texts(&format!("{inside} textarea"));
    [typed, chosen, written].concat()
}
