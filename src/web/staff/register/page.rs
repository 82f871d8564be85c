//! The register as a page.

use serde::Serialize;

use super::{
    address::{RegisterQuery, question},
    cells::{cells, headings},
};
use crate::{
    dossiers::{RegisterFilter, RegisterPart, Rules},
    kernel::{actor::Official, desk_places::DeskPlace, places::Place},
    platform::views::Page,
    web::{
        shell::Visit,
        staff::{
            days::in_box,
            side::{SideGroup, side_of},
        },
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct RegisterPage {
    side: Vec<SideGroup>,
    action: String,
    from: String,
    to: String,
    period: String,
    units: Vec<Choice>,
    unit: String,
    unit_names: String,
    fields: Vec<Choice>,
    field: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    csv: String,
    xlsx: String,
    /// The whole period on one page, for printing; empty if it is shown whole.
    whole: String,
    first: String,
    next: String,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Page for RegisterPage {
    const TEMPLATE: &'static str = "staff/register.html";

    fn samples() -> Vec<Self> {
        let row = |name: &str| -> Vec<String> {
            let cells = ["1", "H44.101-261123-0001", "Cấp bản sao trích lục hộ tịch", "1", name, "", "0912 000 001", "23/11/2026, 09:00"];
            let more = ["24/11/2026, 17:30", "", "", "Tại Bộ phận Một cửa", "", "", "Lê Thị Tiếp", "Đang xử lý"];
            cells.iter().chain(&more).map(ToString::to_string).collect()
        };
        vec![Self::sample(vec![row("Nguyễn Thị Hồng Mẫu"), row("Trần Thị Thử")]), Self::sample(Vec::new())]
    }
}

impl RegisterPage {
    fn sample(rows: Vec<Vec<String>>) -> Self {
        let all = vec![Choice { value: String::new(), text: "Tất cả".into() }];
        Self {
            side: crate::web::staff::side::sample(),
            action: "/can-bo/so-theo-doi".into(),
            from: "2026-11-01".into(),
            to: "2026-11-23".into(),
            period: "Từ ngày 01/11/2026 đến ngày 23/11/2026".into(),
            units: all.clone(),
            unit: String::new(),
            unit_names: "UBND phường Việt Trì".into(),
            fields: all,
            field: String::new(),
            headings: (1..=16).map(|n| format!("Cột {n}")).collect(),
            rows,
            csv: "/can-bo/so-theo-doi/csv".into(),
            xlsx: "/can-bo/so-theo-doi/xlsx".into(),
            whole: "/can-bo/so-theo-doi?in=1".into(),
            first: "/can-bo/so-theo-doi".into(),
            next: "/can-bo/so-theo-doi?sau=1".into(),
        }
    }
}

pub fn page(
    visit: &Visit,
    official: &Official,
    rules: &Rules,
    (query, filter): (&RegisterQuery, &RegisterFilter),
    part: &RegisterPart,
) -> RegisterPage {
    let before = query.before();
    let at = |place: Place, more: &[(&'static str, String)]| {
        let asked = [question(filter), more.to_vec()].concat();
        let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
        place.asking(&asked)
    };
    let further = |cursor: crate::dossiers::RegisterCursor| {
        at(Place::Desk(DeskPlace::Register), &[("sau", cursor.to_string()), ("so", (before + part.rows.len()).to_string())])
    };
    let complete = query.place().is_none() && part.next.is_none();
    let day = |day: Option<chrono::NaiveDate>| day.map(words::day).unwrap_or_default();
    RegisterPage {
        side: side_of(visit, &Place::Desk(DeskPlace::Register)),
        action: Place::Desk(DeskPlace::Register).path(),
        from: in_box(filter.days.from),
        to: in_box(filter.days.to),
        period: visit.text("register-period", &[("from", day(filter.days.from).into()), ("to", day(filter.days.to).into())]),
        units: units(visit, official, rules),
        unit: filter.agency.map(|id| id.to_string()).unwrap_or_default(),
        unit_names: unit_names(official, rules, filter),
        fields: fields(visit, rules),
        field: filter.field.clone().unwrap_or_default(),
        headings: headings(visit),
        rows: (before + 1..).zip(&part.rows).map(|(number, row)| cells(visit, number, row)).collect(),
        csv: at(Place::Desk(DeskPlace::RegisterText), &[]),
        xlsx: at(Place::Desk(DeskPlace::RegisterBook), &[]),
        whole: if complete { String::new() } else { at(Place::Desk(DeskPlace::Register), &[("in", "1".to_owned())]) },
        first: if query.place().is_some() { at(Place::Desk(DeskPlace::Register), &[]) } else { String::new() },
        next: part.next.map(further).unwrap_or_default(),
    }
}

fn units(visit: &Visit, official: &Official, rules: &Rules) -> Vec<Choice> {
    let all = Choice { value: String::new(), text: visit.text("register-all-units", &[]) };
    let own = official.agencies().into_iter().filter_map(|id| rules.agencies.get(id));
    std::iter::once(all).chain(own.map(|agency| Choice { value: agency.id.to_string(), text: agency.short_authority() })).collect()
}

/// Whose register it is, for its head on paper.
fn unit_names(official: &Official, rules: &Rules, filter: &RegisterFilter) -> String {
    let asked = official.agencies().into_iter().filter(|own| filter.agency.is_none_or(|agency| agency == *own));
    asked.filter_map(|id| rules.agencies.get(id)).map(|agency| agency.authority()).collect::<Vec<_>>().join(", ")
}

fn fields(visit: &Visit, rules: &Rules) -> Vec<Choice> {
    let mut names: Vec<String> = rules.catalogue.all_in_force(visit.now().instant()).iter().map(|v| v.definition.field.clone()).collect();
    names.sort_unstable();
    names.dedup();
    let all = Choice { value: String::new(), text: visit.text("register-all-fields", &[]) };
    std::iter::once(all).chain(names.into_iter().map(|name| Choice { value: name.clone(), text: name })).collect()
}
