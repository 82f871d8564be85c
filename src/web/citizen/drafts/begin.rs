//! Before the first question: may I apply, what do I need, have I begun already?

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{super::links::Link, draft::OpenDraft};
use crate::{
    catalogue::{DocumentRule, Duty, OnlineLevel, ServiceDefinition},
    dossiers::{self, MyDossiers, Rules, StartRefused},
    forms::Text,
    kernel::places::Place,
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct BeginPage {
    task: String,
    service: String,
    /// Who may apply.
    applicants: Vec<String>,
    conditions: Vec<String>,
    /// What to have at hand.
    documents: Vec<String>,
    not_needed: Vec<String>,
    drafts: Vec<Link>,
    online: bool,
}

impl Page for BeginPage {
    const TEMPLATE: &'static str = "citizen/drafts/begin.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            task: "Xin giấy xác nhận tình trạng hôn nhân".into(),
            service: "/dich-vu/xac-nhan-tinh-trang-hon-nhan".into(),
            applicants: vec!["Công dân Việt Nam".into()],
            conditions: vec!["Bạn đã thường trú tại tỉnh".into()],
            documents: vec!["Giấy tờ tùy thân".into()],
            not_needed: vec!["Bản sao sổ hộ khẩu".into()],
            drafts: vec![Link { text: "Làm tiếp bản nháp lưu lúc 14:32".into(), href: "/nop/ban-nhap/1/noi-nop".into() }],
            online: true,
        };
        let offline = Self { online: false, drafts: Vec::new(), conditions: Vec::new(), not_needed: Vec::new(), ..full.clone() };
        vec![full, offline]
    }
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let service = rules.catalogue.in_force(&slug.0, citizen.now().instant()).ok_or(Error::NotFound)?;
    let mine = dossiers::mine(conn.open().await?, &rules, citizen.now(), &citizen.citizen).await?;
    respond::page(&citizen, &page(&citizen, &service.definition, &mine))
}

/// Begins a new draft and asks where to send it.
pub(in crate::web::citizen) async fn start(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    slug: Path<String>,
    _genuine: FormPairs,
) -> Result<HttpResponse, Error> {
    match dossiers::start_draft(conn.open().await?, &rules, citizen.now(), &citizen.citizen, &slug.0).await {
        Ok(draft) => {
            citizen.say(FlashKind::Info, "begin-draft-made", &[]);
            let open = OpenDraft::load(&citizen, &mut conn, &rules, draft).await?;
            Ok(respond::see_other(&open.beginning()))
        }
        Err(StartRefused::NoSuchService) => Err(Error::NotFound),
        Err(StartRefused::Stopped(message)) => Err(Error::refused(message, Place::Service(slug.0))),
        Err(StartRefused::NotOnline) => Err(Error::refused(citizen.text("begin-not-online", &[]), Place::Service(slug.0))),
        Err(StartRefused::Db(error)) => Err(error.into()),
    }
}

/// The name of a paper, and when it can be left at home.
fn paper(visit: &Visit, document: &DocumentRule) -> String {
    let name = document.name.get(visit.lang()).to_owned();
    let named = |key: &str| visit.text(key, &[("name", name.clone().into())]);
    match document {
        document if document.optional => named("begin-paper-optional"),
        document if document.replaced_by_data => named("begin-paper-data"),
        document if document.when.is_some() => named("begin-paper-when"),
        _ => name,
    }
}

fn page(visit: &Visit, service: &ServiceDefinition, mine: &MyDossiers) -> BeginPage {
    let say = |texts: &[Text]| texts.iter().map(|text| text.get(visit.lang()).to_owned()).collect();
    let papers = service.documents.iter().filter(|document| document.duty == Duty::Submit);
    let drafts = mine.drafts.iter().filter(|draft| draft.service_slug == service.slug);
    BeginPage {
        task: service.task.get(visit.lang()).to_owned(),
        service: Place::Service(service.slug.clone()).path(),
        applicants: say(&service.applicants),
        conditions: say(&service.conditions),
        documents: papers.map(|document| paper(visit, document)).collect(),
        not_needed: say(&service.not_needed),
        drafts: drafts
            .map(|draft| {
                let text = visit.text("begin-continue", &[("at", words::moment(draft.saved_at).into())]);
                Link::to(&Place::DraftResume(draft.id), text)
            })
            .collect(),
        online: service.online != OnlineLevel::InfoOnly,
    }
}
