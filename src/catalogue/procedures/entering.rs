//! Entering the list, and the services of this portal among its procedures. Doing it again changes nothing.

use super::{
    Applicant, Level, Procedure, ProcedureList,
    model::{NewName, NewProcedure},
};
use crate::{
    catalogue::{
        HandlingLevel, OnlineLevel, ServiceDefinition, queries,
        search::{Wording, code_token},
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

#[derive(Debug, thiserror::Error)]
pub enum EnterRefused {
    #[error("the wording in the database cannot be read: {0}")]
    Wording(String),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entered {
    /// Procedures of the list, if it was a new one.
    pub procedures: usize,
    pub unchanged: bool,
}

/// Enters the list unless it is the one entered last: a start with an unchanged list costs one statement.
pub async fn enter(conn: &mut Conn, list: &ProcedureList) -> DbResult<Entered> {
    conn.transaction(async |conn| {
        if queries::last_list(conn).await?.is_some_and(|last| last.0 == list.digest) {
            return Ok(Entered { unchanged: true, ..Entered::default() });
        }
        queries::note_list(conn, &list.digest, &list.wording_text).await?;
        let rows: Vec<NewProcedure<'_>> = list.procedures.iter().map(|procedure| row(procedure, &list.wording)).collect();
        queries::enter_procedures(conn, &rows).await?;
        queries::forget_others(conn, &list.procedures.iter().map(|procedure| procedure.code.as_str()).collect::<Vec<_>>()).await?;
        let names = list.procedures.iter().flat_map(|procedure| names(procedure, &list.wording)).collect::<Vec<_>>();
        queries::replace_names(conn, "list", None, names).await?;
        queries::look_again(conn).await?;
        Ok(Entered { procedures: list.procedures.len(), unchanged: false })
    })
    .await
}

fn row<'a>(procedure: &'a Procedure, wording: &Wording) -> NewProcedure<'a> {
    NewProcedure {
        code: procedure.code.as_str(),
        name: &procedure.name,
        field: &procedure.field,
        levels: &procedure.levels,
        applicants: &procedure.applicants,
        decision: &procedure.decision,
        national: procedure.national,
        results: &procedure.results,
        listed: true,
        service_slug: None,
        offered_online: false,
        everyday: wording.names.contains_key(procedure.code.as_str()),
    }
}

/// The official name, found by the code too, and what people call it.
fn names<'a>(procedure: &'a Procedure, wording: &Wording) -> Vec<NewName<'a>> {
    let code = procedure.code.as_str();
    let called = wording.names.get(code).into_iter().flatten();
    let others = called.filter_map(|name| indexed(code, "list", false, name, "", wording));
    indexed(code, "list", true, &procedure.name, &procedure.field, wording).into_iter().chain(others).collect()
}

fn indexed<'a>(code: &'a str, source: &'static str, official: bool, name: &str, field: &str, wording: &Wording) -> Option<NewName<'a>> {
    let mut cut = wording.index(name, field)?;
    if official {
        cut.tokens.push(code_token(code));
    }
    Some(NewName { code, source, official, tokens: cut.tokens, acts: cut.acts, size: cut.size })
}

/// The procedures that are services of this portal, with the words of their folders. Part of the
/// publication's transaction.
pub(in crate::catalogue) async fn enter_services(conn: &mut Conn, services: &[&ServiceDefinition]) -> Result<(), EnterRefused> {
    let wording = match queries::last_list(conn).await? {
        Some((_, text)) => Wording::read(&text).map_err(EnterRefused::Wording)?,
        None => Wording::default(),
    };
    let facts: Vec<Facts> = services.iter().map(|service| Facts::of(service)).collect();
    let rows: Vec<NewProcedure<'_>> = services.iter().zip(&facts).map(|(service, facts)| facts.row(service)).collect();
    queries::enter_service_procedures(conn, &rows).await?;
    let names: Vec<NewName<'_>> = services.iter().flat_map(|service| service_names(service, &wording)).collect();
    let codes: Vec<&str> = services.iter().map(|service| service.code.as_str()).collect();
    queries::replace_names(conn, "service", Some(&codes), names).await?;
    Ok(())
}

/// What a row borrows.
struct Facts {
    levels: Vec<Level>,
    applicants: Vec<Applicant>,
    results: Vec<String>,
}

impl Facts {
    fn of(service: &ServiceDefinition) -> Self {
        let level = match service.handled_by {
            HandlingLevel::Commune => Level::Commune,
            HandlingLevel::Province => Level::Province,
        };
        Self {
            levels: vec![level],
            applicants: service.applicants.iter().filter_map(|words| applicant(&words.vi)).collect(),
            results: service.results.iter().map(|result| result.name.vi.clone()).collect(),
        }
    }

    fn row<'a>(&'a self, service: &'a ServiceDefinition) -> NewProcedure<'a> {
        NewProcedure {
            code: &service.code,
            name: &service.name.vi,
            field: &service.field,
            levels: &self.levels,
            applicants: &self.applicants,
            decision: &service.decision,
            national: false,
            results: &self.results,
            listed: false,
            service_slug: Some(&service.slug),
            offered_online: service.online != OnlineLevel::InfoOnly,
            everyday: true,
        }
    }
}

/// The words of the national database for who may apply.
fn applicant(words: &str) -> Option<Applicant> {
    let known = [
        ("Công dân Việt Nam", Applicant::Citizen),
        ("Người Việt Nam định cư ở nước ngoài", Applicant::Overseas),
        ("Người nước ngoài", Applicant::Foreigner),
        ("Doanh nghiệp", Applicant::Enterprise),
        ("Hợp tác xã", Applicant::Cooperative),
        ("Tổ chức", Applicant::Organisation),
        ("Cán bộ", Applicant::Official),
        ("Hộ", Applicant::Citizen),
        ("Cá nhân", Applicant::Citizen),
    ];
    known.into_iter().find(|(beginning, _)| words.starts_with(beginning)).map(|(_, applicant)| applicant)
}

fn service_names<'a>(service: &'a ServiceDefinition, wording: &Wording) -> Vec<NewName<'a>> {
    let official = indexed(&service.code, "service", true, &service.name.vi, &service.field, wording);
    let spoken = [Some(&service.task.vi), service.task.en.as_ref(), service.name.en.as_ref()].into_iter().flatten();
    let others = spoken.chain(&service.keywords).filter_map(|name| indexed(&service.code, "service", false, name, "", wording));
    official.into_iter().chain(others).collect()
}
