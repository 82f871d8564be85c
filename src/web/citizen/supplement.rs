//! Bổ sung: exactly what was asked for, on one page.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use serde::Serialize;

use super::{
    dossier::{self, FileRow},
    drafts::ErrorLink,
    refusals, supplement_items as items,
    taking_files::{self, Taken},
};
use crate::{
    dossiers::{self, ActRefused, OwnerDossier, Rules, Seen, SupplementAnswers, SupplementFacts},
    forms::{FieldView, FormPageView, Problem},
    kernel::{dossier_code::DossierCode, ids::AttachmentId, places::Place},
    platform::{
        files::MediaType,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        extract::{CitizenIn, Conn, Path, Upload},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SupplementPage {
    code: String,
    service: String,
    dossier: String,
    here: String,
    reason: String,
    answer_until: String,
    version: String,
    errors: Vec<ErrorLink>,
    /// The questions asked for, drawn like a page of the form.
    form: FormPageView,
    notes: Vec<items::Note>,
    documents: Vec<items::WantedDocument>,
    accept: String,
    limit: u64,
    limit_text: String,
    /// The one document whose files a script asks for.
    only: Option<items::WantedDocument>,
}

impl Page for SupplementPage {
    const TEMPLATE: &'static str = "citizen/supplement.html";

    fn samples() -> Vec<Self> {
        let file = FileRow { name: "anh.jpg".into(), size: "1,8 MB".into(), href: "/tep/1".into(), remove: String::new() };
        let document = items::WantedDocument {
            key: "ly_hon".into(),
            name: "Giấy tờ chứng minh đã ly hôn".into(),
            remark: "Ảnh bị mờ".into(),
            upload: "/ho-so/H44.101-261123-0007/bo-sung/ly_hon".into(),
            before: vec![file.clone()],
            files: vec![file],
            error: String::new(),
        };
        let plain = Self {
            code: "H44.101-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            dossier: "/ho-so/H44.101-261123-0007".into(),
            here: "/ho-so/H44.101-261123-0007/bo-sung".into(),
            reason: "Ảnh bị mờ, không đọc được số và ngày.".into(),
            answer_until: "thứ Sáu, 27/11/2026".into(),
            version: "3".into(),
            notes: vec![items::Note {
                label: "Số điện thoại".into(), remark: "Thiếu một chữ số".into(), before: "0912 345 67".into()
            }],
            documents: vec![document.clone()],
            accept: "application/pdf".into(),
            limit: 1_000_000,
            limit_text: "20 MB".into(),
            ..Self::default()
        };
        let error = ErrorLink { href: "#ly_hon".into(), text: "Chọn tệp cho giấy tờ này".into() };
        vec![plain.clone(), Self { errors: vec![error], only: Some(document), documents: Vec::new(), notes: Vec::new(), ..plain }]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code.0).await?;
    match waiting(&dossier) {
        Some(asked) => respond::page(&citizen, &page(&citizen, &rules, &dossier, asked, &[], &Taken::default())?),
        None => Ok(respond::see_other(&Place::Dossier(code.0))),
    }
}

/// Files and answers together: what is right is kept even if something is still missing.
pub(super) async fn send(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    code: Path<DossierCode>,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code.0).await?;
    let asked = waiting(&dossier).ok_or_else(|| answered_already(&citizen, &code.0))?;
    let mut taken = taking_files::take_all(&citizen, &mut conn, &rules, dossier.facts.id, upload).await?;
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code.0).await?;
    taken.refused.extend(items::missing(&citizen, &dossier, asked, &taken));
    let version = taken.values.iter().find(|(name, _)| name == "version").and_then(|(_, value)| value.parse().ok());
    let seen = Seen { code: code.0, version: version.unwrap_or(dossier.facts.version) };
    if !taken.refused.is_empty() {
        let problems = items::problems(&citizen, &rules, &dossier, asked, &taken);
        return respond::invalid(&citizen, &page(&citizen, &rules, &dossier, asked, &problems, &taken)?);
    }
    let typed = SupplementAnswers { typed: taken.values.clone() };
    let rules_here = rules.in_language(citizen.lang());
    match dossiers::answer_supplement(conn.open().await?, &rules_here, citizen.now(), &citizen.citizen, &seen, &typed).await {
        Ok(_) => {
            citizen.say(FlashKind::Success, "supplement-sent", &[]);
            Ok(respond::see_other(&Place::Dossier(seen.code)))
        }
        Err(ActRefused::Answers(problems)) => respond::invalid(&citizen, &page(&citizen, &rules, &dossier, asked, &problems, &taken)?),
        Err(refused) => Err(refusals::act(&citizen, &seen.code, refused)),
    }
}

