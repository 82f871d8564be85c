//! Jobs that failed for good: why, and the two ways on, each for a reason.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    kernel::{ids::JobId, places::Place, places::admin::AdminPlace},
    oversight::{self, JobActRefused},
    platform::{
        queue::DeadJob,
        views::{FlashKind, Page},
    },
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct JobsPage {
    side: Vec<SideGroup>,
    jobs: Vec<JobView>,
}

#[derive(Debug, Serialize)]
struct JobView {
    id: String,
    action: String,
    kind: String,
    payload: String,
    attempts: i32,
    error: String,
    at: String,
}

impl Page for JobsPage {
    const TEMPLATE: &'static str = "admin/oversight/jobs.html";

    fn samples() -> Vec<Self> {
        let job = JobView {
            id: "01900000".into(),
            action: "/quan-tri/viec-nen/01900000".into(),
            kind: "deliver_notice".into(),
            payload: "{}".into(),
            attempts: 10,
            error: "máy chủ thư không trả lời".into(),
            at: "23/11/2026, 09:00".into(),
        };
        vec![Self { side: side::sample(), jobs: vec![job] }, Self { side: side::sample(), jobs: Vec::new() }]
    }
}

/// `GET /quan-tri/viec-nen`
pub async fn show(admin: SystemAdminIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let jobs = oversight::failed_jobs(conn.open().await?).await?;
    conn.close();
    respond::page(&admin, &JobsPage { side: side(&admin, &AdminPlace::Jobs), jobs: jobs.into_iter().map(view).collect() })
}

/// `POST /quan-tri/viec-nen/{id}`: `retry` or `give-up`, with a reason.
pub async fn act(admin: SystemAdminIn, mut conn: Conn, id: Path<JobId>, form: FormPairs) -> Result<HttpResponse, Error> {
    let (open, reason) = (conn.open().await?, form.text("reason"));
    let (done, told) = if form.has("give-up") {
        (oversight::give_up_job(open, admin.now(), admin.official(), id.0, reason).await, "jobs-given-up")
    } else {
        (oversight::retry_job(open, admin.now(), admin.official(), id.0, reason).await, "jobs-retried")
    };
    let here = Place::Admin(AdminPlace::Jobs);
    match done {
        Ok(()) => admin.say(FlashKind::Success, told, &[]),
        Err(JobActRefused::NoReason) => return Err(Error::refused(admin.text("admin-reason-missing", &[]), here)),
        Err(JobActRefused::NotFound) => return Err(Error::NotFound),
        Err(JobActRefused::Db(error)) => return Err(error.into()),
    }
    Ok(respond::see_other(&here))
}

fn view(job: DeadJob) -> JobView {
    JobView {
        id: job.id.to_string(),
        action: Place::Admin(AdminPlace::Job(job.id.to_string())).path(),
        kind: job.kind,
        payload: job.payload.to_string(),
        attempts: job.attempts,
        error: job.last_error.unwrap_or_default(),
        at: job.dead_at.map(words::moment).unwrap_or_default(),
    }
}
