//! The same page was changed in another tab: both values are shown, nothing was overwritten, the person decides.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use crate::{
    dossiers::{FieldConflict, LockVersion},
    kernel::{clock::Instant, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::FormPairs,
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct ConflictPage {
    here: String,
    /// When the other version was saved.
    at: String,
    differences: Vec<Difference>,
    /// Everything typed here, to be sent again.
    typed: Vec<(String, String)>,
    version: String,
}

#[derive(Debug, Clone, Serialize)]
struct Difference {
    label: String,
    mine: String,
    theirs: String,
}

/// What the script that saves by itself shows.
#[derive(Debug, Serialize)]
struct Conflicts {
    conflicts: Vec<Difference>,
}

impl Page for ConflictPage {
    const TEMPLATE: &'static str = "citizen/drafts/conflict.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            here: "/nop/ban-nhap/1/nguoi-yeu-cau".into(),
            at: "23/11/2026, 14:32".into(),
            differences: vec![Difference {
                label: "Số điện thoại".into(), mine: "0912 345 678".into(), theirs: "0987 654 321".into()
            }],
            typed: vec![("requester.phone".into(), "0912345678".into())],
            version: "4".into(),
        }]
    }
}

pub(in crate::web::citizen) fn page(
    visit: &Visit,
    here: Place,
    form: &FormPairs,
    fields: &[FieldConflict],
    at: Instant,
    version: LockVersion,
) -> Result<HttpResponse, Error> {
    let typed = form.pairs().iter().filter(|(name, _)| name != "version");
    let page = ConflictPage {
        here: here.path(),
        at: words::moment(at),
        differences: differences(fields),
        typed: typed.cloned().collect(),
        version: version.to_string(),
    };
    respond::page_with(StatusCode::CONFLICT, visit, &page)
}

pub(in crate::web::citizen) fn json(fields: &[FieldConflict]) -> HttpResponse {
    respond::json(StatusCode::CONFLICT, &Conflicts { conflicts: differences(fields) })
}

fn differences(fields: &[FieldConflict]) -> Vec<Difference> {
    let difference =
        |field: &FieldConflict| Difference { label: field.label.clone(), mine: field.mine.clone(), theirs: field.theirs.clone() };
    fields.iter().map(difference).collect()
}
