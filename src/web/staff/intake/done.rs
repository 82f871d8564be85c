//! Handed in and accepted: the code, the return date, the receipt to print, the money to take.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, Rules, SubmissionKey, SubmitRefused, Workbench},
    kernel::{desk_places::DeskPlace, dossier_code::DossierCode, ids::DossierId, places::Place},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::side::{self, SideGroup, side_of},
        words,
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct IntakeDonePage {
    side: Vec<SideGroup>,
    code: String,
    applicant: String,
    service: String,
    due: String,
    /// The receipt; empty if it was not written.
    receipt: String,
    fee: String,
    /// Where it is taken; empty if nothing is owed.
    pay: String,
    bench: String,
    next: String,
}

impl Page for IntakeDonePage {
    const TEMPLATE: &'static str = "staff/intake/done.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            side: side::sample(),
            code: "H44.101-261123-0001".into(),
            applicant: "Trần Thị Thử".into(),
            service: "Cấp bản sao trích lục hộ tịch".into(),
            due: "23/11/2026, 17:30".into(),
            receipt: "/van-ban/1".into(),
            fee: "8.000 ₫".into(),
            pay: "/can-bo/ho-so/H44.101-261123-0001/thu-phi".into(),
            bench: "/can-bo/ho-so/H44.101-261123-0001".into(),
            next: "/can-bo/tiep-nhan".into(),
        }]
    }
}

/// `POST /can-bo/tiep-nhan/{id}`: what is missing is said by the review, from which this is pressed.
pub async fn take_in(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    id: Path<DossierId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let key: SubmissionKey = form.parse("submission_key").unwrap_or_else(SubmissionKey::new);
    match dossiers::take_in(conn.open().await?, &rules, official.now(), &official.official, id.0, key).await {
        Ok(code) => Ok(respond::see_other(&Place::WorkbenchAct(code, "da-tiep-nhan"))),
        Err(SubmitRefused::NoAgency | SubmitRefused::Answers(_) | SubmitRefused::Documents(_)) => {
            Ok(respond::see_other(&Place::DraftReview(id.0)))
        }
        Err(SubmitRefused::NotFound) => Err(Error::NotFound),
        Err(SubmitRefused::Stopped(message)) => Err(Error::refused(message, Place::DraftReview(id.0))),
        Err(SubmitRefused::Expired) => Err(Error::refused(official.text("review-expired", &[]), Place::Desk(DeskPlace::Intake))),
        Err(SubmitRefused::Inconsistent(what)) => Err(Error::internal(anyhow::anyhow!("inconsistent: {what}"))),
        Err(SubmitRefused::Db(error)) => Err(error.into()),
    }
}

/// `GET /can-bo/ho-so/{code}/da-tiep-nhan`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let found = dossiers::workbench(conn.open().await?, &rules, official.now(), &official.official, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &found.ok_or(Error::NotFound)?))
}

fn page(visit: &Visit, bench: &Workbench) -> IntakeDonePage {
    let facts = &bench.facts;
    let receipt = bench.papers.iter().find(|paper| paper.kind == "reception_slip");
    let owed = bench.may.contains(&Action::TakePayment);
    IntakeDonePage {
        side: side_of(visit, &Place::Desk(DeskPlace::Intake)),
        code: facts.code.to_string(),
        applicant: facts.applicant.name.clone(),
        service: facts.service_name.clone(),
        due: facts.deadline.due_at.map(words::moment).unwrap_or_default(),
        receipt: receipt.map(|paper| Place::Paper(paper.id).path()).unwrap_or_default(),
        fee: facts.fee.to_string(),
        pay: if owed { Place::WorkbenchAct(facts.code.clone(), Action::TakePayment.slug()).path() } else { String::new() },
        bench: Place::Workbench(facts.code.clone()).path(),
        next: Place::Desk(DeskPlace::Intake).path(),
    }
}
