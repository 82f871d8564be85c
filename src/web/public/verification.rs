//! Xác minh văn bản: whether a paper in somebody's hand is one that an agency issued.

use actix_web::{HttpResponse, http::StatusCode};
use serde::{Deserialize, Serialize};

use super::{
    answer::{Answer, Fault},
    sign_up::network,
};
use crate::{
    accounts::limits::{self, Limit},
    documents::{self, VerifiedPaper},
    kernel::places::Place,
    platform::{crypto, views::Page},
    web::{
        Error,
        extract::{Conn, Path, Query, Visitor},
        shell::{Visit, respond},
        words,
    },
};

/// Codes have sixty bits of chance; the limit spares the database, not the secret.
const PER_NETWORK: Limit = Limit { name: "verify_network", minutes: 10, most: 100 };

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    ma: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct VerificationPage {
    errors: Vec<Fault>,
    code: Answer,
    found: Option<FoundPaper>,
    action: String,
}

#[derive(Debug, Clone, Serialize)]
struct FoundPaper {
    code: String,
    revoked: bool,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    label: String,
    value: String,
    href: String,
}

impl Page for VerificationPage {
    const TEMPLATE: &'static str = "public/verification.html";

    fn samples() -> Vec<Self> {
        let found = |revoked| FoundPaper {
            code: "7KQM-2XHV-9TRC".into(),
            revoked,
            rows: vec![Row {
                label: "Tên văn bản".into(), value: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".into(), href: String::new()
            }],
        };
        let missing = Fault { href: "#ma".into(), text: "Không có văn bản nào mang mã này.".into() };
        vec![
            Self::blank(),
            Self { errors: vec![missing], code: Answer::of("7KQM-2XHV"), ..Self::blank() },
            Self { found: Some(found(false)), ..Self::blank() },
            Self { found: Some(found(true)), ..Self::blank() },
        ]
    }
}

impl VerificationPage {
    fn blank() -> Self {
        Self { action: Place::VerifyPaper.path(), ..Self::default() }
    }
}

/// Where a code is typed; a typed code gets an address of its own, the same as in the paper's QR code.
pub(super) async fn ask(visitor: Visitor, Query(asked): Query<Asked>) -> Result<HttpResponse, Error> {
    let code: String = asked.ma.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    if code.is_empty() {
        return respond::page(&visitor, &VerificationPage::blank());
    }
    Ok(respond::see_other(&Place::Verify(code.to_ascii_uppercase())))
}

pub(super) async fn show(visitor: Visitor, mut conn: Conn, Path(code): Path<String>) -> Result<HttpResponse, Error> {
    let conn = conn.open().await?;
    let fault = |text: String| VerificationPage {
        errors: vec![Fault { href: "#ma".into(), text }],
        code: Answer::of(&code.chars().take(40).collect::<String>()),
        ..VerificationPage::blank()
    };
    if let Err(wait) = limits::take(conn, visitor.now(), PER_NETWORK, network(&visitor).as_str()).await? {
        let text = visitor.text("public-try-later", &[("time", words::time(wait.until).into())]);
        return respond::page_with(StatusCode::TOO_MANY_REQUESTS, &visitor, &fault(text));
    }
    match documents::verify(conn, &code).await? {
        Some(paper) => {
            let found = Some(FoundPaper::new(&visitor, &code, paper));
            respond::page(&visitor, &VerificationPage { found, ..VerificationPage::blank() })
        }
        None => respond::page_with(StatusCode::NOT_FOUND, &visitor, &fault(visitor.text("public-verify-not-found", &[]))),
    }
}

impl FoundPaper {
    fn new(visit: &Visit, code: &str, paper: VerifiedPaper) -> Self {
        let row = |key: &str, value: String| Row { label: visit.text(key, &[]), value, href: String::new() };
        let mut rows = vec![
            row("public-verify-title-of-paper", paper.title),
            row("public-verify-number", paper.doc_number),
            row("public-verify-agency", paper.agency_name),
            row("public-verify-issued", words::moment(paper.issued_at)),
        ];
        rows.extend(paper.dossier_code.map(|code| row("public-verify-dossier", code.to_string())));
        rows.extend(paper.revoked_at.map(|at| row("public-verify-revoked-at", words::moment(at))));
        let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        Self { code: crypto::grouped(&code.to_ascii_uppercase()), revoked: paper.revoked_at.is_some(), rows }
    }
}
