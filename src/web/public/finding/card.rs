//! A service in a list: what it is, how long, how much, how.

use serde::Serialize;

use crate::{
    catalogue::{FeeRule, Hit, OnlineLevel, ServiceVersion, procedures::Level},
    kernel::places::Place,
    web::shell::Visit,
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ServiceCard {
    href: String,
    /// What a person wants, in plain words; of a procedure told about its official name.
    name: String,
    summary: String,
    deadline: String,
    fee: String,
    online: String,
    /// Who handles it, where that is all that is known.
    handled_by: String,
    pub code: String,
}

impl ServiceCard {
    pub fn new(visit: &Visit, version: &ServiceVersion) -> Self {
        let (service, lang) = (&version.definition, visit.lang());
        Self {
            href: Place::Service(service.slug.clone()).path(),
            name: service.task.get(lang).to_owned(),
            summary: service.summary.get(lang).to_owned(),
            deadline: version.usual_deadline().map(|rule| rule.limit.words(lang)).unwrap_or_default(),
            fee: fee(visit, &service.fees),
            online: visit.text(online_key(service.online), &[]),
            handled_by: String::new(),
            code: service.code.clone(),
        }
    }

    /// A procedure that is not offered here.
    pub fn told(visit: &Visit, hit: &Hit) -> Self {
        Self {
            href: Place::Procedure(hit.code.clone()).path(),
            name: hit.name.clone(),
            summary: hit.field.clone(),
            deadline: String::new(),
            fee: String::new(),
            online: visit.text(if hit.national { "public-online-national" } else { "public-online-elsewhere" }, &[]),
            handled_by: levels(visit, &hit.levels),
            code: hit.code.to_string(),
        }
    }

    pub fn sample() -> Self {
        Self {
            href: Place::Service("xac-nhan-tinh-trang-hon-nhan".into()).path(),
            name: "Xin giấy xác nhận tình trạng hôn nhân".into(),
            summary: "Cho người cần chứng minh đang độc thân.".into(),
            deadline: "3 ngày làm việc".into(),
            fee: "Không thu lệ phí".into(),
            online: "Nộp trực tuyến toàn trình".into(),
            handled_by: String::new(),
            code: "1.004873".into(),
        }
    }

    pub fn sample_of_a_procedure() -> Self {
        Self {
            href: "/dich-vu/1.004222".into(),
            name: "Đăng ký thường trú".into(),
            summary: "Đăng ký, quản lý cư trú".into(),
            deadline: String::new(),
            fee: String::new(),
            online: "Nộp trên Cổng Dịch vụ công quốc gia".into(),
            handled_by: "Cấp xã".into(),
            code: "1.004222".into(),
        }
    }
}

/// `Cấp xã, cấp tỉnh`
pub(super) fn levels(visit: &Visit, levels: &[Level]) -> String {
    levels.iter().map(|level| visit.text(level_key(*level), &[])).collect::<Vec<_>>().join(", ")
}

pub(super) const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Commune => "level-commune",
        Level::Province => "level-province",
        Level::Ministry => "level-ministry",
        Level::Other => "level-other",
    }
}

pub(super) const fn online_key(level: OnlineLevel) -> &'static str {
    match level {
        OnlineLevel::Full => "public-online-full",
        OnlineLevel::Partial => "public-online-partial",
        OnlineLevel::InfoOnly => "public-online-info",
    }
}

/// What everybody pays, in a few words: nothing, a sum, a sum for each copy, or what the province says.
pub(super) fn fee(visit: &Visit, fees: &[FeeRule]) -> String {
    let everybody = || fees.iter().filter(|rule| rule.when.is_none());
    match everybody().find(|rule| !rule.is_nothing()).or_else(|| everybody().find(|rule| rule.local)) {
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
        return visit.text(if rule.local { "public-fee-local" } else { "public-fee-none" }, &[]);
    }
    if each { visit.text("public-fee-each", &[("amount", amount.to_string().into())]) } else { amount.to_string() }
}
