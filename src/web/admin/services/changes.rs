//! Differences between two versions, part by part.

use serde::Serialize;

use crate::{catalogue::Change, web::shell::Visit};

#[derive(Debug, Serialize)]
pub struct PartChanges {
    title: String,
    rows: Vec<ChangeView>,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    item: String,
    what: String,
    before: String,
    after: String,
}

pub fn view(visit: &Visit, changes: &[Change]) -> Vec<PartChanges> {
    let mut parts: Vec<(&str, PartChanges)> = Vec::new();
    for change in changes {
        let row = ChangeView {
            item: change.item.clone(),
            what: visit.text(&format!("setting-{}", change.what), &[]),
            before: change.before.clone().unwrap_or_default(),
            after: change.after.clone().unwrap_or_default(),
        };
        match parts.iter_mut().find(|(part, _)| *part == change.part) {
            Some((_, known)) => known.rows.push(row),
            None => {
                let title = visit.text(&format!("part-{}", change.part), &[]);
                parts.push((change.part, PartChanges { title, rows: vec![row] }));
            }
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// As samples show it.
pub fn sample() -> Vec<PartChanges> {
    let row =
        ChangeView {
            item: "Lệ phí cấp giấy xác nhận".into(), what: "Mức thu".into(), before: "8.000 ₫".into(), after: "10.000 ₫".into()
        };
    vec![PartChanges { title: "Lệ phí".into(), rows: vec![row] }]
}
