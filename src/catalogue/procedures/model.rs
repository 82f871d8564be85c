//! Rows of `procedures`, their names and their texts.

use diesel::prelude::*;
use serde_json::Value;

use super::{Applicant, Level, Procedure};
use crate::{
    kernel::procedure_code::ProcedureCode,
    platform::db::schema::{procedure_names, procedure_texts, procedures},
};

#[derive(Debug, Insertable)]
#[diesel(table_name = procedures)]
pub struct NewProcedure<'a> {
    pub code: &'a str,
    pub name: &'a str,
    pub field: &'a str,
    pub levels: &'a [Level],
    pub applicants: &'a [Applicant],
    pub decision: &'a str,
    pub national: bool,
    pub results: &'a [String],
    pub listed: bool,
    pub service_slug: Option<&'a str>,
    pub offered_online: bool,
    /// People have words of their own for it.
    pub everyday: bool,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = procedure_names)]
pub struct NewName<'a> {
    pub code: &'a str,
    /// `list` or `service`.
    pub source: &'static str,
    pub official: bool,
    pub tokens: Vec<String>,
    pub acts: Vec<String>,
    pub size: i32,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = procedure_texts)]
pub struct NewTexts {
    pub code: ProcedureCode,
    pub texts: Value,
    pub digest: Vec<u8>,
}

/// A procedure with its texts, if it has any.
#[derive(Debug, Queryable)]
pub struct ProcedureRow {
    pub code: ProcedureCode,
    pub name: String,
    pub field: String,
    pub levels: Vec<Level>,
    pub applicants: Vec<Applicant>,
    pub decision: String,
    pub national: bool,
    pub results: Vec<String>,
    pub service_slug: Option<String>,
    pub texts: Option<Value>,
}

impl ProcedureRow {
    pub fn procedure(&self) -> Procedure {
        Procedure {
            code: self.code.clone(),
            name: self.name.clone(),
            field: self.field.clone(),
            levels: self.levels.clone(),
            applicants: self.applicants.clone(),
            decision: self.decision.clone(),
            national: self.national,
            results: self.results.clone(),
        }
    }
}
