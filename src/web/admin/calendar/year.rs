//! Lịch làm việc: a year as twelve months, its days off and office hours, of everybody or of one agency.

use actix_web::{HttpResponse, web};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::whose::Whose;
use crate::{
    calendar::{self, Calendar, CalendarBook, CalendarChanged, DayOffKind, OffEntry},
    dossiers::Rules,
    kernel::places::{Place, admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::{
            calendar::hours_words,
            organisation::scope,
            side::{self, SideGroup, side_of},
        },
        extract::{AdminIn, Conn, Query},
        shell::{Error, Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub struct YearPage {
    side: Vec<SideGroup>,
    whose: String,
    code: String,
    /// Other calendars that may be looked at.
    agencies: Vec<OptionView>,
    year: i32,
    before: String,
    after: String,
    /// What to mind: a year without days off, days that are only expected.
    unknown: bool,
    provisional: bool,
    source: String,
    months: Vec<MonthView>,
    entries: Vec<EntryView>,
    hours: Vec<String>,
    own_hours: bool,
    changes: Vec<ChangeView>,
    add: String,
    change_hours: String,
    /// For those who administer everything.
    announce: String,
    list: String,
    file: String,
}

#[derive(Debug, Clone, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct MonthView {
    name: String,
    weeks: Vec<Vec<DayView>>,
}

/// A day; empty before the first and after the last of the month.
#[derive(Debug, Clone, Default, Serialize)]
struct DayView {
    number: String,
    kind: String,
    told: String,
    today: bool,
}

#[derive(Debug, Clone, Serialize)]
struct EntryView {
    days: String,
    name: String,
    kind: String,
    provisional: bool,
    whose: String,
    remove: String,
}

#[derive(Debug, Clone, Serialize)]
struct ChangeView {
    at: String,
    by: String,
    what: String,
    reason: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Question {
    nam: String,
    #[serde(rename = "co-quan")]
    code: String,
}

impl Page for YearPage {
    const TEMPLATE: &'static str = "admin/calendar/year.html";

    fn samples() -> Vec<Self> {
        let day = |number: u32, kind: &str, told: &str| DayView {
            number: number.to_string(),
            kind: kind.into(),
            told: told.into(),
            today: number == 2,
        };
        let week = vec![day(1, "off", "nghỉ: Tết Dương lịch"), day(2, "worked", "làm bù"), day(3, "", ""), DayView::default()];
        let entry = EntryView {
            days: "01/01/2027".into(),
            name: "Tết Dương lịch".into(),
            kind: "Nghỉ lễ".into(),
            provisional: true,
            whose: String::new(),
            remove: "/quan-tri/lich/bo-ngay".into(),
        };
        let page = Self {
            side: side::sample(),
            whose: "Cả tỉnh".into(),
            code: String::new(),
            agencies: vec![OptionView { value: String::new(), text: "Cả tỉnh".into() }],
            year: 2027,
            before: "/quan-tri/lich?nam=2026".into(),
            after: "/quan-tri/lich?nam=2028".into(),
            unknown: false,
            provisional: true,
            source: "Bộ luật Lao động 2019".into(),
            months: vec![MonthView { name: "Tháng 1".into(), weeks: vec![week] }],
            entries: vec![entry.clone(), EntryView { provisional: false, whose: "Phường Việt Trì".into(), ..entry }],
            hours: vec!["Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:30".into()],
            own_hours: true,
            changes: vec![ChangeView {
                at: "23/11/2026, 09:00".into(),
                by: "Chu Thị Cấu".into(),
                what: "2027".into(),
                reason: "Thông báo".into(),
            }],
            add: "/quan-tri/lich/them-ngay".into(),
            change_hours: "/quan-tri/lich/gio".into(),
            announce: "/quan-tri/lich/cong-bo".into(),
            list: "/quan-tri/lich/nhap".into(),
            file: "/quan-tri/lich/tai-ve".into(),
        };
        let bare = Self {
            unknown: true,
            provisional: false,
            own_hours: false,
            entries: Vec::new(),
            changes: Vec::new(),
            agencies: Vec::new(),
            announce: String::new(),
            list: String::new(),
            file: String::new(),
            source: String::new(),
            ..page.clone()
        };
        vec![page, bare]
    }
}

/// `GET /quan-tri/lich`
pub async fn show(
    admin: AdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    Query(question): Query<Question>,
) -> Result<HttpResponse, Error> {
    let whose = Whose::of(&admin, &rules, question.code.trim())?;
    let open = conn.open().await?;
    rules.renew(open).await?;
    let changes = calendar::last_changes(open, whose.agency.as_ref().map(|(_, code)| code.as_str()), 10).await?;
    conn.close();
    let year = question.nam.trim().parse().ok().filter(|year| (2000..2100).contains(year));
    respond::page(&admin, &page(&admin, &rules.current(), &whose, year.unwrap_or_else(|| admin.now().today().year()), &changes))
}

fn page(admin: &AdminIn, rules: &Rules, whose: &Whose, year: i32, changes: &[CalendarChanged]) -> YearPage {
    let (book, _) = rules.book();
    let code = whose.agency.as_ref().map(|(_, code)| code.as_str());
    let entries = book.years.get(&year);
    let of_system = |place: AdminPlace| if admin.is_system() { whose.at(place, year) } else { String::new() };
    let provisional = entries.is_some_and(|entries| entries.provisional);
    let national = whose.agency.is_none();
    YearPage {
        side: side_of(admin, &AdminPlace::Calendar),
        whose: whose.name.clone(),
        code: whose.code().to_owned(),
        agencies: others(admin, rules),
        year,
        before: whose.at(AdminPlace::Calendar, year - 1),
        after: whose.at(AdminPlace::Calendar, year + 1),
        unknown: entries.is_none(),
        provisional,
        source: entries.map(|entries| entries.source.clone()).unwrap_or_default(),
        months: months(admin, rules.calendars.of(code), year),
        entries: entries.map(|entries| listed(admin, whose, entries.off.iter(), &entries.work)).unwrap_or_default(),
        hours: hours(admin, &book, code),
        own_hours: code.is_some() && book.hours.iter().any(|entry| entry.agency.as_deref() == code),
        changes: changes.iter().map(|change| changed(admin, change)).collect(),
        add: whose.at(AdminPlace::CalendarDay, year),
        change_hours: whose.at(AdminPlace::CalendarHours, year),
        announce: if provisional && national { of_system(AdminPlace::CalendarAnnounced) } else { String::new() },
        list: if national { of_system(AdminPlace::CalendarList) } else { String::new() },
        file: if entries.is_some() { of_system(AdminPlace::CalendarFile) } else { String::new() },
    }
}

/// Empty where there is nothing to choose from.
fn others(admin: &AdminIn, rules: &Rules) -> Vec<OptionView> {
    let everybody = admin.is_system().then(|| OptionView { value: String::new(), text: admin.text("calendar-everybody", &[]) });
    let own = rules.agencies.iter().filter(|agency| scope::reaches(&rules.agencies, &admin.reach, agency.id));
    let all: Vec<OptionView> =
        everybody.into_iter().chain(own.map(|agency| OptionView { value: agency.code.clone(), text: agency.name.clone() })).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

fn months(visit: &Visit, calendar: &Calendar, year: i32) -> Vec<MonthView> {
    let today = visit.now().today();
    let month = |number: u32| {
        let first = NaiveDate::from_ymd_opt(year, number, 1)?;
        let length = u64::from(first.num_days_in_month());
        let ahead = u64::from(first.weekday().num_days_from_monday());
        let cells = (0..(ahead + length).div_ceil(7) * 7).map(|place| {
            let date = place.checked_sub(ahead).filter(|day| *day < length).and_then(|day| first.checked_add_days(Days::new(day)));
            date.map(|date| day(visit, calendar, date, today)).unwrap_or_default()
        });
        let cells: Vec<DayView> = cells.collect();
        let name = visit.text("calendar-month", &[("month", i64::from(number).into())]);
        Some(MonthView { name, weeks: cells.chunks(7).map(<[DayView]>::to_vec).collect() })
    };
    (1..=12).filter_map(month).collect()
}

fn day(visit: &Visit, calendar: &Calendar, date: NaiveDate, today: NaiveDate) -> DayView {
    let (kind, told) = match (calendar.day_off(date), calendar.worked_for(date)) {
        (Some(off), _) => {
            let kind = match (off.provisional, off.kind) {
                (true, _) => "expected",
                (false, DayOffKind::Local) => "local",
                (false, _) => "off",
            };
            (kind, visit.text("calendar-day-off", &[("name", off.name.as_str().into())]))
        }
        (None, Some(instead)) => ("worked", visit.text("calendar-day-worked", &[("date", words::day(instead).into())])),
        (None, None) if !calendar.is_working_day(date) => ("rest", visit.text("calendar-day-rest", &[])),
        (None, None) => ("", String::new()),
    };
    DayView { number: date.day().to_string(), kind: kind.to_owned(), told, today: date == today }
}

/// Days off, and days worked in exchange, that are everybody's or those of this agency.
fn listed<'a>(visit: &Visit, whose: &Whose, off: impl Iterator<Item = &'a OffEntry>, work: &[calendar::WorkEntry]) -> Vec<EntryView> {
    let code = whose.agency.as_ref().map(|(_, code)| code.as_str());
    let shown = |agency: &Option<String>| agency.is_none() || agency.as_deref() == code;
    let remove = |agency: &Option<String>, date: NaiveDate| {
        let own = agency.as_deref() == code;
        let path = || Place::Admin(AdminPlace::CalendarRemove).asking(&[("ngay", &date.to_string()), ("co-quan", whose.code())]);
        if own { path() } else { String::new() }
    };
    let local = |agency: &Option<String>| if agency.is_some() { whose.name.clone() } else { String::new() };
    let off = off.filter(|entry| shown(&entry.agency)).map(|entry| {
        let days = match entry.to {
            Some(to) => format!("{} – {}", words::day(entry.date), words::day(to)),
            None => words::day(entry.date),
        };
        let view = EntryView {
            days,
            name: entry.name.clone(),
            kind: visit.text(kind_key(entry.kind), &[]),
            provisional: entry.provisional.unwrap_or(false),
            whose: local(&entry.agency),
            remove: remove(&entry.agency, entry.date),
        };
        (entry.date, view)
    });
    let work = work.iter().filter(|entry| shown(&entry.agency)).map(|entry| {
        let view = EntryView {
            days: words::day(entry.date),
            name: visit.text("calendar-worked-for", &[("date", words::day(entry.instead_of).into())]),
            kind: visit.text("calendar-kind-worked", &[]),
            provisional: false,
            whose: local(&entry.agency),
            remove: remove(&entry.agency, entry.date),
        };
        (entry.date, view)
    });
    let mut all: Vec<(NaiveDate, EntryView)> = off.chain(work).collect();
    all.sort_by_key(|(date, _)| *date);
    all.into_iter().map(|(_, view)| view).collect()
}

pub const fn kind_key(kind: DayOffKind) -> &'static str {
    match kind {
        DayOffKind::Holiday => "calendar-kind-holiday",
        DayOffKind::Compensatory => "calendar-kind-compensatory",
        DayOffKind::SwappedOff => "calendar-kind-swapped",
        DayOffKind::Local => "calendar-kind-local",
    }
}

fn hours(visit: &Visit, book: &CalendarBook, code: Option<&str>) -> Vec<String> {
    let own: Vec<_> = book.hours.iter().filter(|entry| entry.agency.as_deref() == code).collect();
    let shown = if own.is_empty() { book.hours.iter().filter(|entry| entry.agency.is_none()).collect() } else { own };
    shown.into_iter().map(|entry| hours_words::told(visit, entry)).collect()
}

fn changed(visit: &Visit, change: &CalendarChanged) -> ChangeView {
    let name = change.name.trim_end_matches(".toml");
    ChangeView {
        at: words::moment(change.at),
        by: change.by.clone(),
        what: if name == "office_hours" {
            visit.text("calendar-office-hours", &[])
        } else {
            visit.text("calendar-of-year", &[("year", name.into())])
        },
        reason: change.reason.clone(),
    }
}
