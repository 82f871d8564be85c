//! Trả kết quả: who took the result at the counter.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    frame::Frame,
    refused::{load, missing, seen, sentence, summary},
    steps::finish,
};
use crate::{
    dossiers::{self, Missing, Receiver, Rules, Workbench},
    kernel::{dossier_code::DossierCode, text},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct HandoverPage {
    #[serde(flatten)]
    frame: Frame,
    receiver: String,
    receiver_error: String,
    id_paper: String,
    id_paper_error: String,
}

impl Page for HandoverPage {
    const TEMPLATE: &'static str = "staff/dossiers/handover.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            frame: Frame::sample(Action::ReturnResult, "#receiver", error),
            receiver: "Nguyễn Thị Hồng Mẫu".into(),
            receiver_error: error.into(),
            id_paper: String::new(),
            id_paper_error: error.into(),
        };
        vec![page(""), page("Nhập tên người nhận")]
    }
}

/// `GET …/tra-ket-qua`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, (&bench.facts.applicant.name, ""), &[]))
}

/// `POST …/tra-ket-qua`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let seen = seen(code.0.clone(), &form);
    let receiver = Receiver { name: text::line(form.text("receiver")), id_paper: form.text("id_paper").to_owned() };
    let done = dossiers::return_result(conn.open().await?, &rules, official.now(), &official.official, &seen, &receiver).await;
    match done {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-returned"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &bench, (form.text("receiver"), form.text("id_paper")), &missing))
        }
    }
}

fn page(visit: &Visit, bench: &Workbench, (receiver, id_paper): (&str, &str), missing: &[Missing]) -> HandoverPage {
    let receiver_error = sentence(visit, missing, &[Missing::Receiver]);
    let id_paper_error = sentence(visit, missing, &[Missing::ReceiverId]);
    let errors = summary(&[("#receiver", &receiver_error), ("#id_paper", &id_paper_error)]);
    HandoverPage {
        frame: Frame::of(visit, bench, Action::ReturnResult, errors),
        receiver: receiver.to_owned(),
        id_paper: id_paper.to_owned(),
        receiver_error,
        id_paper_error,
    }
}
