//! Between which days a date must lie. Not after today, unless the form says otherwise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::Scene;
use crate::forms::{How, Setting, conditions::Operand, faults::Fault};

/// What a date, whole or partial, may say of itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Operand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Operand>,
    /// Days to come are possible.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub future: bool,
    /// The applicant's own day of birth: the browser may offer it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

impl Bounds {
    pub const SETTINGS: &'static [Setting] = &[
        Setting::may("not_before", How::Day),
        Setting::may("not_after", How::Day),
        Setting::may("future", How::Flag { usual: false }),
        Setting::may("own", How::Flag { usual: false }),
    ];

    fn said(&self) -> impl Iterator<Item = &Operand> {
        [&self.not_before, &self.not_after].into_iter().flatten()
    }

    /// Whether a day that lies somewhere between `first` and `last` can lie within the bounds.
    pub(super) fn hold(&self, first: NaiveDate, last: NaiveDate, scene: &Scene<'_>) -> Result<(), Fault> {
        let earliest = self.not_before.as_ref().and_then(|bound| day(bound, scene));
        if let Some(earliest) = earliest.filter(|earliest| last < *earliest) {
            return Err(Fault::new("form-date-early").with("day", earliest.format("%d/%m/%Y")));
        }
        let latest = match (&self.not_after, self.future) {
            (None, false) => Some(scene.today),
            (bound, _) => bound.as_ref().and_then(|bound| day(bound, scene)),
        };
        let Some(latest) = latest.filter(|latest| first > *latest) else { return Ok(()) };
        let fault = if latest == scene.today { Fault::new("form-date-future") } else { Fault::new("form-date-late") };
        Err(fault.with("day", latest.format("%d/%m/%Y")))
    }

    /// Bounds must be days: a fixed one, or one counted from today or from an earlier date of the form.
    pub(super) fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let wrong = |bound: &Operand| match (bound, bound.field()) {
            (_, Some(key)) if !matches!(kind_of(key), Some("date" | "partial_date")) => {
                Some(format!("`{key}` is no earlier date of this form"))
            }
            (Operand::Value(value), _) if value.as_str().and_then(|text| text.parse::<NaiveDate>().ok()).is_none() => {
                Some(format!("{value} is no day; write \"2026-11-23\""))
            }
            (Operand::Ago(ago), _) if !ago.is_sensible() => Some("nobody counts so many days, months or years".to_owned()),
            _ => None,
        };
        self.said().filter_map(wrong).collect()
    }

    pub(super) fn looks_at(&self) -> Vec<&str> {
        self.said().filter_map(Operand::field).collect()
    }
}

fn day(bound: &Operand, scene: &Scene<'_>) -> Option<NaiveDate> {
    let value = bound.value(scene.seen, scene.today)?;
    let text = value.as_str()?;
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.parse().ok()
}
