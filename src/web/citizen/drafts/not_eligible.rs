//! The answers of the first page lead elsewhere: why, and where to go instead, before anybody fills in
//! a form for nothing.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use super::{super::links::Link, draft::OpenDraft};
use crate::{
    catalogue::EligibilityRule,
    dossiers::Rules,
    kernel::places::Place,
    platform::views::Page,
    web::{
        Error,
        shell::{Visit, respond},
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct NotEligiblePage {
    reason: String,
    advice: String,
    /// The right procedure: its page here, or a search for its code.
    alternative: Option<Link>,
    /// Where the answers can be changed.
    back: String,
    discard: String,
}

impl Page for NotEligiblePage {
    const TEMPLATE: &'static str = "citizen/drafts/not_eligible.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            reason: "Kết hôn với người nước ngoài làm theo thủ tục khác.".into(),
            advice: "Nộp tại Ủy ban nhân dân xã nơi cư trú của công dân Việt Nam.".into(),
            alternative: Some(Link { text: "Thủ tục 2.000806".into(), href: "/dich-vu?q=2.000806".into() }),
            back: "/nop/ban-nhap/1/dieu-kien".into(),
            discard: "/nop/ban-nhap/1/xoa".into(),
        };
        vec![full.clone(), Self { alternative: None, ..full.clone() }, Self { advice: String::new(), ..full }]
    }
}

/// Not an error of the page: the answers are kept, and can be changed.
pub(in crate::web::citizen) fn page(visit: &Visit, rules: &Rules, open: &OpenDraft, rule: &EligibilityRule) -> Result<HttpResponse, Error> {
    let key = open.service.eligibility_page().map(|page| page.key.clone()).unwrap_or_default();
    let page = NotEligiblePage {
        reason: rule.reason.get(open.lang).to_owned(),
        advice: rule.advice.as_ref().map(|advice| advice.get(open.lang).to_owned()).unwrap_or_default(),
        alternative: rule.alternative.as_deref().map(|code| alternative(visit, rules, code)),
        back: Place::Draft(open.draft.id, key).path(),
        discard: Place::DraftDiscard(open.draft.id).path(),
    };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, visit, &page)
}

fn alternative(visit: &Visit, rules: &Rules, code: &str) -> Link {
    match rules.catalogue.by_code(code, visit.now().instant()) {
        Some(service) => {
            let text = service.definition.name.get(visit.lang()).to_owned();
            Link { text, href: Place::Service(service.slug().to_owned()).path() }
        }
        None => Link { text: visit.text("not-eligible-procedure", &[("code", code.into())]), href: Place::Services.asking(&[("q", code)]) },
    }
}
