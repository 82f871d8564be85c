//! Reading the calendar's files: `office_hours.toml` and one file a year.

use std::{collections::HashMap, sync::Arc};

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::days::{Calendar, Calendars, DayOff, DayOffKind, HoursRule, OpenRange, Season, days_from};
use crate::platform::config::{ConfigFolder, ConfigFolderError};

/// A calendar file that cannot be used, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct CalendarError {
    pub file: String,
    pub problem: String,
}

const OFFICE_HOURS: &str = "office_hours.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeHoursFile {
    same_day_until: String,
    hours: Vec<HoursEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoursEntry {
    agency: Option<String>,
    season: Option<String>,
    days: Vec<Weekday>,
    open: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearFile {
    year: i32,
    #[expect(dead_code, reason = "for the reader of the file: who announced these days")]
    source: String,
    #[serde(default)]
    provisional: bool,
    #[serde(default)]
    off: Vec<OffEntry>,
    #[serde(default)]
    work: Vec<WorkEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OffEntry {
    date: NaiveDate,
    to: Option<NaiveDate>,
    name: String,
    en: String,
    #[serde(default)]
    kind: DayOffKind,
    agency: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkEntry {
    date: NaiveDate,
    #[serde(rename = "for")]
    instead_of: NaiveDate,
    agency: Option<String>,
}

impl Calendars {
    /// Reads `calendar/` of the configuration folder, ours or the installation's own.
    pub fn load(folder: &ConfigFolder) -> Result<Self, CalendarError> {
        let unreadable = |e: ConfigFolderError| CalendarError { file: "config/calendar".into(), problem: e.to_string() };
        let paths = folder.list("calendar").map_err(unreadable)?;
        let tables =
            paths.iter().filter_map(|path| path.strip_prefix("calendar/").filter(|name| name.ends_with(".toml")).map(|name| (name, path)));
        let files = tables.map(|(name, path)| Ok((name, folder.read(path).map_err(unreadable)?)));
        Self::read(files.collect::<Result<Vec<_>, _>>()?)
    }

    /// Reads the files of `config/calendar`, given by name and text.
    pub fn read<N: AsRef<str>, T: AsRef<str>>(files: impl IntoIterator<Item = (N, T)>) -> Result<Self, CalendarError> {
        let mut files: Vec<(String, String)> = files.into_iter().map(|(n, t)| (n.as_ref().to_owned(), t.as_ref().to_owned())).collect();
        files.sort();
        let hours = files.iter().find(|(name, _)| name == OFFICE_HOURS);
        let (_, text) = hours.ok_or_else(|| refuse(OFFICE_HOURS, "is missing; it says when offices are open"))?;
        let hours: OfficeHoursFile = toml::from_str(text).map_err(|e| refuse(OFFICE_HOURS, e.to_string().trim()))?;
        let years = files.iter().filter(|(name, _)| name != OFFICE_HOURS).map(|(name, text)| read_year(name, text));
        let years = years.collect::<Result<Vec<YearFile>, _>>()?;

        let national = Arc::new(build(&hours, &years, None)?);
        let mut codes: Vec<&str> = hours.hours.iter().filter_map(|h| h.agency.as_deref()).collect();
        codes.extend(years.iter().flat_map(|y| y.off.iter().filter_map(|o| o.agency.as_deref())));
        codes.extend(years.iter().flat_map(|y| y.work.iter().filter_map(|w| w.agency.as_deref())));
        let local = codes.into_iter().map(|code| Ok((code.to_owned(), Arc::new(build(&hours, &years, Some(code))?))));
        Ok(Self { national, local: local.collect::<Result<_, CalendarError>>()? })
    }
}

fn refuse(file: &str, problem: impl Into<String>) -> CalendarError {
    CalendarError { file: format!("config/calendar/{file}"), problem: problem.into() }
}

fn read_year(name: &str, text: &str) -> Result<YearFile, CalendarError> {
    use chrono::Datelike;
    let file: YearFile = toml::from_str(text).map_err(|e| refuse(name, e.to_string().trim()))?;
    if name != format!("{}.toml", file.year) {
        return Err(refuse(name, format!("says year = {}; name it {}.toml", file.year, file.year)));
    }
    let off = file.off.iter().flat_map(|o| [o.date, o.to.unwrap_or(o.date)]);
    if let Some(stray) = off.chain(file.work.iter().map(|w| w.date)).find(|d| d.year() != file.year) {
        return Err(refuse(name, format!("{stray} is not in {}; put it into the file of its year", file.year)));
    }
    if let Some(reversed) = file.off.iter().find(|o| o.to.is_some_and(|to| to < o.date)) {
        return Err(refuse(name, format!("the day off of {} ends before it begins", reversed.date)));
    }
    Ok(file)
}

/// The calendar of one agency: what has no agency, overridden by what names it.
fn build(hours: &OfficeHoursFile, years: &[YearFile], agency: Option<&str>) -> Result<Calendar, CalendarError> {
    let ours = |named: &Option<String>| named.is_none() || named.as_deref() == agency;
    let mut entries: Vec<&HoursEntry> = hours.hours.iter().filter(|h| ours(&h.agency)).collect();
    entries.sort_by_key(|h| h.agency.is_some());
    let rules = entries.into_iter().map(hours_rule).collect::<Result<Vec<_>, _>>()?;
    let mut off = HashMap::new();
    let mut worked = HashMap::new();
    for year in years {
        for entry in year.off.iter().filter(|o| ours(&o.agency)) {
            let kind = if entry.agency.is_some() { DayOffKind::Local } else { entry.kind };
            let day = DayOff { name: entry.name.clone(), name_en: entry.en.clone(), kind, provisional: year.provisional };
            off.extend(days_from(entry.date).take_while(|d| *d <= entry.to.unwrap_or(entry.date)).map(|d| (d, day.clone())));
        }
        worked.extend(year.work.iter().filter(|w| ours(&w.agency)).map(|w| (w.date, w.instead_of)));
    }
    let same_day_until = minutes(&hours.same_day_until).ok_or_else(|| refuse(OFFICE_HOURS, "same_day_until is not a time like 15:00"))?;
    let mut calendar =
        Calendar { version: String::new(), rules, off, worked, years: years.iter().map(|y| y.year).collect(), same_day_until };
    calendar.version = fingerprint(&calendar);
    check(&calendar, agency)?;
    Ok(calendar)
}

fn hours_rule(entry: &HoursEntry) -> Result<HoursRule, CalendarError> {
    let wrong = |what: &str| {
        refuse(OFFICE_HOURS, format!("“{what}” is not understood; write “07:30-11:30” for hours, “04-16..10-15” for a season"))
    };
    let season = entry.season.as_deref().map(|s| season(s).ok_or_else(|| wrong(s))).transpose()?;
    let open = entry.open.iter().map(|s| range(s).ok_or_else(|| wrong(s))).collect::<Result<Vec<_>, _>>()?;
    if open.iter().zip(open.iter().skip(1)).any(|(a, b)| b.from < a.to) {
        return Err(refuse(OFFICE_HOURS, format!("the hours {:?} overlap or are not in order", entry.open)));
    }
    Ok(HoursRule { season, days: entry.days.clone(), open })
}

fn minutes(text: &str) -> Option<i64> {
    let time = chrono::NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()?;
    Some(time.signed_duration_since(chrono::NaiveTime::MIN).num_minutes())
}

fn range(text: &str) -> Option<OpenRange> {
    let (from, to) = text.split_once(['-', '–'])?;
    let range = OpenRange { from: minutes(from)?, to: minutes(to)? };
    (range.from < range.to).then_some(range)
}

fn season(text: &str) -> Option<Season> {
    let day = |text: &str| {
        // A leap year, so that 29 February may begin or end a season.
        let date = NaiveDate::parse_from_str(&format!("2024-{}", text.trim()), "%Y-%m-%d").ok()?;
        Some((chrono::Datelike::month(&date), chrono::Datelike::day(&date)))
    };
    let (first, last) = text.split_once("..")?;
    Some(Season { first: day(first)?, last: day(last)? })
}

/// Counting walks to the next working day: there must always be one near.
fn check(calendar: &Calendar, agency: Option<&str>) -> Result<(), CalendarError> {
    let Some(first) = NaiveDate::from_ymd_opt(2024, 1, 1) else { return Ok(()) };
    let mut closed = 0;
    for date in days_from(first).take(366 * 10) {
        closed = if calendar.is_working_day(date) { 0 } else { closed + 1 };
        if closed > 60 {
            let who = agency.unwrap_or("the country");
            return Err(refuse(OFFICE_HOURS, format!("no office of {who} is open for 60 days before {date}")));
        }
    }
    Ok(())
}

/// Twelve hexadecimal digits of everything that can change a count.
fn fingerprint(calendar: &Calendar) -> String {
    let mut off: Vec<_> = calendar.off.keys().collect();
    off.sort();
    let mut worked: Vec<_> = calendar.worked.iter().collect();
    worked.sort();
    let mut digest = Sha256::new();
    digest.update(format!("{:?} {off:?} {worked:?} {}", calendar.rules, calendar.same_day_until));
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
