//! Ai đã xem hồ sơ của tôi: each look by an official, told by post and agency, never by name.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    dossiers::queries::readers::{self as table, LookRow},
    kernel::{
        actor::Citizen,
        clock::{Instant, local},
        dossier_code::DossierCode,
        ids::AccountId,
    },
    platform::db::{Conn, DbResult},
};

/// One official, one dossier, one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub code: DossierCode,
    pub day: NaiveDate,
    pub first_at: Instant,
    pub last_at: Instant,
    pub times: usize,
    /// Files were opened too.
    pub files: bool,
    pub agency: String,
    /// Empty if the post has been taken back since.
    pub title: String,
}

/// The most looks taken together.
const MOST: i64 = 1000;

/// The newest first. One statement.
pub async fn readers(conn: &mut Conn, citizen: &Citizen) -> DbResult<Vec<Reader>> {
    Ok(together(table::looks(conn, citizen, MOST).await?))
}

type Key = (Option<AccountId>, DossierCode, NaiveDate);

fn together(rows: Vec<LookRow>) -> Vec<Reader> {
    let mut list: Vec<(Key, BTreeSet<Instant>, Reader)> = Vec::new();
    for row in rows {
        let day = local(row.at).date_naive();
        let key = (row.account, row.code.clone(), day);
        let files = row.action == "open_attachment";
        match list.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, moments, reader)) => {
                moments.insert(row.at);
                reader.first_at = reader.first_at.min(row.at);
                reader.last_at = reader.last_at.max(row.at);
                reader.files |= files;
                reader.times = moments.len();
            }
            None => {
                let title = row.title.unwrap_or_default();
                let (first_at, last_at) = (row.at, row.at);
                let reader = Reader { code: row.code, day, first_at, last_at, times: 1, files, agency: row.agency, title };
                list.push((key, BTreeSet::from([row.at]), reader));
            }
        }
    }
    list.into_iter().map(|(_, _, reader)| reader).collect()
}
