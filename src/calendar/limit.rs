//! How long the law allows.

use std::{fmt, str::FromStr};

use crate::kernel::lang::Lang;

/// A time limit as a service states it. Written `3 working days`, `8 hours`, `30 calendar days`,
/// `same day`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// Days without weekly rest and days off; the day of the start is not counted.
    WorkingDays(u32),
    /// Hours inside office hours.
    WorkingHours(u32),
    /// Days of the calendar; an end on a day off moves to the next working day.
    CalendarDays(u32),
    /// The same day if received until 15:00, else the next working day.
    SameDay,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time limit; write “3 working days”, “8 hours”, “30 calendar days” or “same day”, of at most {MOST}")]
pub struct NotALimit(String);

/// No limit of the law is longer; it keeps counting short.
const MOST: u32 = 3000;

impl FromStr for Limit {
    type Err = NotALimit;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let refuse = || NotALimit(raw.chars().take(60).collect());
        let words: Vec<String> = raw.split(' ').filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let ["same", "day"] | ["same-day"] = words.as_slice() {
            return Ok(Self::SameDay);
        }
        let (count, unit) = words.split_first().ok_or_else(refuse)?;
        let count: u32 = count.parse().map_err(|_| refuse())?;
        if !(1..=MOST).contains(&count) {
            return Err(refuse());
        }
        match unit {
            ["working", "day" | "days"] => Ok(Self::WorkingDays(count)),
            ["hour" | "hours"] | ["working", "hour" | "hours"] => Ok(Self::WorkingHours(count)),
            ["calendar", "day" | "days"] => Ok(Self::CalendarDays(count)),
            _ => Err(refuse()),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Lang::En).replace("working hour", "hour"))
    }
}

impl TryFrom<String> for Limit {
    type Error = NotALimit;

    fn try_from(raw: String) -> Result<Self, Self::Error> {
        raw.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

impl Limit {
    /// As citizens read it: `3 ngày làm việc`.
    pub fn words(self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::Vi, Self::WorkingDays(n)) => format!("{n} ngày làm việc"),
            (Lang::Vi, Self::WorkingHours(n)) => format!("{n} giờ làm việc"),
            (Lang::Vi, Self::CalendarDays(n)) => format!("{n} ngày"),
            (Lang::Vi, Self::SameDay) => "Trong ngày".into(),
            (Lang::En, Self::WorkingDays(n)) => format!("{n} working {}", if n == 1 { "day" } else { "days" }),
            (Lang::En, Self::WorkingHours(n)) => format!("{n} working {}", if n == 1 { "hour" } else { "hours" }),
            (Lang::En, Self::CalendarDays(n)) => format!("{n} calendar {}", if n == 1 { "day" } else { "days" }),
            (Lang::En, Self::SameDay) => "same day".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn is_written_as_it_is_read() {
        for text in ["3 working days", "1 working day", "8 hours", "1 hour", "30 calendar days", "same day"] {
            assert_eq!(text.parse::<Limit>().expect(text).to_string(), text);
        }
        assert_eq!("2 working hours".parse(), Ok(Limit::WorkingHours(2)));
        assert_eq!(" Same-day ".parse(), Ok(Limit::SameDay));
    }

    #[test]
    fn says_what_it_would_understand() {
        for bad in ["", "3", "3 days", "0 hours", "-1 hours", "9999999999 hours", "four hours", "3 working days more"] {
            let error = bad.parse::<Limit>().expect_err(bad).to_string();
            assert!(error.contains("30 calendar days"), "{error}");
        }
    }
}
