//! What is to be paid, worked out from the answers by rules that are data: so much a piece, so much a
//! page up to a cap, row by row of a table, and who pays nothing, and why.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    forms::{Condition, Costs, FormDefinition, Seen, Text, check_condition},
    kernel::money::Money,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeRule {
    pub key: String,
    pub name: Text,
    /// Đồng, for one. Either this or `tiers`.
    #[serde(default)]
    pub amount: Money,
    /// What one costs by its `units`: the first pages dearer than the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// Key of the number that the tiers measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<String>,
    /// One never costs more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Money>,
    /// Key of a number: the fee is paid so many times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// Key of a table: a line for each row; what the rule names is looked for in the row first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_row: Option<String>,
    /// The column that names a row in the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Who pays nothing; the first that holds is told as the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<Exemption>,
    /// Fixed by the People's Council of the province: an administrator edits it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub local: bool,
    /// The rule in words for the page of the service, where one sum does not tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Text>,
}

/// So much for each unit up to the `up_to`th; without it, for all that follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<i64>,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    pub when: Condition,
    /// "Hộ nghèo"
    pub reason: Text,
}

/// One line of the fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeLine {
    pub name: Text,
    /// For one.
    pub amount: Money,
    pub count: i64,
    pub total: Money,
    /// Fixed by the province.
    pub local: bool,
    /// Why nothing is paid, where something would be.
    pub exempt: Option<Text>,
}

/// The rules of one service, at work.
pub(super) struct Tariff(pub Vec<FeeRule>);

impl Costs for Tariff {
    fn total(&self, seen: &Seen<'_, '_>, today: NaiveDate) -> Money {
        sum(&lines(&self.0, seen, today))
    }
}

pub(super) fn sum(lines: &[FeeLine]) -> Money {
    lines.iter().fold(Money::ZERO, |sum, line| sum.plus(line.total).unwrap_or(sum))
}

/// Line by line; lines of nothing are left out, unless somebody is exempt.
pub(super) fn lines<'a>(rules: &[FeeRule], seen: &Seen<'_, 'a>, today: NaiveDate) -> Vec<FeeLine> {
    rules.iter().flat_map(|rule| rule.lines(seen, today)).collect()
}

impl FeeRule {
    /// Nobody pays anything by it.
    pub fn is_nothing(&self) -> bool {
        self.amount.is_zero() && self.tiers.iter().all(|tier| tier.amount.is_zero())
    }

    fn lines<'a>(&self, seen: &Seen<'_, 'a>, today: NaiveDate) -> Vec<FeeLine> {
        let Some(table) = &self.per_row else {
            return self.line(self.name.clone(), seen, today).into_iter().collect();
        };
        let rows = seen(table).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let line = |row: &'a Value| self.line(self.name_of(row), &|key| row.get(key).or_else(|| seen(key)), today);
        rows.iter().filter_map(line).collect()
    }

    /// `Chứng thực bản sao: Bằng tốt nghiệp`
    fn name_of(&self, row: &Value) -> Text {
        let Some(named) = self.row_name.as_ref().and_then(|column| row.get(column)?.as_str()) else { return self.name.clone() };
        let with = |text: &str| format!("{text}: {named}");
        Text { vi: with(&self.name.vi), en: self.name.en.as_deref().map(with) }
    }

    fn line<'a>(&self, name: Text, seen: &Seen<'_, 'a>, today: NaiveDate) -> Option<FeeLine> {
        if self.when.as_ref().is_some_and(|condition| !condition.holds(seen, today)) {
            return None;
        }
        let number = |key: &String| seen(key).and_then(Value::as_i64).unwrap_or(0).max(0);
        let count = self.count.as_ref().map_or(1, number);
        let amount = self.price(self.units.as_ref().map_or(1, number))?;
        let exempt = self.exempt.iter().find(|exemption| exemption.when.holds(seen, today)).map(|exemption| exemption.reason.clone());
        let full = amount.times(count).filter(|total| !total.is_zero())?;
        let total = if exempt.is_some() { Money::ZERO } else { full };
        Some(FeeLine { name, amount, count, total, local: self.local, exempt })
    }

    /// What one costs that has so many units.
    fn price(&self, units: i64) -> Option<Money> {
        let (mut price, mut counted) = (self.amount, 0);
        for tier in &self.tiers {
            let here = tier.up_to.unwrap_or(i64::MAX).min(units).saturating_sub(counted).max(0);
            price = price.plus(tier.amount.times(here)?)?;
            counted += here;
        }
        Some(self.at_most.map_or(price, |most| most.min(price)))
    }

    /// What is wrong with it, for whoever wrote the file.
    pub(super) fn faults(&self, form: &FormDefinition) -> Vec<String> {
        let mut faults = Vec::new();
        if self.tiers.is_empty() != self.units.is_none() {
            faults.push("`tiers` and `units` need each other".to_owned());
        }
        if !self.tiers.is_empty() && self.said.is_none() {
            faults.push("needs `said`: the tiers in words, for the page of the service".to_owned());
        }
        if !self.tiers.is_empty() && !self.amount.is_zero() {
            faults.push("has both `amount` and `tiers`; keep one".to_owned());
        }
        let ends: Vec<i64> = self.tiers.iter().map(|tier| tier.up_to.unwrap_or(i64::MAX)).collect();
        if !ends.is_sorted_by(|a, b| a < b) || ends.last().is_some_and(|last| *last != i64::MAX) {
            faults.push("`up_to` must rise from tier to tier, and the last tier has none".to_owned());
        }
        let table = self.per_row.as_deref();
        for key in [&self.count, &self.units].into_iter().flatten() {
            if form.kind_of(table, key) != Some("number") {
                faults.push(format!("`{key}` is no number that the form asks"));
            }
        }
        if table.is_some_and(|table| !matches!(form.kind_of(None, table), Some("table" | "group"))) {
            faults.push("`per_row` must name a table".to_owned());
        }
        if self.row_name.as_ref().is_some_and(|column| table.is_none() || form.kind_of(table, column).is_none()) {
            faults.push("`row_name` must name a column of the table of `per_row`".to_owned());
        }
        let conditions = self.when.iter().chain(self.exempt.iter().map(|exemption| &exemption.when));
        faults.extend(conditions.flat_map(|condition| check_condition(form, table, condition)));
        faults.into_iter().map(|fault| format!("fee `{}`: {fault}", self.key)).collect()
    }
}
