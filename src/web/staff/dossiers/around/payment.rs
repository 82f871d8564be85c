//! Thu phí: how much, how it is paid, by whom; the receipt is written with the act.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, CounterPayment, Missing, PaymentMethod, Rules, Workbench},
    kernel::dossier_code::DossierCode,
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::dossiers::{
            frame::Frame,
            refused::{load, missing, seen, sentence, summary},
            steps::finish,
        },
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct PaymentPage {
    #[serde(flatten)]
    frame: Frame,
    amount: String,
    methods: Vec<Choice>,
    method: String,
    method_error: String,
    payer: String,
    payer_error: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Choice {
    pub value: String,
    pub text: String,
}

impl Page for PaymentPage {
    const TEMPLATE: &'static str = "staff/dossiers/around/payment.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            frame: Frame::sample(Action::TakePayment, "#payer", error),
            amount: "8.000 ₫".into(),
            methods: vec![Choice { value: "cash".into(), text: "Tiền mặt".into() }],
            method: String::new(),
            method_error: error.into(),
            payer: "Nguyễn Thị Hồng Mẫu".into(),
            payer_error: error.into(),
        };
        vec![page(""), page("Nhập họ tên người nộp tiền")]
    }
}

/// `GET …/thu-phi`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, ("", &bench.facts.applicant.name), &[]))
}

/// `POST …/thu-phi`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let seen = seen(code.0.clone(), &form);
    let payment = CounterPayment { method: form.parse("method"), payer: form.text("payer").to_owned() };
    match dossiers::take_payment(conn.open().await?, &rules, official.now(), &official.official, &seen, &payment).await {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-fee-taken"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &bench, (form.text("method"), form.text("payer")), &missing))
        }
    }
}

fn page(visit: &Visit, bench: &Workbench, (method, payer): (&str, &str), missing: &[Missing]) -> PaymentPage {
    let method_error = sentence(visit, missing, &[Missing::PaymentMethod]);
    let payer_error = sentence(visit, missing, &[Missing::Payer]);
    let asked = bench.payments.iter().find(|payment| payment.closed_at.is_none());
    let choice = |method: PaymentMethod, key: &str| Choice { value: method.to_string(), text: visit.text(key, &[]) };
    let errors = summary(&[("#method", &method_error), ("#payer", &payer_error)]);
    PaymentPage {
        frame: Frame::of(visit, bench, Action::TakePayment, errors),
        amount: asked.map_or(bench.facts.fee, |asked| asked.amount).to_string(),
        methods: vec![choice(PaymentMethod::Cash, "payment-cash"), choice(PaymentMethod::Transfer, "payment-transfer")],
        method: method.to_owned(),
        payer: payer.to_owned(),
        method_error,
        payer_error,
    }
}
