//! How a version stands: from when to when it holds, who published it and why.

use serde::Serialize;

use crate::{
    catalogue::VersionStanding,
    web::{
        shell::Visit,
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct Standing {
    number: i32,
    state: Tag,
    from: String,
    until: String,
    by: String,
    at: String,
    reason: String,
}

pub fn standing(visit: &Visit, version: &VersionStanding) -> Standing {
    Standing {
        number: version.number,
        state: state(visit, version),
        from: words::moment(version.from),
        until: version.until.map(words::moment).unwrap_or_default(),
        by: version.published_by.as_ref().map_or_else(|| visit.text("admin-by-files", &[]), ToString::to_string),
        at: words::moment(version.published_at),
        reason: version.reason.clone(),
    }
}

fn state(visit: &Visit, version: &VersionStanding) -> Tag {
    let at = visit.now().instant();
    match (version.is_in_force(at), version.is_planned(at)) {
        (true, _) => Tag { kind: "ok", text: visit.text("admin-version-in-force", &[]) },
        (_, true) => Tag { kind: "wait", text: visit.text("admin-version-planned", &[]) },
        _ => Tag { kind: "neutral", text: visit.text("admin-version-past", &[]) },
    }
}

/// As samples show it.
pub fn sample(number: i32, until: &str) -> Standing {
    Standing {
        number,
        state: Tag { kind: "ok", text: "Đang áp dụng".into() },
        from: "01/11/2026, 00:00".into(),
        until: until.into(),
        by: "Trần Văn Quản".into(),
        at: "23/10/2026, 09:00".into(),
        reason: "Nghị quyết mới về lệ phí".into(),
    }
}
