//! What a public portal must say about itself: help, protection of personal data, accessibility.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    kernel::places::Place,
    platform::views::Page,
    web::{Error, extract::Visitor, shell::respond},
};

/// Hướng dẫn.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HelpPage {
    verify: String,
}

/// Bảo vệ dữ liệu cá nhân.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PrivacyPage {
    draft_days: u32,
    session_hours: u32,
}

/// Khả năng tiếp cận.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AccessibilityPage {}

impl Page for HelpPage {
    const TEMPLATE: &'static str = "public/help.html";

    fn samples() -> Vec<Self> {
        vec![Self { verify: Place::VerifyPaper.path() }]
    }
}

impl Page for PrivacyPage {
    const TEMPLATE: &'static str = "public/privacy.html";

    fn samples() -> Vec<Self> {
        vec![Self { draft_days: 30, session_hours: 12 }]
    }
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "public/accessibility.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

pub(super) async fn help(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &HelpPage { verify: Place::VerifyPaper.path() })
}

pub(super) async fn privacy(visitor: Visitor) -> Result<HttpResponse, Error> {
    let config = &visitor.platform().config;
    respond::page(&visitor, &PrivacyPage { draft_days: config.dossiers.draft_days, session_hours: config.accounts.session_hours })
}

pub(super) async fn accessibility(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &AccessibilityPage {})
}
