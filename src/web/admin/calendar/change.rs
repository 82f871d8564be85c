//! A day off more or fewer, a year announced or read in: looked at first, then confirmed with a reason.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    foreseen::{self, ForeseenView, Step},
    whose::Whose,
    year::kind_key,
};
use crate::{
    calendar::{self, CalendarChange, DayOffKind, NewDayOff},
    dossiers::Rules,
    kernel::{
        places::{Place, admin::AdminPlace},
        text::line,
    },
    platform::views::Page,
    web::{
        admin::{
            organisation::scope,
            side::{self, SideGroup, side_of},
        },
        answer::{Answer, Fault, Faults},
        extract::{AdminIn, Conn, FormPairs, Query},
        shell::{Error, Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct ChangePage {
    side: Vec<SideGroup>,
    back: String,
    title: String,
    explained: String,
    action: String,
    /// Which boxes the page has: `day`, `remove`, `announce`, `list`.
    boxes: String,
    code: String,
    local: bool,
    errors: Vec<Fault>,
    from: Answer,
    to: Answer,
    name: Answer,
    en: Answer,
    kind: String,
    kinds: Vec<OptionView>,
    worked: Answer,
    provisional: bool,
    date: String,
    year: Answer,
    source: Answer,
    text: Answer,
    faults: Vec<FaultView>,
    button: String,
    foreseen: Option<ForeseenView>,
}

#[derive(Debug, Clone, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct FaultView {
    line: usize,
    text: String,
}

/// Which change a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Day,
    Remove,
    Announce,
    List,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Question {
    nam: String,
    ngay: String,
    #[serde(rename = "co-quan")]
    code: String,
}

impl Page for ChangePage {
    const TEMPLATE: &'static str = "admin/calendar/change.html";

    fn samples() -> Vec<Self> {
        let page = |boxes: &str| Self {
            side: side::sample(),
            back: "/quan-tri/lich".into(),
            title: "Thêm ngày nghỉ".into(),
            explained: "Ngày hẹn trả của hồ sơ đang giải quyết được tính lại.".into(),
            action: "/quan-tri/lich/them-ngay".into(),
            boxes: boxes.into(),
            kinds: vec![OptionView { value: "holiday".into(), text: "Nghỉ lễ".into() }],
            date: "2026-12-24".into(),
            year: Answer::of("2027"),
            button: "Xem hồ sơ nào đổi ngày hẹn".into(),
            ..Self::default()
        };
        let text = "Nhập ngày, ví dụ 01/12/2026";
        let wrong =
            Self { errors: vec![Fault { href: "#from".into(), text: text.into() }], from: Answer::wrong("mai", text), ..page("day") };
        let faults = vec![FaultView { line: 3, text: "“32/1/2027” không phải ngày".into() }];
        let list = Self { faults, ..page("list") };
        vec![
            page("day"),
            wrong,
            Self { local: true, foreseen: Some(foreseen::sample()), ..page("day") },
            page("remove"),
            page("announce"),
            list,
            Self { foreseen: Some(ForeseenView::default()), ..page("remove") },
        ]
    }
}

/// `GET /quan-tri/lich/them-ngay`
pub async fn new_day(admin: AdminIn, rules: web::Data<Rules>, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    let whose = Whose::of(&admin, &rules, question.code.trim())?;
    respond::page(&admin, &blank(&admin, &whose, What::Day, &question))
}

/// `POST /quan-tri/lich/them-ngay`
pub async fn add_day(admin: AdminIn, conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    change(admin, conn, rules, What::Day, form).await
}

/// `GET /quan-tri/lich/bo-ngay`
pub async fn old_day(admin: AdminIn, rules: web::Data<Rules>, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    let whose = Whose::of(&admin, &rules, question.code.trim())?;
    scope::day(&question.ngay).ok_or(Error::NotFound)?;
    respond::page(&admin, &blank(&admin, &whose, What::Remove, &question))
}

/// `POST /quan-tri/lich/bo-ngay`
pub async fn remove_day(admin: AdminIn, conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    change(admin, conn, rules, What::Remove, form).await
}

/// `GET /quan-tri/lich/cong-bo`
pub async fn expected(admin: AdminIn, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    everybody(&admin, What::Announce, &question)
}

/// `POST /quan-tri/lich/cong-bo`
pub async fn announce(admin: AdminIn, conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    of_system(&admin)?;
    change(admin, conn, rules, What::Announce, form).await
}

/// `GET /quan-tri/lich/nhap`
pub async fn whole_year(admin: AdminIn, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    everybody(&admin, What::List, &question)
}

/// `POST /quan-tri/lich/nhap`
pub async fn bring_year(admin: AdminIn, conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    of_system(&admin)?;
    change(admin, conn, rules, What::List, form).await
}

fn of_system(admin: &AdminIn) -> Result<(), Error> {
    if admin.is_system() { Ok(()) } else { Err(Error::NotFound) }
}

fn everybody(admin: &AdminIn, what: What, question: &Question) -> Result<HttpResponse, Error> {
    of_system(admin)?;
    respond::page(admin, &blank(admin, &Whose::everybody(admin), what, question))
}

async fn change(admin: AdminIn, mut conn: Conn, rules: web::Data<Rules>, what: What, form: FormPairs) -> Result<HttpResponse, Error> {
    let whose = match what {
        What::Day | What::Remove => Whose::of(&admin, &rules, form.text("co-quan").trim())?,
        What::Announce | What::List => Whose::everybody(&admin),
    };
    let question = Question { nam: form.text("year").to_owned(), ngay: form.text("ngay").to_owned(), code: String::new() };
    let mut page = blank(&admin, &whose, what, &question);
    let mut faults = Faults::new(&admin);
    let wanted = match what {
        What::Day => read_day(&mut page, &mut faults, &form, whose.agency.is_some()),
        What::Remove => scope::day(&question.ngay).map(|date| CalendarChange::Remove { date }),
        What::Announce => read_source(&mut page, &mut faults, &form).map(|(year, source)| CalendarChange::Announced { year, source }),
        What::List => read_list(&admin, &mut page, &mut faults, &form),
    };
    if let Some(wanted) = wanted.filter(|_| faults.none() && page.faults.is_empty()) {
        match foreseen::step(&admin, &mut conn, &rules, &whose, &wanted, &form, &mut faults).await? {
            Step::Done(answer) => return Ok(answer),
            Step::Show(view) => page.foreseen = Some(view),
            Step::Refused(refused) => note(&admin, &mut page, &mut faults, &refused),
        }
    }
    page.errors = faults.list;
    if page.errors.is_empty() && page.faults.is_empty() { respond::page(&admin, &page) } else { respond::invalid(&admin, &page) }
}

fn note(visit: &Visit, page: &mut ChangePage, faults: &mut Faults<'_>, refused: &calendar::ChangeRefused) {
    let (place, text) = foreseen::refused(visit, refused);
    let place = if page.boxes == "day" { place } else { "main" };
    match place {
        "from" => page.from.error.clone_from(&text),
        "to" => page.to.error.clone_from(&text),
        "worked" => page.worked.error.clone_from(&text),
        _ => {}
    }
    faults.list.push(Fault { href: format!("#{place}"), text });
}

fn read_day(page: &mut ChangePage, faults: &mut Faults<'_>, form: &FormPairs, local: bool) -> Option<CalendarChange> {
    page.from = Answer::typed(form, "from");
    page.to = Answer::typed(form, "to");
    page.name = Answer::typed(form, "name");
    page.en = Answer::typed(form, "en");
    page.worked = Answer::typed(form, "worked");
    page.kind = form.text("kind").to_owned();
    page.provisional = form.text("provisional") == "yes";
    let name = line(&page.name.value);
    if name.is_empty() {
        page.name.error = faults.note("name", "calendar-no-name");
    }
    let from = scope::day(&page.from.value);
    if from.is_none() {
        page.from.error = faults.note("from", "appoint-no-day");
    }
    let mut later = |answer: &mut Answer, id: &str| {
        let day = Some(answer.value.trim()).filter(|raw| !raw.is_empty()).map(scope::day);
        if day == Some(None) {
            answer.error = faults.note(id, "appoint-no-day");
        }
        day.flatten()
    };
    let (to, worked) = (later(&mut page.to, "to"), later(&mut page.worked, "worked"));
    let from = from?;
    let kind = match page.kind.as_str() {
        "compensatory" => DayOffKind::Compensatory,
        "swapped_off" => DayOffKind::SwappedOff,
        _ => DayOffKind::Holiday,
    };
    let kind = if local { DayOffKind::Local } else { kind };
    let en = line(&page.en.value);
    Some(CalendarChange::Off {
        day: NewDayOff { from, to: to.unwrap_or(from), name, en, kind, provisional: page.provisional && !local },
        worked,
    })
}

fn read_source(page: &mut ChangePage, faults: &mut Faults<'_>, form: &FormPairs) -> Option<(i32, String)> {
    page.year = Answer::typed(form, "year");
    page.source = Answer::typed(form, "source");
    let year = page.year.value.trim().parse().ok().filter(|year| (2020..2100).contains(year));
    if year.is_none() {
        page.year.error = faults.note("year", "calendar-no-year");
    }
    let source = line(&page.source.value);
    if source.is_empty() {
        page.source.error = faults.note("source", "calendar-no-source");
    }
    Some((year?, source))
}

fn read_list(admin: &AdminIn, page: &mut ChangePage, faults: &mut Faults<'_>, form: &FormPairs) -> Option<CalendarChange> {
    let known = read_source(page, faults, form);
    page.text = Answer::of(form.text("text"));
    page.provisional = form.text("provisional") == "yes";
    let (year, source) = known?;
    let (off, work, wrong) = calendar::read_days(&page.text.value, year, page.provisional);
    let told = |fault: &calendar::DayFault| FaultView {
        line: fault.line,
        text: admin.text(fault.fault.text_key(), &[("value", fault.value.as_str().into()), ("year", year.to_string().into())]),
    };
    page.faults = wrong.iter().map(told).collect();
    if off.is_empty() && wrong.is_empty() {
        page.text.error = faults.note("text", "sheet-empty");
    }
    Some(CalendarChange::Year { year, source, off, work })
}

fn blank(admin: &AdminIn, whose: &Whose, what: What, question: &Question) -> ChangePage {
    use chrono::Datelike;
    let year = question.nam.trim().parse().unwrap_or_else(|_| admin.now().today().year());
    let (boxes, title, explained, place) = match what {
        What::Day => ("day", "calendar-add-title", "calendar-add-explained", AdminPlace::CalendarDay),
        What::Remove => ("remove", "calendar-remove-title", "calendar-remove-explained", AdminPlace::CalendarRemove),
        What::Announce => ("announce", "calendar-announce-title", "calendar-announce-explained", AdminPlace::CalendarAnnounced),
        What::List => ("list", "calendar-list-title", "calendar-list-explained", AdminPlace::CalendarList),
    };
    let kind = |(kind, value): (DayOffKind, &str)| OptionView { value: value.into(), text: admin.text(kind_key(kind), &[]) };
    let kinds = [(DayOffKind::Holiday, "holiday"), (DayOffKind::Compensatory, "compensatory"), (DayOffKind::SwappedOff, "swapped_off")];
    let date: Option<NaiveDate> = scope::day(&question.ngay);
    let args = [
        ("whose", whose.name.as_str().into()),
        ("date", date.map(words::day).unwrap_or_default().into()),
        ("year", year.to_string().into()),
    ];
    ChangePage {
        side: side_of(admin, &AdminPlace::Calendar),
        back: whose.at(AdminPlace::Calendar, year),
        title: admin.text(title, &args),
        explained: admin.text(explained, &args),
        action: Place::Admin(place).path(),
        boxes: boxes.into(),
        code: whose.code().to_owned(),
        local: whose.agency.is_some(),
        kinds: kinds.into_iter().map(kind).collect(),
        date: date.map(scope::in_box).unwrap_or_default(),
        year: Answer::of(&year.to_string()),
        button: admin.text("calendar-foresee", &[]),
        ..ChangePage::default()
    }
}