/// One file sent by a script: answered with the new files of its document.
pub(super) async fn give_one(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierCode, String)>,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let (code, key) = path.0;
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code).await?;
    let taken = taking_files::take_all(&citizen, &mut conn, &rules, dossier.facts.id, upload).await?;
    match taken.refused.into_iter().next() {
        Some((_, sentence)) => Err(Error::refused(sentence, Place::Supplement(code))),
        None => files_of(&citizen, &mut conn, &rules, &code, &key).await,
    }
}

/// Takes a new file away again; what was handed in before stays.
pub(super) async fn remove(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierCode, AttachmentId)>,
    mut upload: Upload,
) -> Result<HttpResponse, Error> {
    let (code, file) = path.0;
    while upload.next().await?.is_some() {}
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code).await?;
    let of_file = dossier.documents.iter().find(|document| document.files.iter().any(|given| given.id == file));
    dossiers::remove_attachment(conn.open().await?, &rules, citizen.now(), &citizen.citizen, dossier.facts.id, file).await?;
    match of_file {
        Some(document) if citizen.wants_json() => files_of(&citizen, &mut conn, &rules, &code, &document.key).await,
        _ => Ok(respond::see_other(&Place::Supplement(code))),
    }
}

async fn files_of(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, code: &DossierCode, key: &str) -> Result<HttpResponse, Error> {
    let dossier = dossier::load(citizen, conn, rules, code).await?;
    let asked = waiting(&dossier).ok_or_else(|| answered_already(citizen, code))?;
    let mut page = page(citizen, rules, &dossier, asked, &[], &Taken::default())?;
    page.only = page.documents.iter().find(|document| document.key == key).cloned();
    respond::fragment_with(StatusCode::OK, citizen, &page, "only_files")
}

fn waiting(dossier: &OwnerDossier) -> Option<&SupplementFacts> {
    dossier.supplement.as_ref().filter(|asked| asked.is_waiting())
}

fn answered_already(visit: &Visit, code: &DossierCode) -> Error {
    Error::refused(visit.text("refusal-supplement-answered-already", &[]), Place::Dossier(code.clone()))
}

fn page(
    visit: &Visit,
    rules: &Rules,
    dossier: &OwnerDossier,
    asked: &SupplementFacts,
    problems: &[Problem],
    taken: &Taken,
) -> Result<SupplementPage, Error> {
    let code = &dossier.facts.code;
    let limit = visit.platform().config.files.max_bytes();
    let at_answers = problems.iter().map(|problem| ErrorLink { href: format!("#{}", problem.anchor), text: problem.message.clone() });
    let at_files = taken.refused.iter().map(|(key, text)| ErrorLink { href: format!("#{key}"), text: text.clone() });
    Ok(SupplementPage {
        code: code.to_string(),
        service: dossier.facts.service_name.clone(),
        dossier: Place::Dossier(code.clone()).path(),
        here: Place::Supplement(code.clone()).path(),
        reason: asked.reason.clone(),
        answer_until: words::day_of_week(asked.answer_until, visit.lang()),
        version: dossier.facts.version.to_string(),
        errors: at_answers.chain(at_files).collect(),
        form: items::questions(visit, rules, dossier, asked, problems, taken)?,
        notes: items::notes(dossier, asked),
        documents: items::documents(visit, dossier, asked, taken),
        accept: MediaType::accept_attribute(),
        limit,
        limit_text: words::size(i64::try_from(limit).unwrap_or(i64::MAX), visit.lang()),
        only: None,
    })
}

/// A question that is asked for is asked, whatever the other answers are.
pub(super) fn opened(mut field: FieldView) -> FieldView {
    field.closed = false;
    field.show_if = String::new();
    field
}
