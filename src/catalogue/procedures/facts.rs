//! The administrator's list of procedures: `config/catalogue/procedures.csv` and `synonyms.toml`.

use std::collections::HashMap;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::{
    catalogue::search::Wording,
    kernel::{procedure_code::ProcedureCode, text},
    platform::config::{ConfigFolder, ConfigFolderError},
};

crate::text_enum!(
    /// Cấp thực hiện. There are no districts any more.
    Level { Commune = "commune", Province = "province", Ministry = "ministry", Other = "other" }
);

crate::text_enum!(
    /// Đối tượng thực hiện, as the national database divides them.
    Applicant {
        Citizen = "citizen",
        /// Người Việt Nam định cư ở nước ngoài.
        Overseas = "overseas",
        Foreigner = "foreigner",
        Enterprise = "enterprise",
        ForeignEnterprise = "foreign_enterprise",
        Cooperative = "cooperative",
        Organisation = "organisation",
        ForeignOrganisation = "foreign_organisation",
        /// Cán bộ, công chức, viên chức.
        Official = "official",
        PartyMember = "party_member",
        Party = "party",
    }
);

crate::text_enum!(
    /// For whom somebody looks for a procedure.
    Audience { People = "people", Business = "business", Organisations = "organisations", Foreigners = "foreigners" }
);

impl Audience {
    pub const fn applicants(self) -> &'static [Applicant] {
        match self {
            Self::People => &[Applicant::Citizen],
            Self::Business => &[Applicant::Enterprise, Applicant::ForeignEnterprise, Applicant::Cooperative],
            Self::Organisations => &[Applicant::Organisation, Applicant::ForeignOrganisation],
            Self::Foreigners => &[Applicant::Foreigner, Applicant::Overseas],
        }
    }
}

/// The facts of one procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    pub code: ProcedureCode,
    pub name: String,
    pub field: String,
    pub levels: Vec<Level>,
    pub applicants: Vec<Applicant>,
    /// Decision that publishes it; may be empty.
    pub decision: String,
    /// Can be handed in on the National Portal.
    pub national: bool,
    pub results: Vec<String>,
}

/// Everything that the two files say.
#[derive(Debug, Clone, Default)]
pub struct ProcedureList {
    pub procedures: Vec<Procedure>,
    pub(super) wording: Wording,
    pub(super) wording_text: String,
    pub(super) digest: Vec<u8>,
}

/// Something that cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", .line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct ListFault {
    pub file: String,
    pub line: Option<u64>,
    pub reason: String,
}

const LIST: &str = "catalogue/procedures.csv";
const WORDING: &str = "catalogue/synonyms.toml";

/// Another program enters the same list differently: raise it when `search::syllables` or the columns change.
const CUT: &[u8] = b"2";

#[derive(Debug, Deserialize)]
struct Row {
    code: String,
    name: String,
    field: String,
    levels: String,
    applicants: String,
    decision: String,
    online: String,
    results: String,
    #[serde(rename = "result_codes")]
    _result_codes: String,
}

/// Reads both files; every fault is told.
pub fn read_list(folder: &ConfigFolder) -> Result<ProcedureList, Vec<ListFault>> {
    let mut faults = Vec::new();
    let mut read = |file: &str| {
        folder.read(file).unwrap_or_else(|error: ConfigFolderError| {
            faults.push(ListFault { file: file.to_owned(), line: None, reason: error.to_string() });
            String::new()
        })
    };
    let (list, wording_text) = (read(LIST), read(WORDING));
    let mut all = ProcedureList { digest: digest(&list, &wording_text), ..ProcedureList::default() };
    let lines = all.read_rows(&list, &folder.describe(LIST), &mut faults);
    let at = folder.describe(WORDING);
    match Wording::read(&wording_text) {
        Err(reason) => faults.push(ListFault { file: at, line: None, reason }),
        Ok(wording) => {
            faults.extend(unknown_names(&wording, &lines, &wording_text, &at));
            all.wording = wording;
        }
    }
    all.wording_text = wording_text;
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

fn digest(list: &str, wording: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    [CUT, list.as_bytes(), wording.as_bytes()].into_iter().for_each(|part| {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    });
    hasher.finalize().to_vec()
}

impl ProcedureList {
    /// Reads the rows; answers on which line each code stands.
    fn read_rows(&mut self, text: &str, file: &str, faults: &mut Vec<ListFault>) -> HashMap<String, u64> {
        let mut lines: HashMap<String, u64> = HashMap::new();
        let mut fault = |line: Option<u64>, reason: String| faults.push(ListFault { file: file.to_owned(), line, reason });
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    fault(error.position().map(csv::Position::line), "the row does not have as many cells as the first".to_owned());
                    continue;
                }
            };
            let line = record.position().map(csv::Position::line);
            let procedure = record.deserialize::<Row>(Some(&headers)).map_err(|error| error.to_string()).and_then(Row::read);
            match procedure {
                Err(reason) => fault(line, reason),
                Ok(procedure) => match lines.insert(procedure.code.to_string(), line.unwrap_or_default()) {
                    Some(other) => fault(line, format!("{} is also on line {other}", procedure.code)),
                    None => self.procedures.push(procedure),
                },
            }
        }
        if text.lines().count() < 2 {
            fault(None, "there is no procedure".to_owned());
        }
        lines
    }
}

impl Row {
    fn read(self) -> Result<Procedure, String> {
        let words = |cell: &str, what: &str| -> Result<String, String> {
            let cell = text::line(cell);
            if cell.is_empty() { Err(format!("{what} is empty")) } else { Ok(cell) }
        };
        let set = |cell: &str| cell.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let levels =
            set(&self.levels).iter().map(|word| word.parse().map_err(|e| format!("levels: {e}"))).collect::<Result<Vec<Level>, _>>()?;
        let applicants =
            set(&self.applicants).iter().map(|word| word.parse().map_err(|e| format!("applicants: {e}"))).collect::<Result<_, _>>()?;
        if levels.is_empty() {
            return Err("levels is empty".to_owned());
        }
        Ok(Procedure {
            code: self.code.parse().map_err(|error| format!("code `{}`: {error}", self.code))?,
            name: words(&self.name, "name")?,
            field: words(&self.field, "field")?,
            levels,
            applicants,
            decision: text::line(&self.decision),
            national: match self.online.as_str() {
                "" => false,
                "national" => true,
                other => return Err(format!("online is `national` or empty, not `{other}`")),
            },
            results: self.results.split("; ").map(text::line).filter(|result| !result.is_empty()).collect(),
        })
    }
}

/// Names and events are given only to procedures of the list.
fn unknown_names(wording: &Wording, listed: &HashMap<String, u64>, text: &str, file: &str) -> Vec<ListFault> {
    let line_of = |code: &str| {
        let at = text.lines().position(|line| line.contains(&format!("\"{code}\"")));
        at.and_then(|at| u64::try_from(at + 1).ok())
    };
    let named = wording.names.keys().chain(wording.events.values().flatten());
    let unknown = named.filter(|code| !listed.contains_key(*code));
    let fault =
        |code: &String| ListFault { file: file.to_owned(), line: line_of(code), reason: format!("{code} is no procedure of the list") };
    unknown.map(fault).collect()
}
