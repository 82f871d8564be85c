//! From rows to what people read: shared by the pages of one dossier and by the lists.

use chrono::NaiveDate;

use super::facts::{AnswerRow, AnswerSection, Applicant, Deadline, DossierFacts, PaperFacts, ResultFacts, StepFacts};
use crate::{
    agencies::Agency,
    calendar::{ClockEntry, DayLine, Ledger, Progress, Standing},
    catalogue::ServiceVersion,
    documents::PaperRecord,
    dossiers::{
        LockVersion, Rules,
        model::{EventRow, Row},
        result::last_result,
        rules::Unknown,
    },
    forms::Answers,
    kernel::{
        clock::{Instant, Now, local},
        lang::Lang,
        money::Money,
    },
    platform::db::{DbError, DbResult},
    workflow::{ClockRuns, Status, Step},
};

impl From<Unknown> for DbError {
    fn from(unknown: Unknown) -> Self {
        Self::DeserializationError(Box::new(unknown))
    }
}

/// The times against which a dossier is measured.
pub struct Times {
    pub status: Status,
    pub due_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    pub finished_at: Option<Instant>,
}

impl From<&Row> for Times {
    fn from(row: &Row) -> Self {
        Self { status: row.status, due_at: row.due_at, step_due_at: row.step_due_at, finished_at: row.finished_at }
    }
}

pub fn deadline(rules: &Rules, agency: &Agency, now: Now, times: &Times) -> Deadline {
    let calendar = rules.calendar(agency);
    let standing = match times.status.clock() {
        ClockRuns::NotYet => times.step_due_at.map(|due| calendar.standing(now, due, Progress::Running)),
        ClockRuns::Runs if times.due_at.is_none() => Some(Standing::Paused),
        ClockRuns::Runs => times.due_at.map(|due| calendar.standing(now, due, Progress::Running)),
        ClockRuns::Paused => Some(Standing::Paused),
        ClockRuns::Over if matches!(times.status, Status::Finished | Status::Returned) => {
            times.due_at.zip(times.finished_at).map(|(due, at)| calendar.standing(now, due, Progress::Finished(at)))
        }
        ClockRuns::Over => None,
    };
    Deadline { due_at: times.due_at, step_due_at: times.step_due_at, standing }
}

pub fn step_facts(step: &Step, lang: Lang) -> StepFacts {
    StepFacts {
        key: step.key.clone(),
        kind: step.kind,
        name: step.name.clone(),
        public_name: step.public_name_in(lang).to_owned(),
        role: step.role,
    }
}

/// Vì sao ngày này: the days that were counted last. While the clock stands still there is no date
/// to explain.
pub fn due_explained(rules: &Rules, (row, version, agency): (&Row, &ServiceVersion, &Agency), ledger: Vec<ClockEntry>) -> Vec<DayLine> {
    let (Some(_), Some(_)) = (row.accepted_at, row.due_at) else { return Vec::new() };
    let (calendar, limit) = (rules.calendar(agency), version.deadline(&Answers::from_json(row.answers.clone()), received_on(row)));
    let ledger = Ledger::new(limit, ledger);
    let lines = ledger.explain(calendar).into_iter().rev().map(|line| line.days).find(|days| !days.is_empty());
    lines.unwrap_or_default()
}

/// The local day by which law is dated.
pub fn received_on(row: &Row) -> NaiveDate {
    local(row.submitted_at.unwrap_or(row.updated_at)).date_naive()
}

pub fn facts(
    rules: &Rules,
    now: Now,
    (row, version, agency): (&Row, &ServiceVersion, &Agency),
    due_explained: Vec<DayLine>,
) -> DbResult<DossierFacts> {
    let definition = &version.definition;
    let step = row.step().and_then(|key| definition.workflow.step(&key).map(|step| step_facts(step, rules.lang)));
    Ok(DossierFacts {
        id: row.id,
        code: row.code.clone().ok_or(DbError::NotFound)?,
        version: LockVersion(row.lock_version),
        service_slug: version.slug().to_owned(),
        service_code: version.code().to_owned(),
        service_name: definition.name.get(rules.lang).to_owned(),
        service_version: version.id,
        agency: agency.id,
        agency_name: agency.short_authority(),
        agency_address: agency.address.clone(),
        agency_phone: agency.phone.clone(),
        status: row.status,
        decision: row.decision,
        step,
        channel: row.channel,
        applicant: Applicant {
            name: row.applicant_name.clone(),
            phone: row.applicant_phone.clone(),
            email: row.applicant_email.clone(),
            personal_id: row.applicant_personal_id.clone(),
        },
        owner: version.owner(&Answers::from_json(row.answers.clone()), received_on(row)),
        subject: row.subject.clone(),
        return_method: row.return_method,
        fee: Money::dong(row.fee),
        submitted_at: row.submitted_at.ok_or(DbError::NotFound)?,
        accepted_at: row.accepted_at,
        finished_at: row.finished_at,
        returned_at: row.returned_at,
        deadline: deadline(rules, agency, now, &row.into()),
        due_explained,
        has_news: row.has_news,
    })
}

pub fn sections(version: &ServiceVersion, answers: &Answers, today: NaiveDate, lang: Lang) -> Vec<AnswerSection> {
    let section = |section: crate::forms::SummarySection| AnswerSection {
        title: section.title,
        page: section.page,
        rows: section.rows.into_iter().map(|row| AnswerRow { key: row.field, label: row.label, value: row.value }).collect(),
    };
    version.form.summary(answers, today, lang).into_iter().map(section).collect()
}

pub fn papers(records: Vec<PaperRecord>) -> Vec<PaperFacts> {
    let paper = |record: PaperRecord| PaperFacts {
        id: record.id,
        kind: record.kind,
        title: record.title,
        doc_number: record.doc_number,
        check_code: record.check_code,
        issued_at: record.issued_at,
    };
    records.into_iter().filter(|record| record.revoked_at.is_none()).map(paper).collect()
}

pub fn result(events: &[EventRow]) -> Option<ResultFacts> {
    last_result(events).map(|(note, issued_at)| ResultFacts { note, issued_at })
}
