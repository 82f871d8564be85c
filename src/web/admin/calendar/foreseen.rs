//! What a change of the calendar would do, seen before it is confirmed: the same part of every page that changes it.

use actix_web::HttpResponse;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::whose::Whose;
use crate::{
    calendar::{CalendarChange, ChangeRefused},
    dossiers::{self, CalendarRefused, CalendarWish, Recounted, Rules},
    kernel::{clock::Instant, places::admin::AdminPlace},
    platform::views::FlashKind,
    web::{
        answer::{Answer, Faults},
        extract::{AdminIn, Conn, FormPairs},
        shell::{Error, Visit, respond},
        words,
    },
};

/// So many dossiers are named; of the rest the number is told.
const NAMED: usize = 100;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForeseenView {
    /// `12 hồ sơ sẽ đổi ngày hẹn.`
    said: String,
    rows: Vec<MovedView>,
    more: String,
    /// What was looked at, so that nothing else is confirmed.
    seen: String,
    reason: Answer,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct MovedView {
    code: String,
    agency: String,
    before: String,
    after: String,
    paused: bool,
}

/// What comes of a posted form.
pub enum Step {
    Done(HttpResponse),
    /// The page is shown again.
    Show(ForeseenView),
    /// The calendar does not allow it.
    Refused(ChangeRefused),
}

/// Foresees the change; with `apply` makes it, if it is the one that was foreseen.
pub async fn step(
    admin: &AdminIn,
    conn: &mut Conn,
    rules: &Rules,
    whose: &Whose,
    change: &CalendarChange,
    form: &FormPairs,
    faults: &mut Faults<'_>,
) -> Result<Step, Error> {
    let open = conn.open().await?;
    let wish = CalendarWish { agency: whose.id(), change };
    let foreseen = match dossiers::foresee_calendar(open, rules, admin.now(), &wish).await {
        Ok(foreseen) => foreseen,
        Err(CalendarRefused::Change(refused)) => return Ok(Step::Refused(refused)),
        Err(other) => return Err(failed(other)),
    };
    let mut view = view(admin, &foreseen.moved);
    view.seen = format!("{} {}", foreseen.version, fingerprint(whose, change));
    view.reason = Answer::typed(form, "reason");
    if !form.has("apply") {
        return Ok(Step::Show(view));
    }
    if form.text("seen") != view.seen {
        view.reason.error = faults.note("foreseen", "calendar-changed-meanwhile");
        return Ok(Step::Show(view));
    }
    match dossiers::change_calendar(open, rules, admin.now(), admin.official(), &wish, foreseen.version, &view.reason.value).await {
        Ok(()) => {
            let count = i64::try_from(foreseen.moved.len()).unwrap_or(i64::MAX);
            let key = if foreseen.moved.is_empty() { "calendar-done" } else { "calendar-done-moving" };
            admin.say(FlashKind::Success, key, &[("count", count.into())]);
            Ok(Step::Done(respond::see_other_path(&whose.at(AdminPlace::Calendar, year_of(admin, change)))))
        }
        Err(CalendarRefused::NoReason) => {
            view.reason.error = faults.note("reason", "admin-reason-missing");
            Ok(Step::Show(view))
        }
        Err(CalendarRefused::Meanwhile) => {
            view.reason.error = faults.note("foreseen", "calendar-changed-meanwhile");
            Ok(Step::Show(view))
        }
        Err(CalendarRefused::Change(refused)) => Ok(Step::Refused(refused)),
        Err(other) => Err(failed(other)),
    }
}

fn failed(refused: CalendarRefused) -> Error {
    match refused {
        CalendarRefused::Db(error) => error.into(),
        other => Error::Internal(anyhow::Error::new(other)),
    }
}

fn year_of(visit: &Visit, change: &CalendarChange) -> i32 {
    use chrono::Datelike;
    match change {
        CalendarChange::Off { day, .. } => day.from.year(),
        CalendarChange::Remove { date } => date.year(),
        CalendarChange::Announced { year, .. } | CalendarChange::Year { year, .. } => *year,
        CalendarChange::Hours { .. } => visit.now().today().year(),
    }
}

fn fingerprint(whose: &Whose, change: &CalendarChange) -> String {
    let digest = Sha256::digest(format!("{} {change:?}", whose.code()));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn view(visit: &Visit, moved: &[Recounted]) -> ForeseenView {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    let said = match moved.len() {
        0 => visit.text("calendar-nobody-moves", &[]),
        count => visit.text("calendar-so-many-move", &[("count", number(count))]),
    };
    let moment = |at: Option<Instant>| at.map(words::moment).unwrap_or_default();
    let row = |one: &Recounted| MovedView {
        code: one.code.to_string(),
        agency: one.agency.clone(),
        before: moment(one.before),
        after: moment(one.after),
        paused: one.paused,
    };
    let rest = moved.len().saturating_sub(NAMED);
    ForeseenView {
        said,
        rows: moved.iter().take(NAMED).map(row).collect(),
        more: if rest == 0 { String::new() } else { visit.text("calendar-and-more", &[("count", number(rest))]) },
        ..ForeseenView::default()
    }
}

/// What is wrong, in words, with the box it belongs to.
pub fn refused(visit: &Visit, refused: &ChangeRefused) -> (&'static str, String) {
    let day = |date: &chrono::NaiveDate| [("date", words::day(*date).into())];
    match refused {
        ChangeRefused::Backwards => ("to", visit.text("calendar-refused-backwards", &[])),
        ChangeRefused::TooLong => ("to", visit.text("calendar-refused-long", &[])),
        ChangeRefused::AlreadyOff(date) => ("from", visit.text("calendar-refused-off", &day(date))),
        ChangeRefused::AlreadyWorked(date) => ("worked", visit.text("calendar-refused-worked", &day(date))),
        ChangeRefused::NothingThere => ("main", visit.text("calendar-refused-nothing-there", &[])),
        ChangeRefused::NoYear(year) => ("from", visit.text("calendar-refused-year", &[("year", i64::from(*year).into())])),
        ChangeRefused::Hours => ("morning-1", visit.text("calendar-refused-hours", &[])),
        ChangeRefused::NeverOpen => ("main", visit.text("calendar-refused-never-open", &[])),
        ChangeRefused::Nothing => ("main", visit.text("calendar-refused-nothing", &[])),
    }
}

/// As samples show it.
pub fn sample() -> ForeseenView {
    let row = |paused| MovedView {
        code: "H44.148-261123-0001".into(),
        agency: "UBND phường Việt Trì".into(),
        before: "27/11/2026, 09:00".into(),
        after: "30/11/2026, 09:00".into(),
        paused,
    };
    ForeseenView {
        said: "2 hồ sơ sẽ đổi ngày hẹn.".into(),
        rows: vec![row(false), row(true)],
        more: "và 12 hồ sơ khác".into(),
        seen: "1 abc".into(),
        reason: Answer::default(),
    }
}
