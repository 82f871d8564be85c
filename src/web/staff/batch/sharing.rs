//! Giao việc for many: who would get what, before it is done.

use serde::Serialize;

use super::{
    preview::{Line, line, unknown},
    reason,
};
use crate::{
    dossiers::{BatchAct, Candidate, Sharing},
    kernel::{desk_places::DeskPlace, dossier_code::DossierCode, ids::AccountId, places::Place},
    platform::views::Page,
    web::{
        shell::Visit,
        staff::{
            dossiers::workload,
            side::{self, SideGroup, side_of},
        },
    },
};

#[derive(Debug, Serialize)]
pub struct SharingPage {
    side: Vec<SideGroup>,
    back: String,
    action: String,
    act: BatchAct,
    /// The dossiers that were chosen, for another look with another colleague.
    codes: Vec<String>,
    /// Nothing to choose for who takes for himself.
    choices: Vec<Choice>,
    to: String,
    button: String,
    will: Vec<Line>,
    wont: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Page for SharingPage {
    const TEMPLATE: &'static str = "staff/batch/sharing.html";

    fn samples() -> Vec<Self> {
        let choice = |value: &str, text: &str| Choice { value: value.into(), text: text.into() };
        let page = |choices, will, wont| Self {
            side: side::sample(),
            back: Place::Inbox.path(),
            action: "/can-bo/hang-loat".into(),
            act: BatchAct::Assign,
            codes: vec!["H44.101-261123-0001".into()],
            choices,
            to: String::new(),
            button: "Giao 1 hồ sơ".into(),
            will,
            wont,
        };
        let everybody = vec![choice("", "Chia theo số việc đang có"), choice("1", "Phạm Văn Hộ (đang giữ 3 hồ sơ)")];
        vec![
            page(everybody, vec![Line::sample("Thẩm tra → Phạm Văn Hộ")], vec![Line::sample("Hồ sơ đã có người xử lý.")]),
            page(Vec::new(), Vec::new(), vec![Line::sample("Không tìm thấy.")]),
        ]
    }
}

pub fn page(visit: &Visit, sharing: &Sharing, (codes, to): (&[DossierCode], Option<AccountId>)) -> SharingPage {
    let (mut will, mut wont) = (Vec::new(), Vec::new());
    for one in &sharing.lines {
        match one {
            Err(code) => wont.push(unknown(visit, code)),
            Ok(one) => match &one.outcome {
                Ok(name) => will.push(line(one, format!("{} → {name}", one.step_name))),
                Err(refused) => wont.push(line(one, reason(visit, refused))),
            },
        }
    }
    let many = i64::try_from(will.len()).unwrap_or(i64::MAX);
    let button = if sharing.leads { "batch-assign-now" } else { "batch-take-now" };
    SharingPage {
        side: side_of(visit, &Place::Desk(DeskPlace::Batch)),
        back: Place::Inbox.path(),
        action: Place::Desk(DeskPlace::Batch).path(),
        act: BatchAct::Assign,
        codes: codes.iter().map(ToString::to_string).collect(),
        choices: if sharing.leads { choices(visit, &sharing.colleagues) } else { Vec::new() },
        to: to.map(|account| account.to_string()).unwrap_or_default(),
        button: visit.text(button, &[("count", many.into())]),
        will,
        wont,
    }
}

fn choices(visit: &Visit, colleagues: &[Candidate]) -> Vec<Choice> {
    let by_load = Choice { value: String::new(), text: visit.text("assign-by-load", &[]) };
    let named = colleagues.iter().map(|one| Choice {
        value: one.colleague.account.to_string(),
        text: format!("{} – {}. {}", one.colleague.name, one.colleague.title, workload(visit, one)),
    });
    std::iter::once(by_load).chain(named).collect()
}
