//! A dossier of any service, led through its steps by people who have exactly the role of the step.

use chrono::TimeDelta;
use motcua::{
    catalogue::{Example, ExampleOutcome, ServiceVersion, read_examples, read_files},
    dossiers::{
        self, ActRefused, Done, IssuedResult, LockVersion, Receiver, ResultSource, Rules, Seen, SubmissionKey, TypedPage, Workbench,
    },
    kernel::{
        actor::{Citizen, Membership, Official, Role},
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId},
    },
    platform::db::Conn,
    workflow::{Status, StepKind},
};

use super::people::{citizen, official, pdf};
use crate::support::{TestPortal, test_config};

/// A dossier on its road.
pub struct Road<'a> {
    pub portal: &'a TestPortal,
    pub rules: &'a Rules,
    pub owner: Citizen,
    somebody: Official,
    pub agency: AgencyId,
    pub code: DossierCode,
    pub id: DossierId,
}

/// The first example of a service that must pass.
pub fn passing(slug: &str) -> Option<Example> {
    let files = read_files(&test_config().folder).expect("the files of the services");
    let examples = read_examples(&files, slug).into_iter().filter_map(|(_, example)| example.ok());
    examples.into_iter().find(|example| example.expect.outcome == ExampleOutcome::Accepted)
}

impl<'a> Road<'a> {
    /// Submitted, with every answer of the example and a file for every document that is called for.
    pub async fn submitted(portal: &'a TestPortal, conn: &mut Conn, version: &ServiceVersion, example: &Example) -> Self {
        let (rules, now) = (&portal.rules, portal.now());
        let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
        let id = dossiers::start_draft(conn, rules, now, &owner, version.slug()).await.expect("a draft");
        let wanted = rules.agencies.by_place_code(example.expect.commune.as_deref().unwrap_or("07900"));
        let competent = |agency: &&motcua::agencies::Agency| dossiers::handles(agency, &version.definition);
        let agency = wanted.filter(competent).or_else(|| rules.agencies.iter().find(competent)).expect("a competent agency").id;
        dossiers::choose_agency(conn, rules, now, &owner, id, agency).await.expect("competent");
        let mut seen: LockVersion = "0".parse().expect("a number");
        for page in &version.definition.pages {
            let typed = TypedPage { dossier: id, page, pairs: &example.posted(), seen };
            seen = dossiers::save_answers(conn, rules, now, &owner, &typed).await.expect("saved").version;
        }
        let draft = dossiers::draft(conn, rules, now, &owner, id).await.expect("readable").expect("a draft");
        for document in draft.documents.into_iter().filter(|document| document.required) {
            dossiers::attach(conn, rules, now, &owner, id, &pdf(portal, &document.key).await).await.expect("attached");
        }
        let code = dossiers::submit(conn, rules, now, &owner, id, SubmissionKey::new()).await.expect("submitted").code;
        let somebody = official(conn, "motcua.viettri").await;
        Self { portal, rules, owner, somebody, agency, code, id }
    }

    /// Somebody who is nothing but this, there where the dossier is.
    pub fn only(&self, role: Role) -> Official {
        Official { memberships: vec![Membership { agency: self.agency, role }], ..self.somebody.clone() }
    }

    pub async fn bench(&self, conn: &mut Conn, role: Role) -> Workbench {
        let found = dossiers::workbench(conn, self.rules, self.portal.now(), &self.only(role), &self.code).await;
        found.expect("readable").expect("visible")
    }

    pub async fn seen(&self, conn: &mut Conn) -> Seen {
        Seen { code: self.code.clone(), version: self.bench(conn, Role::ReceptionOfficer).await.facts.version }
    }

    /// The role whose turn it is.
    pub async fn turn(&self, conn: &mut Conn) -> Role {
        let step = self.bench(conn, Role::ReceptionOfficer).await.facts.step;
        step.expect("an open dossier").role
    }

    /// What usually comes next, by whoever's turn it is; an hour later.
    pub async fn step(&self, conn: &mut Conn) -> Result<Done, ActRefused> {
        self.portal.wait(TimeDelta::hours(1));
        let (rules, now) = (self.rules, self.portal.now());
        let bench = self.bench(conn, Role::ReceptionOfficer).await;
        let (status, step) = (bench.facts.status, bench.facts.step.expect("an open dossier"));
        let (who, seen) = (self.only(step.role), Seen { code: self.code.clone(), version: bench.facts.version });
        match (status, step.kind) {
            (Status::Registered, _) => dossiers::accept(conn, rules, now, &who, &seen).await,
            (Status::SupplementRequested, _) => dossiers::complete_supplement(conn, rules, now, &who, &seen).await,
            (Status::Finished, _) => {
                let receiver = Receiver { name: "Nguyễn Văn Mẫu".into(), id_paper: "025190000001".into() };
                dossiers::return_result(conn, rules, now, &who, &seen, &receiver).await
            }
            (_, StepKind::Confirm) => dossiers::confirm_draft(conn, rules, now, &self.owner, &seen).await,
            (_, StepKind::Sign) => dossiers::approve(conn, rules, now, &who, &seen, "").await,
            (_, StepKind::Issue) => {
                let result = IssuedResult {
                    number: "12/2026".into(),
                    issued_on: Some(now.today()),
                    signer: "Hoàng Văn Ký".into(),
                    summary: "Kết quả giải quyết".into(),
                    source: Some(ResultSource::Uploaded(pdf(self.portal, "result").await)),
                };
                dossiers::issue_result(conn, rules, now, &who, &seen, &result).await
            }
            _ => dossiers::forward(conn, rules, now, &who, &seen, "Kính chuyển").await,
        }
    }

    /// Step after step until it stands so; the steps it passed.
    pub async fn until(&self, conn: &mut Conn, status: Status) -> usize {
        for passed in 0..30 {
            if self.bench(conn, Role::ReceptionOfficer).await.facts.status == status {
                return passed;
            }
            self.step(conn).await.unwrap_or_else(|refused| panic!("{}: {refused}", self.code));
        }
        panic!("{} never becomes {status}", self.code)
    }
}

/// So many days from today, or the next day on which the office works.
pub fn working_day(road: &Road<'_>, days: i64) -> chrono::NaiveDate {
    let agency = road.rules.agencies.get(road.agency).expect("an agency");
    let calendar = road.rules.calendars.of(Some(&agency.code));
    let day = road.portal.now().today() + TimeDelta::days(days);
    if calendar.is_working_day(day) { day } else { calendar.next_working_day(day) }
}
