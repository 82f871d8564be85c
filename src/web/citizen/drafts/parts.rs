//! Các phần: the whole road of a long form on one page, each part with how far it is.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::draft::{Done, OpenDraft, Step};
use crate::{
    dossiers::Rules,
    kernel::ids::DossierId,
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::{Visit, respond},
        words::{self, Tag},
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct PartsPage {
    service: String,
    parts: Vec<Part>,
    done: usize,
    /// Where something is still to do.
    go_on: String,
    saved_at: String,
    mine: String,
}

#[derive(Debug, Clone, Serialize)]
struct Part {
    title: String,
    href: String,
    state: Tag,
}

impl Page for PartsPage {
    const TEMPLATE: &'static str = "citizen/drafts/parts.html";

    fn samples() -> Vec<Self> {
        let part = |title: &str, kind, text: &str| Part {
            title: title.into(),
            href: "/nop/ban-nhap/1/nguoi-yeu-cau".into(),
            state: Tag { kind, text: text.into() },
        };
        vec![Self {
            service: "Xin giấy xác nhận tình trạng hôn nhân".into(),
            parts: vec![
                part("Nơi nộp", "ok", "Xong"),
                part("Người yêu cầu", "soon", "Đang làm dở"),
                part("Nơi cư trú", "late", "Cần sửa"),
                part("Giấy tờ", "neutral", "Chưa làm"),
            ],
            done: 1,
            go_on: "/nop/ban-nhap/1/nguoi-yeu-cau".into(),
            saved_at: "23/11/2026, 14:32".into(),
            mine: "/ho-so".into(),
        }]
    }
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let parts: Vec<(Part, Done)> = open.road().iter().map(|step| part(&citizen, &open, step)).collect();
    let page = PartsPage {
        service: open.service.definition.task.get(open.lang).to_owned(),
        done: parts.iter().filter(|(_, done)| *done == Done::Whole).count(),
        parts: parts.into_iter().map(|(part, _)| part).collect(),
        go_on: open.place(&open.first_to_do()).path(),
        saved_at: words::moment(open.draft.saved_at),
        mine: open.home().path(),
    };
    respond::page(&citizen, &page)
}

fn part(visit: &Visit, open: &OpenDraft, step: &Step) -> (Part, Done) {
    let title = match step {
        Step::Agency => visit.text("review-agency", &[]),
        Step::Page(key) => open.service.form.definition().page(key).map(|page| page.title.get(open.lang).to_owned()).unwrap_or_default(),
        Step::Documents => visit.text("documents-title", &[]),
        Step::Review => visit.text("review-title", &[]),
    };
    let done = open.done(step);
    let (kind, key) = match done {
        Done::Whole => ("ok", "parts-done"),
        Done::Begun => ("soon", "parts-begun"),
        Done::Wrong => ("late", "parts-wrong"),
        Done::Optional => ("neutral", "parts-optional"),
        Done::Not => ("neutral", "parts-not"),
    };
    // The mistake is shown, not looked for.
    let mending = if done == Done::Wrong { "?loi=phan" } else { "" };
    (Part { title, href: format!("{}{mending}", open.place(step).path()), state: Tag { kind, text: visit.text(key, &[]) } }, done)
}
