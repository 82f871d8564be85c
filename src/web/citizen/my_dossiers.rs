//! Hồ sơ của tôi: what waits for you first, then what runs, what is unfinished, what is done.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::links::Link;
use crate::{
    dossiers::{self, DraftRow, MyDossier, Rules},
    kernel::places::Place,
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn},
        shell::{Visit, respond},
        words::{self, Tag},
    },
    workflow::{Action, Status},
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct MyDossiersPage {
    groups: Vec<Group>,
    drafts: Vec<DraftCard>,
    services: String,
    /// Where a dossier of a counter is brought in.
    claim: String,
}

#[derive(Debug, Clone, Serialize)]
struct Group {
    /// `to-do`, `running`, `done`.
    word: &'static str,
    cards: Vec<Card>,
}

#[derive(Debug, Clone, Serialize)]
struct Card {
    code: String,
    title: String,
    href: String,
    agency: String,
    status: Tag,
    /// What is next, or what was last: one sentence with a date.
    line: String,
    button: Option<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct DraftCard {
    title: String,
    agency: Option<String>,
    saved_at: String,
    kept_until: String,
    href: String,
    discard: String,
}

impl Page for MyDossiersPage {
    const TEMPLATE: &'static str = "citizen/my_dossiers.html";

    fn samples() -> Vec<Self> {
        let card = Card {
            code: "H44.101-261123-0007".into(),
            title: "Cấp Giấy xác nhận tình trạng hôn nhân cho Nguyễn Văn Mẫu".into(),
            href: "/ho-so/H44.101-261123-0007".into(),
            agency: "UBND phường Việt Trì".into(),
            status: Tag { kind: "soon", text: "Cần bổ sung".into() },
            line: "Bổ sung trước thứ Sáu, 27/11/2026".into(),
            button: Some(Link { text: "Bổ sung ngay".into(), href: "/ho-so/H44.101-261123-0007/bo-sung".into() }),
        };
        let draft = DraftCard {
            title: "Đăng ký khai sinh".into(),
            agency: Some("UBND phường Việt Trì".into()),
            saved_at: "23/11/2026, 14:32".into(),
            kept_until: "23/12/2026".into(),
            href: "/nop/ban-nhap/1/noi-nop".into(),
            discard: "/nop/ban-nhap/1/xoa".into(),
        };
        let groups = vec![Group { word: "to-do", cards: vec![card.clone()] }, Group { word: "done", cards: vec![card] }];
        let full = Self { groups, drafts: vec![draft], services: "/dich-vu".into(), claim: "/nhan-ho-so".into() };
        let empty = Self { groups: Vec::new(), drafts: Vec::new(), services: "/dich-vu".into(), claim: "/nhan-ho-so".into() };
        vec![full, empty]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>) -> Result<HttpResponse, Error> {
    let mine = dossiers::mine(conn.open().await?, &rules, citizen.now(), &citizen.citizen).await?;
    let group = |word, rows: &[MyDossier]| Group { word, cards: rows.iter().map(|row| card(&citizen, row)).collect() };
    let groups = [group("to-do", &mine.to_do), group("running", &mine.running), group("done", &mine.done)];
    let page = MyDossiersPage {
        groups: groups.into_iter().filter(|group| !group.cards.is_empty()).collect(),
        drafts: mine.drafts.iter().map(draft_card).collect(),
        services: Place::Services.path(),
        claim: Place::Claim.path(),
    };
    respond::page(&citizen, &page)
}

fn card(visit: &Visit, row: &MyDossier) -> Card {
    Card {
        code: row.code.to_string(),
        title: row.title.clone(),
        href: Place::Dossier(row.code.clone()).path(),
        agency: row.agency_name.clone(),
        status: status(visit, row),
        line: line(visit, row),
        button: button(visit, row),
    }
}

/// While a supplement is asked for, whose turn it is matters more than the name of the status.
fn status(visit: &Visit, row: &MyDossier) -> Tag {
    let (kind, key) = match (row.status, row.to_do) {
        (Status::SupplementRequested, Some(_)) => ("soon", "dossier-supplement-tag"),
        (Status::SupplementRequested, None) => ("wait", "dossier-answered-tag"),
        (Status::Processing, Some(Action::ConfirmDraft)) => ("soon", "dossier-draft-tag"),
        (status, _) => (words::status_kind(status, row.decision), status.text_key(row.decision)),
    };
    Tag { kind, text: visit.text(key, &[]) }
}

fn line(visit: &Visit, row: &MyDossier) -> String {
    let day = |at| words::day_of_week(at, visit.lang());
    let say = |key, at| visit.text(key, &[("day", day(at).into())]);
    match (row.to_do, row.answer_until, row.deadline.due_at) {
        (Some(Action::AnswerSupplement), Some(until), _) => say("mine-answer-until", until),
        (Some(Action::ConfirmDraft), Some(until), _) => {
            visit.text("mine-check-until", &[("until", words::appointment(until, visit.lang()).into())])
        }
        _ if row.status == Status::PaymentRequested => visit.text("mine-pay", &[("agency", row.agency_name.clone().into())]),
        (_, _, Some(due)) if row.status.is_open() => say("mine-due", due),
        _ => say("mine-submitted", row.submitted_at),
    }
}

fn button(visit: &Visit, row: &MyDossier) -> Option<Link> {
    if row.status == Status::PaymentRequested {
        return Some(Link::to(&Place::Dossier(row.code.clone()), visit.text("mine-pay-how", &[])));
    }
    match row.to_do? {
        Action::ConfirmDraft => Some(Link::to(&Place::CheckDraft(row.code.clone()), visit.text("mine-check-now", &[]))),
        Action::AnswerSupplement => Some(Link::to(&Place::Supplement(row.code.clone()), visit.text("mine-supplement-now", &[]))),
        Action::CollectOnline => Some(Link::to(&Place::Dossier(row.code.clone()), visit.text("mine-see-result", &[]))),
        _ => None,
    }
}

fn draft_card(row: &DraftRow) -> DraftCard {
    DraftCard {
        title: row.title.clone(),
        agency: row.agency_name.clone(),
        saved_at: words::moment(row.saved_at),
        kept_until: words::date(row.expires_at),
        href: Place::DraftResume(row.id).path(),
        discard: Place::DraftDiscard(row.id).path(),
    }
}
