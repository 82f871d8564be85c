//! Any service, filled in from one of its own examples: page after page, as the portal leads and a browser posts.

use actix_web::http::StatusCode;
use motcua::{
    catalogue::{Example, ServiceVersion, read_examples, read_files},
    forms::Field,
};

use super::road;
use crate::support::{Answer, Browser, TestPortal, Upload, test_config};

pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
/// A picture of one dot.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\xfc\xcf\xc0P\x0f\0\x04\x85\x01\x80\x84\xa9\x8c!\0\0\0\0IEND\xaeB`\x82";

/// Somebody who applies, and what he has to say.
pub struct Walk {
    pub version: std::sync::Arc<ServiceVersion>,
    pub example: Example,
    /// The name of the agency, as it is searched for.
    agency: String,
}

impl Walk {
    /// The example of this service whose file name begins like this.
    pub fn of(portal: &TestPortal, slug: &str, name: &str) -> Self {
        let version = portal.rules.catalogue.in_force(slug, portal.now().instant()).expect("a service in force");
        let files = read_files(&test_config().folder).expect("the files of the services");
        let (_, example) = read_examples(&files, slug)
            .into_iter()
            .find(|(path, _)| path.rsplit('/').next().is_some_and(|file| file.starts_with(name)))
            .unwrap_or_else(|| panic!("{slug} has no example {name}"));
        let example = example.expect("the example can be read");
        let place = example.expect.commune.clone().filter(|code| !code.is_empty()).unwrap_or_else(|| "07900".into());
        let agency = portal.rules.agencies.by_place_code(&place).expect("a commune of the province");
        let agency = motcua::kernel::text::fold(&agency.name).replace(' ', "%20");
        Self { version, example, agency }
    }

    /// Whoever applies at Việt Trì, saying what is written here: `"requester.full_name" = "…"`.
    pub fn saying(portal: &TestPortal, slug: &str, answers: &str) -> Self {
        let version = portal.rules.catalogue.in_force(slug, portal.now().instant()).expect("a service in force");
        let head = "title = \"\"\non = \"2026-11-24\"\nexpect = { outcome = \"accepted\" }\n[answers]\n";
        let example = toml::from_str(&format!("{head}{answers}")).expect("answers");
        Self { version, example, agency: "viet%20tri".into() }
    }

    /// What the example says to one page, as a browser posts it: a date in three boxes.
    pub fn pairs(&self, page: &str) -> Vec<(String, String)> {
        let page = self.version.form.definition().page(page).unwrap_or_else(|| panic!("no page {page}"));
        let posted = self.example.posted();
        let of = |field: &Field| -> Vec<(String, String)> {
            let own = |key: &str| key == field.key || key.strip_prefix(&field.key).is_some_and(|rest| rest.starts_with('.'));
            posted.iter().filter(|(key, _)| own(key)).flat_map(|(key, text)| boxes(field.kind.word(), key, text)).collect()
        };
        page.fields().flat_map(of).collect()
    }

    /// Begins a draft; its path without the last part.
    pub async fn begun(&self, citizen: &mut Browser<'_>) -> String {
        let begin = format!("/nop/{}", self.version.slug());
        citizen.get(&begin).await;
        let made = citizen.post_form(&begin, &[]).await;
        let first = made.location().unwrap_or_else(|| panic!("{}", made.main_text()));
        first.split('/').take(4).collect::<Vec<_>>().join("/")
    }

    /// Follows the portal from the first page to the review; the path of the draft, and the addresses it led through.
    pub async fn filled(&self, citizen: &mut Browser<'_>) -> (String, Vec<String>) {
        self.filled_by(citizen, &mut async |citizen: &mut Browser<'_>, draft: &str, here: &str| self.answer(citizen, draft, here).await)
            .await
    }

    /// The same; the pages of questions are answered as somebody else says.
    pub async fn filled_by(
        &self,
        citizen: &mut Browser<'_>,
        answering: &mut impl AsyncFnMut(&mut Browser<'_>, &str, &str) -> Answer,
    ) -> (String, Vec<String>) {
        let draft = self.begun(citizen).await;
        let (mut here, mut passed) = (citizen.get(&draft).await.location().expect("something to do").to_owned(), Vec::new());
        while !here.ends_with("/kiem-tra") {
            assert!(passed.len() < 60, "the road has no end: {passed:?}");
            if here.ends_with("/cac-phan") {
                // The list of all parts: on with what is to do.
                here = citizen.get(&draft).await.location().expect("something to do").to_owned();
                continue;
            }
            let done = match here.rsplit('/').next() {
                Some("noi-nop") => self.choose_agency(citizen, &here).await,
                Some("tep") => give_papers(citizen, &here).await,
                _ => answering(citizen, &draft, &here).await,
            };
            let errors = done.texts(".govuk-error-summary li");
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{} at {here}: {errors:?}", self.version.slug());
            passed.push(std::mem::replace(&mut here, done.location().expect("a next page").to_owned()));
        }
        (draft, passed)
    }

    async fn choose_agency(&self, citizen: &mut Browser<'_>, here: &str) -> Answer {
        let page = citizen.get(&format!("{here}?tim={}", self.agency)).await;
        let wanted = page.input("agency").unwrap_or_else(|| panic!("no {}: {}", self.agency, page.main_text()));
        citizen.post_form(here, &[("agency", &wanted)]).await
    }

    async fn answer(&self, citizen: &mut Browser<'_>, draft: &str, here: &str) -> Answer {
        let page = here.rsplit('/').next().expect("a page");
        let pairs = self.pairs(page);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        road::fill(citizen, draft, page, &pairs).await
    }
}

/// A file for every document that the portal misses; a picture first, as people do.
async fn give_papers(citizen: &mut Browser<'_>, here: &str) -> Answer {
    citizen.get(here).await;
    let told = citizen.upload(here, &[("continue", "1")], &[]).await;
    if told.status == StatusCode::SEE_OTHER {
        return told;
    }
    let missed: Vec<String> =
        told.attributes(".govuk-error-summary a", "href").iter().map(|link| link.trim_start_matches('#').to_owned()).collect();
    let files: Vec<Upload<'_>> = missed
        .iter()
        .enumerate()
        .map(|(nth, document)| match nth {
            0 => Upload { field: document, file_name: "anh-chup.png", media_type: "image/png", bytes: PNG },
            _ => Upload { field: document, file_name: "ban-quet.pdf", media_type: "application/pdf", bytes: PDF },
        })
        .collect();
    citizen.upload(here, &[("continue", "1")], &files).await
}

fn boxes(kind: &str, key: &str, text: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = text.split('/').collect();
    if !matches!(kind, "date" | "partial_date") || parts.len() > 3 {
        return vec![(key.to_owned(), text.to_owned())];
    }
    let names = &["day", "month", "year"][3 - parts.len()..];
    names.iter().zip(parts).map(|(name, part)| (format!("{key}.{name}"), part.to_owned())).collect()
}
