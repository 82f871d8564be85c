//! A service in a list: what it is, how long, how much, how.

use serde::Serialize;

use crate::{
    catalogue::{FeeRule, OnlineLevel, ServiceVersion},
    kernel::places::Place,
    web::shell::Visit,
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ServiceCard {
    href: String,
    name: String,
    summary: String,
    deadline: String,
    fee: String,
    online: String,
    pub code: String,
}

impl ServiceCard {
    pub fn new(visit: &Visit, version: &ServiceVersion) -> Self {
        let (service, lang) = (&version.definition, visit.lang());
        Self {
            href: Place::Service(service.slug.clone()).path(),
            name: service.name.get(lang).to_owned(),
            summary: service.summary.get(lang).to_owned(),
            deadline: version.usual_deadline().map(|rule| rule.limit.words(lang)).unwrap_or_default(),
            fee: fee(visit, &service.fees),
            online: visit.text(online_key(service.online), &[]),
            code: service.code.clone(),
        }
    }

    pub fn sample() -> Self {
        Self {
            href: Place::Service("xac-nhan-tinh-trang-hon-nhan".into()).path(),
            name: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            summary: "Cho người cần chứng minh đang độc thân.".into(),
            deadline: "3 ngày làm việc".into(),
            fee: "Không thu lệ phí".into(),
            online: "Nộp trực tuyến toàn trình".into(),
            code: "1.004873".into(),
        }
    }
}

pub(super) const fn online_key(level: OnlineLevel) -> &'static str {
    match level {
        OnlineLevel::Full => "public-online-full",
        OnlineLevel::Partial => "public-online-partial",
        OnlineLevel::InfoOnly => "public-online-info",
    }
}

/// What everybody pays, in a few words: nothing, a sum, or a sum for each copy.
pub(super) fn fee(visit: &Visit, fees: &[FeeRule]) -> String {
    match fees.iter().find(|rule| !rule.is_nothing() && rule.when.is_none()) {
        Some(rule) => said(visit, rule),
        None => visit.text("public-fee-none", &[]),
    }
}

/// One rule: in its own words, or as a sum.
pub(super) fn said(visit: &Visit, rule: &FeeRule) -> String {
    if let Some(said) = &rule.said {
        return said.get(visit.lang()).to_owned();
    }
    let (amount, each) = (rule.amount, rule.count.is_some());
    if amount.is_zero() {
        return visit.text("public-fee-none", &[]);
    }
    if each { visit.text("public-fee-each", &[("amount", amount.to_string().into())]) } else { amount.to_string() }
}
