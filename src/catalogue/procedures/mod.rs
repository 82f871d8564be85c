//! Every national procedure that communes, provinces and ministries handle, not only those offered
//! here: facts from the administrator's list (`config/catalogue/procedures.csv`), long texts from the
//! national database where somebody imported them.
//!
//! A procedure that is a service of this portal points to it; of the others the portal says what it
//! knows and where to go. Long texts are shown as the national database has them, never as law.

mod entering;
mod facts;
mod import;
pub(super) mod model;
mod national;

pub(super) use entering::enter_services;
pub use entering::{EnterRefused, Entered, enter};
pub use facts::{Applicant, Audience, Level, ListFault, Procedure, ProcedureList, read_list};
pub use import::{ImportRefused, Imported, LineFault, import};
pub use national::{DocumentGroup, NationalTexts, NeededDocument, Way};

use super::{Catalogue, queries};
use crate::{
    kernel::procedure_code::ProcedureCode,
    platform::db::{Conn, DbResult},
};

/// What the portal can tell about a procedure.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcedurePage {
    pub procedure: Procedure,
    /// The service of this portal, if it is, or was, one.
    pub service: Option<String>,
    pub texts: Option<NationalTexts>,
}

/// One procedure with its texts, by one statement.
pub async fn procedure(conn: &mut Conn, code: &ProcedureCode) -> DbResult<Option<ProcedurePage>> {
    Ok(queries::procedure(conn, code).await?.map(|row| ProcedurePage {
        procedure: row.procedure(),
        service: row.service_slug,
        // What an older program has written differently is as if it were not there: importing again mends it.
        texts: row.texts.and_then(|texts| serde_json::from_value(texts).ok()),
    }))
}

/// How many procedures of a field there are, and how many of them can be handed in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldCount {
    pub field: String,
    pub procedures: u32,
}

/// The public figure: of the procedures that communes and the province handle, those offered here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offer {
    pub online: u32,
    pub all: u32,
}

impl Offer {
    /// In tenths of a percent, rounded down: never more than is true.
    pub fn permille(self) -> u32 {
        (self.online * 1000).checked_div(self.all).unwrap_or_default()
    }
}

impl Catalogue {
    /// Fields of all procedures, in the order of a Vietnamese dictionary.
    pub fn fields(&self) -> &[FieldCount] {
        &self.overview().fields
    }

    pub fn offer(&self) -> Offer {
        self.overview().offer
    }

    /// How many procedures the portal knows.
    pub fn known_procedures(&self) -> u32 {
        self.fields().iter().map(|field| field.procedures).sum()
    }
}

/// What pages show of the whole list, kept in memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Overview {
    fields: Vec<FieldCount>,
    offer: Offer,
}

impl Overview {
    pub async fn load(conn: &mut Conn) -> DbResult<Self> {
        let rows = queries::counts_by_field(conn).await?;
        let number = |count: i64| u32::try_from(count).unwrap_or_default();
        let offer =
            rows.iter().fold(Offer::default(), |sum, row| Offer { online: sum.online + number(row.2), all: sum.all + number(row.3) });
        let mut fields: Vec<FieldCount> = rows.into_iter().map(|row| FieldCount { field: row.0, procedures: number(row.1) }).collect();
        fields.sort_by_cached_key(|field| crate::kernel::collation::vietnamese_order(&field.field));
        Ok(Self { fields, offer })
    }
}
