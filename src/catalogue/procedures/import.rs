//! Importing the long texts of the national database: a file of one JSON object a line. Either every
//! line can be read and all of it is entered, or nothing is.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::{
    model::NewTexts,
    national::{NationalRecord, NationalTexts},
};
use crate::{
    catalogue::queries,
    kernel::procedure_code::ProcedureCode,
    platform::db::{AsyncConnection, Conn, DbError},
};

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct LineFault {
    pub line: usize,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportRefused {
    #[error("{} lines cannot be read; nothing was changed", .0.len())]
    Unreadable(Vec<LineFault>),
    #[error("the file has no procedure; nothing was changed")]
    Empty,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Not in the list of procedures: left out.
    pub unknown: usize,
}

impl Imported {
    fn done(self) -> usize {
        self.new + self.changed + self.unchanged + self.unknown
    }
}

/// Procedures entered by one statement.
const AT_ONCE: usize = 100;

/// Enters the texts of a file; the same file again changes nothing. `progress` hears how many procedures
/// are done, of how many.
pub async fn import(conn: &mut Conn, file: &str, mut progress: impl FnMut(usize, usize) + Send) -> Result<Imported, ImportRefused> {
    let texts = read(file)?;
    let all = texts.len();
    conn.transaction(async |conn| {
        let mut done = Imported::default();
        for part in texts.chunks(AT_ONCE) {
            enter(conn, part, &mut done).await?;
            progress(done.done(), all);
        }
        Ok(done)
    })
    .await
}

async fn enter(conn: &mut Conn, part: &[(ProcedureCode, NationalTexts)], done: &mut Imported) -> Result<(), ImportRefused> {
    let codes: Vec<&str> = part.iter().map(|(code, _)| code.as_str()).collect();
    let known: HashMap<String, Option<Vec<u8>>> = queries::digests_of_texts(conn, &codes).await?.into_iter().collect();
    let mut rows = Vec::new();
    for (code, texts) in part {
        let written = serde_json::to_value(texts).unwrap_or_default();
        let digest = Sha256::digest(written.to_string().as_bytes()).to_vec();
        match known.get(code.as_str()) {
            None => done.unknown += 1,
            Some(Some(before)) if *before == digest => done.unchanged += 1,
            Some(before) => {
                if before.is_some() {
                    done.changed += 1;
                } else {
                    done.new += 1;
                }
                rows.push(NewTexts { code: code.clone(), texts: written, digest });
            }
        }
    }
    queries::enter_texts(conn, rows).await?;
    Ok(())
}

/// Every line, or every fault.
fn read(file: &str) -> Result<Vec<(ProcedureCode, NationalTexts)>, ImportRefused> {
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    let mut lines: HashMap<ProcedureCode, usize> = HashMap::new();
    for (at, line) in file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = at + 1;
        let mut fault = |reason: String| faults.push(LineFault { line: number, reason });
        let record: NationalRecord = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => {
                fault(format!("no JSON object of texts ({error})"));
                continue;
            }
        };
        match record.ma_thu_tuc.parse::<ProcedureCode>() {
            Err(error) => fault(format!("ma_thu_tuc `{}`: {error}", record.ma_thu_tuc)),
            Ok(_) if record.ten_thu_tuc.trim().is_empty() => fault("ten_thu_tuc is empty".to_owned()),
            Ok(code) => match lines.insert(code.clone(), number) {
                Some(other) => fault(format!("{code} is also on line {other}")),
                None => texts.push((code, record.texts())),
            },
        }
    }
    match (faults.is_empty(), texts.is_empty()) {
        (false, _) => Err(ImportRefused::Unreadable(faults)),
        (true, true) => Err(ImportRefused::Empty),
        (true, false) => Ok(texts),
    }
}
