//! What is asked for, as it stands in the address.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::{
    dossiers::{Days, RegisterCursor, RegisterFilter},
    web::staff::days::{day, in_box},
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct RegisterQuery {
    tu: String,
    den: String,
    don_vi: String,
    linh_vuc: String,
    sau: String,
    /// How many rows stand before this page.
    so: String,
    r#in: String,
}

impl RegisterQuery {
    /// Without days, this month up to today; a period that ends before it begins is turned round.
    pub fn filter(&self, today: NaiveDate) -> RegisterFilter {
        let (from, to) = (day(&self.tu), day(&self.den));
        let to = to.or(Some(today));
        let from = from.or_else(|| to.and_then(|to| to.with_day(1)));
        let days = if from > to { Days { from: to, to: from } } else { Days { from, to } };
        let field = crate::kernel::text::line(&self.linh_vuc);
        RegisterFilter { agency: self.don_vi.parse().ok(), field: (!field.is_empty()).then(|| field.chars().take(200).collect()), days }
    }

    pub fn place(&self) -> Option<RegisterCursor> {
        self.sau.parse().ok()
    }

    pub fn before(&self) -> usize {
        self.so.parse().ok().filter(|_| self.place().is_some()).unwrap_or(0)
    }

    pub fn whole(&self) -> bool {
        self.r#in == "1"
    }
}

/// Names and values of what is asked for, without the page.
pub fn question(filter: &RegisterFilter) -> Vec<(&'static str, String)> {
    vec![
        ("tu", in_box(filter.days.from)),
        ("den", in_box(filter.days.to)),
        ("don-vi", filter.agency.map(|id| id.to_string()).unwrap_or_default()),
        ("linh-vuc", filter.field.clone().unwrap_or_default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_this_month_unless_said_and_never_backwards() {
        let today = day("2026-11-23").expect("a day");
        let days = |tu: &str, den: &str| RegisterQuery { tu: tu.into(), den: den.into(), ..RegisterQuery::default() }.filter(today).days;
        assert_eq!(days("", ""), Days { from: day("2026-11-01"), to: Some(today) });
        assert_eq!(days("2026-03-09", "2026-03-02"), Days { from: day("2026-03-02"), to: day("2026-03-09") });
        assert_eq!(days("", "2026-03-09"), Days { from: day("2026-03-01"), to: day("2026-03-09") });
    }
}
