//! All letters by their subjects.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    dossiers,
    kernel::{lang::Lang, places::Place, places::admin::AdminPlace},
    notifications::texts,
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, SystemAdminIn},
        shell::{Error, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct LettersPage {
    side: Vec<SideGroup>,
    letters: Vec<LetterRow>,
}

#[derive(Debug, Serialize)]
struct LetterRow {
    href: String,
    subject: String,
    changed: bool,
}

impl Page for LettersPage {
    const TEMPLATE: &'static str = "admin/letters/list.html";

    fn samples() -> Vec<Self> {
        let row = |changed| LetterRow {
            href: "/quan-tri/mau-thong-bao/accepted".into(),
            subject: "Hồ sơ {code} đã được tiếp nhận".into(),
            changed,
        };
        vec![Self { side: side::sample(), letters: vec![row(true), row(false)] }]
    }
}

/// `GET /quan-tri/mau-thong-bao`
pub async fn show(admin: SystemAdminIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let kinds = dossiers::letter_kinds();
    let subjects = texts::subjects(conn.open().await?, &admin.platform().texts, &kinds, Lang::DEFAULT).await?;
    conn.close();
    let row = |(kind, (subject, changed)): (texts::LetterKind, (String, bool))| LetterRow {
        href: Place::Admin(AdminPlace::Letter(kind.word.to_owned())).path(),
        subject,
        changed,
    };
    let letters = kinds.into_iter().zip(subjects).map(row).collect();
    respond::page(&admin, &LettersPage { side: side(&admin, &AdminPlace::Letters), letters })
}
