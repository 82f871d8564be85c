//! Việc tiếp theo: the dossier that leaves the least room, and why.

use std::cmp::Reverse;

use super::{model::Urgent, queries};
use crate::{
    dossiers::{Rules, rules::Unknown},
    kernel::{
        actor::Official,
        clock::{Instant, Now},
        dossier_code::DossierCode,
    },
    platform::db::{Conn, DbResult},
    workflow::{Status, StepKey, StepKind, Workflow},
};

/// Minutes are of working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTask {
    pub code: DossierCode,
    pub applicant_name: String,
    pub service_name: String,
    pub step_name: Option<String>,
    /// The return date; before acceptance the time by which to answer.
    pub due_at: Instant,
    pub is_answer: bool,
    /// Until it is due; negative when it is late.
    pub minutes_left: i64,
    /// What this step and those after it take.
    pub minutes_needed: i64,
}

impl NextTask {
    /// What remains when all steps take the time they are given.
    pub const fn slack(&self) -> i64 {
        self.minutes_left - self.minutes_needed
    }
}

/// Within one service and step the first to be due has the least slack, so that only those are compared.
pub async fn task(conn: &mut Conn, rules: &Rules, now: Now, official: &Official) -> DbResult<Option<NextTask>> {
    let first_of_each = queries::most_urgent(conn, official).await?;
    let tasks =
        first_of_each.into_iter().filter_map(|row| weigh(rules, now, row).transpose()).collect::<Result<Vec<NextTask>, Unknown>>()?;
    Ok(tasks.into_iter().min_by_key(|task| (task.slack(), task.due_at, Reverse(task.minutes_needed))))
}

fn weigh(rules: &Rules, now: Now, row: Urgent) -> Result<Option<NextTask>, Unknown> {
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let (workflow, key) = (&version.definition.workflow, row.step_key.as_deref().map(StepKey::new));
    let (Some(code), Some(key)) = (row.code, key) else { return Ok(None) };
    let is_answer = !matches!(row.status, Status::Accepted | Status::Processing);
    let step = workflow.step(&key);
    let minutes_needed = if is_answer { 0 } else { still_needed(workflow, &key) };
    Ok(Some(NextTask {
        applicant_name: row.applicant_name,
        service_name: version.definition.name.vi.clone(),
        step_name: step.map(|step| step.name.clone()),
        due_at: row.queue_due,
        is_answer,
        minutes_left: rules.calendar(agency).working_minutes(now.instant(), row.queue_due),
        minutes_needed,
        code,
    }))
}

/// The result stands ready before it is handed over.
fn still_needed(workflow: &Workflow, from: &StepKey) -> i64 {
    let ahead = workflow.steps.iter().skip_while(|step| step.key != *from).filter(|step| step.kind != StepKind::Return);
    ahead.map(|step| step.hours.in_minutes()).sum()
}
