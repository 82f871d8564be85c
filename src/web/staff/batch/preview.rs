//! What will and what will not happen.

use serde::Serialize;

use super::{act_key, reason};
use crate::{
    dossiers::{ActRefused, BatchAct, Foreseen},
    kernel::{desk_places::DeskPlace, dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        shell::Visit,
        staff::side::{self, SideGroup, side_of},
    },
};

#[derive(Debug, Serialize)]
pub struct BatchPage {
    side: Vec<SideGroup>,
    back: String,
    heading: String,
    act: BatchAct,
    action: String,
    button: String,
    will: Vec<Line>,
    wont: Vec<Line>,
    prints: Vec<Print>,
}

#[derive(Debug, Serialize)]
pub(super) struct Line {
    code: String,
    href: String,
    /// Code and state, as the form sends them back.
    item: String,
    who: String,
    what: String,
    text: String,
}

/// A dossier with the papers that can be printed.
#[derive(Debug, Serialize)]
struct Print {
    code: String,
    who: String,
    papers: Vec<PaperLink>,
}

#[derive(Debug, Serialize)]
struct PaperLink {
    text: String,
    href: String,
}

impl Line {
    pub(super) fn sample(text: &str) -> Self {
        Self {
            code: "H44.101-261123-0001".into(),
            href: "/can-bo/ho-so/H44.101-261123-0001".into(),
            item: "H44.101-261123-0001:3".into(),
            who: "Nguyễn Thị Hồng Mẫu".into(),
            what: "Cấp bản sao trích lục hộ tịch".into(),
            text: text.into(),
        }
    }
}

impl Page for BatchPage {
    const TEMPLATE: &'static str = "staff/batch/preview.html";

    fn samples() -> Vec<Self> {
        let page = |act, will, wont, prints| Self {
            side: side::sample(),
            back: Place::Inbox.path(),
            heading: "Chuyển bước tiếp".into(),
            act,
            action: "/can-bo/hang-loat".into(),
            button: "Chuyển 1 hồ sơ".into(),
            will,
            wont,
            prints,
        };
        let paper = PaperLink { text: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".into(), href: "/van-ban/1".into() };
        let print = Print { code: "H44.101-261123-0001".into(), who: "Nguyễn Thị Hồng Mẫu".into(), papers: vec![paper] };
        vec![
            page(
                BatchAct::Forward,
                vec![Line::sample("Thẩm tra → Ký duyệt")],
                vec![Line::sample("Hồ sơ đang ở bước của cán bộ khác.")],
                Vec::new(),
            ),
            page(BatchAct::Forward, Vec::new(), vec![Line::sample("Không tìm thấy.")], Vec::new()),
            page(BatchAct::Print, Vec::new(), Vec::new(), vec![print]),
        ]
    }
}

pub fn page(visit: &Visit, act: BatchAct, foreseen: &[Result<Foreseen, DossierCode>]) -> BatchPage {
    let (mut will, mut wont, mut prints) = (Vec::new(), Vec::new(), Vec::new());
    for one in foreseen {
        match one {
            Err(code) => wont.push(unknown(visit, code)),
            Ok(one) if act == BatchAct::Print => match one.papers.is_empty() {
                true => wont.push(line(one, visit.text("batch-no-papers", &[]))),
                false => prints.push(print(one)),
            },
            Ok(one) => match &one.outcome {
                Ok(to) => will.push(line(one, format!("{} → {to}", one.step_name))),
                Err(refused) => wont.push(line(one, reason(visit, refused))),
            },
        }
    }
    let many = i64::try_from(will.len()).unwrap_or(i64::MAX);
    let button = if act == BatchAct::Approve { "batch-approve-now" } else { "batch-forward-now" };
    BatchPage {
        side: side_of(visit, &Place::Desk(DeskPlace::Batch)),
        back: Place::Inbox.path(),
        heading: visit.text(act_key(act), &[]),
        act,
        action: Place::Desk(DeskPlace::Batch).path(),
        button: visit.text(button, &[("count", many.into())]),
        will,
        wont,
        prints,
    }
}

pub(super) fn line(one: &Foreseen, text: String) -> Line {
    Line {
        code: one.code.to_string(),
        href: Place::Workbench(one.code.clone()).path(),
        item: match one.assignee {
            Some(account) => format!("{}:{}:{account}", one.code, one.version),
            None => format!("{}:{}", one.code, one.version),
        },
        who: one.applicant_name.clone(),
        what: one.service_name.clone(),
        text,
    }
}

pub(super) fn unknown(visit: &Visit, code: &DossierCode) -> Line {
    Line {
        code: code.to_string(),
        href: String::new(),
        item: String::new(),
        who: String::new(),
        what: String::new(),
        text: reason(visit, &ActRefused::NotFound),
    }
}

fn print(one: &Foreseen) -> Print {
    let papers = one.papers.iter().map(|paper| PaperLink { text: paper.title.clone(), href: Place::Paper(paper.id).path() }).collect();
    Print { code: one.code.to_string(), who: one.applicant_name.clone(), papers }
}
