//! What was done, dossier by dossier; what was not can be tried again.

use serde::Serialize;

use super::{act_key, reason};
use crate::{
    dossiers::{ActRefused, BatchAct, Done},
    kernel::{desk_places::DeskPlace, dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        shell::Visit,
        staff::side::{self, SideGroup, side_of},
    },
};

#[derive(Debug, Serialize)]
pub struct BatchReportPage {
    side: Vec<SideGroup>,
    heading: String,
    summary: String,
    done: Vec<Line>,
    failed: Vec<Line>,
    retry: String,
    inbox: String,
}

#[derive(Debug, Serialize)]
struct Line {
    code: String,
    href: String,
    text: String,
}

impl Page for BatchReportPage {
    const TEMPLATE: &'static str = "staff/batch/report.html";

    fn samples() -> Vec<Self> {
        let line =
            |text: &str| Line { code: "H44.101-261123-0001".into(), href: "/can-bo/ho-so/H44.101-261123-0001".into(), text: text.into() };
        vec![Self {
            side: side::sample(),
            heading: "Chuyển bước tiếp".into(),
            summary: "Đã làm 1 hồ sơ, 1 hồ sơ chưa làm được.".into(),
            done: vec![line("Đã chuyển sang bước “Ký duyệt”.")],
            failed: vec![line("Hồ sơ đang ở bước của cán bộ khác.")],
            retry: "/can-bo/hang-loat?viec=forward&ma=H44.101-261123-0001".into(),
            inbox: Place::Inbox.path(),
        }]
    }
}

pub fn page(visit: &Visit, act: BatchAct, report: &[(DossierCode, Result<Done, ActRefused>)]) -> BatchReportPage {
    let (mut done, mut failed, mut again) = (Vec::new(), Vec::new(), vec![("viec", act.to_string())]);
    for (code, outcome) in report {
        let line = |text: String| Line { code: code.to_string(), href: Place::Workbench(code.clone()).path(), text };
        match outcome {
            Ok(after) => {
                let step = after.step_name.clone().unwrap_or_default();
                let key = if act == BatchAct::Assign { "batch-assigned" } else { "batch-done" };
                done.push(line(visit.text(key, &[("step", step.into())])));
            }
            Err(refused) => {
                failed.push(line(reason(visit, refused)));
                again.push(("ma", code.to_string()));
            }
        }
    }
    let count = |lines: &[Line]| i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    BatchReportPage {
        side: side_of(visit, &Place::Desk(DeskPlace::Batch)),
        heading: visit.text(act_key(act), &[]),
        summary: visit.text("batch-summary", &[("done", count(&done).into()), ("failed", count(&failed).into())]),
        retry: if failed.is_empty() { String::new() } else { Place::Desk(DeskPlace::Batch).asking(&again) },
        done,
        failed,
        inbox: Place::Inbox.path(),
    }
}
