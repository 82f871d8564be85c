//! Kiểm tra bản dự thảo: what will stand on the result, before it is signed. One day; whoever says
//! nothing agrees.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{
    dossier::{Answers, Row, answers, load},
    refusals,
};
use crate::{
    dossiers::{self, ActRefused, OwnerDossier, Rules, Seen},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::{Visit, respond},
        words,
    },
    workflow::Action,
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct CheckingPage {
    code: String,
    title: String,
    dossier: String,
    version: String,
    until: String,
    /// What will be printed; where the office writes the result itself, what was answered, part by part.
    sections: Vec<Answers>,
    closing: Vec<String>,
    wrong: String,
    wrong_error: String,
}

impl Page for CheckingPage {
    const TEMPLATE: &'static str = "citizen/checking.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            code: "H44.101-261123-0007".into(),
            title: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            dossier: "/ho-so/H44.101-261123-0007".into(),
            version: "5".into(),
            until: "09:00, thứ Tư, 25/11/2026".into(),
            sections: vec![
                Answers { title: String::new(), rows: vec![Row::fixed("Họ, chữ đệm, tên", "Nguyễn Thị Hồng Mẫu")] },
                Answers { title: "Mẹ".into(), rows: vec![Row::fixed("Năm sinh", "1970")] },
            ],
            closing: vec!["Giấy này được cấp để: đăng ký kết hôn.".into()],
            wrong: String::new(),
            wrong_error: error.into(),
        };
        vec![page(""), page("Viết chỗ nào chưa đúng")]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = load(&citizen, &mut conn, &rules, &code.0).await?;
    if !dossier.may.contains(&Action::ConfirmDraft) {
        return Ok(respond::see_other(&Place::Dossier(code.0)));
    }
    respond::page(&citizen, &page(&citizen, &dossier, "", String::new()))
}

pub(super) async fn answer(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let version = form.parse("version").ok_or(Error::Invalid("no version"))?;
    let (seen, now, wrong) = (Seen { code: code.0, version }, citizen.now(), form.text("wrong"));
    let agrees = form.text("answer") == "agree";
    let open = conn.open().await?;
    let done = match agrees {
        true => dossiers::confirm_draft(open, &rules, now, &citizen.citizen, &seen).await,
        false => dossiers::ask_correction(open, &rules, now, &citizen.citizen, &seen, wrong).await,
    };
    match done {
        Ok(_) => {
            citizen.say(FlashKind::Success, if agrees { "checking-agreed" } else { "checking-corrected" }, &[]);
            Ok(respond::see_other(&Place::Dossier(seen.code)))
        }
        Err(ActRefused::Incomplete(_)) => {
            let dossier = load(&citizen, &mut conn, &rules, &seen.code).await?;
            let error = if wrong.trim().is_empty() { "checking-wrong-missing" } else { "missing-reason-too-long" };
            respond::invalid(&citizen, &page(&citizen, &dossier, wrong, citizen.text(error, &[])))
        }
        Err(refused) => Err(refusals::act(&citizen, &seen.code, refused)),
    }
}

fn page(visit: &Visit, dossier: &OwnerDossier, wrong: &str, wrong_error: String) -> CheckingPage {
    let facts = &dossier.facts;
    let (sections, closing) = match &dossier.draft {
        Some(draft) => {
            let rows = draft.fields.iter().map(|(label, value)| Row::fixed(label, value)).collect();
            (vec![Answers { title: String::new(), rows }], draft.closing.clone())
        }
        None => (dossier.answers.iter().map(answers).collect(), Vec::new()),
    };
    CheckingPage {
        code: facts.code.to_string(),
        title: facts.service_name.clone(),
        dossier: Place::Dossier(facts.code.clone()).path(),
        version: facts.version.to_string(),
        until: dossier.draft_until.map(|until| words::appointment(until, visit.lang())).unwrap_or_default(),
        sections,
        closing,
        wrong: wrong.to_owned(),
        wrong_error,
    }
}
