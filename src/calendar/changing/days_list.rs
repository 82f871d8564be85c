//! The days off of a year as a list out of a spreadsheet: every bad line is named.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::NewDayOff;
use crate::{
    calendar::days::{DayOffKind, days_from},
    kernel::text::{fold, line},
};

/// A line that cannot be taken, counted as a spreadsheet counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFault {
    pub line: usize,
    pub fault: DayFaultKind,
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFaultKind {
    Columns,
    Date,
    Until,
    OtherYear,
    Name,
    Kind,
    Worked,
    /// The same day stands above.
    Twice,
}

impl DayFaultKind {
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Columns => "days-list-columns",
            Self::Date => "days-list-date",
            Self::Until => "days-list-until",
            Self::OtherYear => "days-list-other-year",
            Self::Name => "days-list-name",
            Self::Kind => "days-list-kind",
            Self::Worked => "days-list-worked",
            Self::Twice => "days-list-twice",
        }
    }
}

/// The columns in their order: from, to, name, English name, kind, day worked in exchange.
const COLUMNS: usize = 6;

type Read = (Vec<NewDayOff>, Vec<(NaiveDate, NaiveDate)>, Vec<DayFault>);

/// Reads lines parted by `;` or tabulators, by commas only where the list has neither. Good days, worked days, bad lines.
pub fn read_days(text: &str, year: i32, provisional: bool) -> Read {
    let (mut off, mut work, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen: HashSet<NaiveDate> = HashSet::new();
    let by_commas = !text.contains([';', '\t']);
    for (number, raw) in text.lines().enumerate() {
        let cells: Vec<String> = raw.split(|c: char| if by_commas { c == ',' } else { matches!(c, ';' | '\t') }).map(line).collect();
        let is_heading = number == 0 && cells.first().is_some_and(|cell| !cell.contains(|c: char| c.is_ascii_digit()));
        if is_heading || cells.iter().all(String::is_empty) {
            continue;
        }
        let mut wrong = |fault, value: &str| faults.push(DayFault { line: number + 1, fault, value: value.to_owned() });
        match day(&cells, year, provisional) {
            Err((fault, value)) => wrong(fault, &value),
            Ok((day, worked)) => match days_from(day.from).take_while(|date| *date <= day.to).find(|date| !seen.insert(*date)) {
                Some(again) => wrong(DayFaultKind::Twice, &again.format("%d/%m/%Y").to_string()),
                None => {
                    work.extend(worked.map(|date| (date, day.from)));
                    off.push(day);
                }
            },
        }
    }
    (off, work, faults)
}

fn day(cells: &[String], year: i32, provisional: bool) -> Result<(NewDayOff, Option<NaiveDate>), (DayFaultKind, String)> {
    let cell = |place: usize| cells.get(place).map(String::as_str).unwrap_or_default();
    let wrong = |fault, place: usize| (fault, cell(place).to_owned());
    if cells.len() < 3 || cells.len() > COLUMNS {
        return Err((DayFaultKind::Columns, cells.len().to_string()));
    }
    let from = date(cell(0)).ok_or_else(|| wrong(DayFaultKind::Date, 0))?;
    let to = if cell(1).is_empty() { from } else { date(cell(1)).ok_or_else(|| wrong(DayFaultKind::Until, 1))? };
    if to < from || (to - from).num_days() >= super::LONGEST {
        return Err(wrong(DayFaultKind::Until, 1));
    }
    if from.year() != year || to.year() != year {
        return Err(wrong(DayFaultKind::OtherYear, 0));
    }
    if cell(2).is_empty() {
        return Err(wrong(DayFaultKind::Name, 2));
    }
    let kind = kind(cell(4)).ok_or_else(|| wrong(DayFaultKind::Kind, 4))?;
    let worked = if cell(5).is_empty() { None } else { Some(date(cell(5)).ok_or_else(|| wrong(DayFaultKind::Worked, 5))?) };
    if worked.is_some_and(|worked| worked.year() != year || (from <= worked && worked <= to)) {
        return Err(wrong(DayFaultKind::Worked, 5));
    }
    let day = NewDayOff { from, to, name: cell(2).to_owned(), en: cell(3).to_owned(), kind, provisional };
    Ok((day, worked))
}

/// `2026-12-01` or `01/12/2026`
fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y")).ok()
}

fn kind(text: &str) -> Option<DayOffKind> {
    match fold(text).as_str() {
        "" | "nghi le" | "holiday" => Some(DayOffKind::Holiday),
        "nghi bu" | "compensatory" => Some(DayOffKind::Compensatory),
        "hoan doi" | "nghi hoan doi" | "swapped_off" | "swapped off" => Some(DayOffKind::SwappedOff),
        _ => None,
    }
}
