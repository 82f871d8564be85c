//! Việc tiếp theo, in words.

use serde::Serialize;

use crate::{
    dossiers::NextTask,
    kernel::places::Place,
    web::{shell::Visit, words},
};

#[derive(Debug, Serialize)]
pub struct TaskView {
    href: String,
    code: String,
    applicant: String,
    what: String,
    why: String,
    kind: &'static str,
}

impl TaskView {
    pub fn of(visit: &Visit, task: &NextTask) -> Self {
        let what = match &task.step_name {
            Some(step) => format!("{} – {step}", task.service_name),
            None => task.service_name.clone(),
        };
        Self {
            href: Place::Workbench(task.code.clone()).path(),
            code: task.code.to_string(),
            applicant: task.applicant_name.clone(),
            what,
            why: why(visit, task),
            kind: if task.minutes_left < 0 { "late" } else { "soon" },
        }
    }

    pub fn sample() -> Self {
        Self {
            href: "/can-bo/ho-so/H44.101-261123-0001".into(),
            code: "H44.101-261123-0001".into(),
            applicant: "Nguyễn Thị Hồng Mẫu".into(),
            what: "Cấp Giấy xác nhận tình trạng hôn nhân – Thẩm tra, dự thảo".into(),
            why: "Còn 2 giờ làm việc.".into(),
            kind: "soon",
        }
    }
}

fn why(visit: &Visit, task: &NextTask) -> String {
    let span = |minutes: i64| words::working_time(minutes, visit.lang());
    let (due, left) = (words::moment(task.due_at), span(task.minutes_left));
    if task.minutes_left < 0 {
        return visit.text("task-late", &[("late", span(-task.minutes_left).into()), ("due", due.into())]);
    }
    if task.is_answer {
        return visit.text("task-answer", &[("due", due.into()), ("left", left.into())]);
    }
    let key = if task.slack() < 0 { "task-short" } else { "task-slack" };
    let (needed, slack) = (span(task.minutes_needed), span(task.slack().abs()));
    visit.text(key, &[("due", due.into()), ("left", left.into()), ("needed", needed.into()), ("slack", slack.into())])
}
