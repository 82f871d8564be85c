//! Giờ làm việc: office hours by season and weekday, of everybody or of one agency.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{
    foreseen::{self, ForeseenView, Step},
    hours_words::{WEEK, range_written, season_boxes, season_written},
    whose::Whose,
};
use crate::{
    calendar::{CalendarChange, HoursEntry, NewHours},
    dossiers::Rules,
    kernel::places::{Place, admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side_of},
        answer::{Fault, Faults},
        extract::{AdminIn, Conn, FormPairs, Query},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct HoursPage {
    side: Vec<SideGroup>,
    back: String,
    whose: String,
    code: String,
    local: bool,
    action: String,
    errors: Vec<Fault>,
    rows: Vec<RowView>,
    button: String,
    foreseen: Option<ForeseenView>,
}

/// One rule: in a part of the year, on these days, morning and afternoon.
#[derive(Debug, Clone, Default, Serialize)]
struct RowView {
    number: usize,
    season_from: String,
    season_to: String,
    days: Vec<DayView>,
    morning: String,
    afternoon: String,
    error: String,
}

#[derive(Debug, Clone, Serialize)]
struct DayView {
    value: String,
    text: String,
    chosen: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Question {
    #[serde(rename = "co-quan")]
    code: String,
}

/// Two rows more than there are rules, at most so many.
const MOST: usize = 8;

impl Page for HoursPage {
    const TEMPLATE: &'static str = "admin/calendar/hours.html";

    fn samples() -> Vec<Self> {
        let day = DayView { value: "mon".into(), text: "Thứ Hai".into(), chosen: true };
        let row = RowView {
            number: 1,
            season_from: "16/04".into(),
            season_to: "15/10".into(),
            days: vec![day],
            morning: "07:00-11:00".into(),
            afternoon: "13:30-17:30".into(),
            error: String::new(),
        };
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/lich".into(),
            whose: "Phường Việt Trì".into(),
            local: true,
            action: "/quan-tri/lich/gio".into(),
            rows: vec![row.clone()],
            button: "Xem hồ sơ nào đổi ngày hẹn".into(),
            ..Self::default()
        };
        let text = "Viết giờ như 07:30-11:30";
        let wrong = Self {
            errors: vec![Fault { href: "#morning-1".into(), text: text.into() }],
            rows: vec![RowView { error: text.into(), ..row }],
            local: false,
            ..page.clone()
        };
        vec![Self { foreseen: Some(foreseen::sample()), ..page.clone() }, page, wrong]
    }
}

/// `GET /quan-tri/lich/gio`
pub async fn show(admin: AdminIn, rules: web::Data<Rules>, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    let whose = Whose::of(&admin, &rules, question.code.trim())?;
    let (book, _) = rules.book();
    let own = book.hours.iter().filter(|entry| entry.agency.as_deref().unwrap_or_default() == whose.code());
    let mut page = blank(&admin, &whose);
    page.rows = own.map(|entry| written(&admin, entry)).collect();
    fill(&admin, &mut page);
    respond::page(&admin, &page)
}

/// `POST /quan-tri/lich/gio`
pub async fn change(admin: AdminIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let whose = Whose::of(&admin, &rules, form.text("co-quan").trim())?;
    let mut page = blank(&admin, &whose);
    let mut faults = Faults::new(&admin);
    let mut wanted = Vec::new();
    for number in 1..=MOST {
        let mut row = typed(&admin, &form, number);
        if is_blank(&row) {
            continue;
        }
        wanted.extend(read(&mut row, &form, &mut faults));
        page.rows.push(row);
    }
    fill(&admin, &mut page);
    if faults.none() {
        let change = CalendarChange::Hours { rules: wanted };
        match foreseen::step(&admin, &mut conn, &rules, &whose, &change, &form, &mut faults).await? {
            Step::Done(answer) => return Ok(answer),
            Step::Show(view) => page.foreseen = Some(view),
            Step::Refused(refused) => {
                let (place, text) = foreseen::refused(&admin, &refused);
                faults.list.push(Fault { href: format!("#{place}"), text });
            }
        }
    }
    page.errors = faults.list;
    if page.errors.is_empty() { respond::page(&admin, &page) } else { respond::invalid(&admin, &page) }
}

fn blank(admin: &AdminIn, whose: &Whose) -> HoursPage {
    use chrono::Datelike;
    HoursPage {
        side: side_of(admin, &AdminPlace::Calendar),
        back: whose.at(AdminPlace::Calendar, admin.now().today().year()),
        whose: whose.name.clone(),
        code: whose.code().to_owned(),
        local: whose.agency.is_some(),
        action: Place::Admin(AdminPlace::CalendarHours).path(),
        button: admin.text("calendar-foresee", &[]),
        ..HoursPage::default()
    }
}

/// Numbers the rows and adds empty ones.
fn fill(visit: &Visit, page: &mut HoursPage) {
    let wanted = (page.rows.len() + 2).min(MOST);
    while page.rows.len() < wanted {
        page.rows.push(RowView { days: week(visit, &|_| false), ..RowView::default() });
    }
    page.rows.iter_mut().zip(1..).for_each(|(row, number)| row.number = number);
}

fn week(visit: &Visit, chosen: &dyn Fn(&str) -> bool) -> Vec<DayView> {
    WEEK.iter().map(|(_, word, key)| DayView { value: (*word).into(), text: visit.text(key, &[]), chosen: chosen(word) }).collect()
}

fn written(visit: &Visit, entry: &HoursEntry) -> RowView {
    let (season_from, season_to) = entry.season.as_deref().and_then(season_boxes).unwrap_or_default();
    let is_on = |word: &str| WEEK.iter().any(|(day, name, _)| *name == word && entry.days.contains(day));
    RowView {
        season_from,
        season_to,
        days: week(visit, &is_on),
        morning: entry.open.first().cloned().unwrap_or_default(),
        afternoon: entry.open.iter().skip(1).cloned().collect::<Vec<_>>().join(", "),
        ..RowView::default()
    }
}

fn typed(visit: &Visit, form: &FormPairs, number: usize) -> RowView {
    let value = |name: &str| form.text(&format!("{name}-{number}")).trim().chars().take(60).collect::<String>();
    let days: Vec<String> = form.all(&format!("days-{number}")).map(str::to_owned).collect();
    RowView {
        number,
        season_from: value("season-from"),
        season_to: value("season-to"),
        days: week(visit, &|word| days.iter().any(|day| day == word)),
        morning: value("morning"),
        afternoon: value("afternoon"),
        error: String::new(),
    }
}

fn is_blank(row: &RowView) -> bool {
    !row.days.iter().any(|day| day.chosen)
        && [&row.season_from, &row.season_to, &row.morning, &row.afternoon].iter().all(|box_| box_.is_empty())
}

fn read(row: &mut RowView, form: &FormPairs, faults: &mut Faults<'_>) -> Option<NewHours> {
    let number = row.number;
    let chosen: Vec<String> = form.all(&format!("days-{number}")).map(str::to_owned).collect();
    let days = WEEK.iter().filter(|(_, word, _)| chosen.iter().any(|day| day == word)).map(|(day, ..)| *day).collect::<Vec<_>>();
    let season = match (row.season_from.is_empty(), row.season_to.is_empty()) {
        (true, true) => Some(None),
        _ => season_written(&row.season_from, &row.season_to).map(Some),
    };
    if days.is_empty() {
        row.error = faults.note(&format!("days-{number}"), "calendar-no-days");
    } else if season.is_none() {
        row.error = faults.note(&format!("season-from-{number}"), "calendar-no-season");
    }
    let open =
        [&row.morning, &row.afternoon].into_iter().flat_map(|typed| typed.split(',')).map(str::trim).filter(|range| !range.is_empty());
    let open = open.map(range_written).collect();
    Some(NewHours { season: season?, days, open })
}
