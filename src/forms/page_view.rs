//! One page of a form as templates need it: everything decided, nothing to look up.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    answers::Answers,
    conditions::Condition,
    definition::{Field, FormPage, Section},
    faults::{Level, Problem},
    fields::{Kind, Scene},
    form::Form,
    typed::Typed,
};
use crate::kernel::lang::Lang;

/// Drawn by `<fields.page page={form}>` of `templates/components/fields/page.html`.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct FormPageView {
    pub key: String,
    pub title: String,
    pub hint: String,
    pub sections: Vec<SectionView>,
    /// JSON object: answers of earlier pages that conditions of this page look at.
    pub known: String,
    /// `2026-11-23`: the day conditions count from.
    pub today: String,
    /// Rows can be added and taken away: the page needs a button for the Enter key before theirs.
    pub has_rows: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct SectionView {
    pub title: String,
    pub hint: String,
    /// JSON of the condition; empty: always shown.
    pub show_if: String,
    pub closed: bool,
    pub fields: Vec<FieldView>,
}

/// One question, of whatever kind; what a kind does not need is empty.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct FieldView {
    /// The word of its kind: names the template.
    pub widget: String,
    pub key: String,
    pub id: String,
    /// Id of the box an error message links to.
    pub anchor: String,
    pub label: String,
    pub hint: String,
    pub required: bool,
    pub error: String,
    pub warning: String,
    /// Ids of hint and error, for `aria-describedby`; empty if there is neither.
    pub described_by: String,
    pub show_if: String,
    /// Not shown with these answers (a browser without scripts shows it nevertheless).
    pub closed: bool,
    pub value: String,
    pub boxes: Vec<BoxView>,
    pub options: Vec<OptionView>,
    pub suggestions: Vec<String>,
    pub autocomplete: String,
    pub inputmode: String,
    pub max_length: u16,
    pub rows: u8,
    pub suffix: String,
    /// What a declaration, information or computed fact says.
    pub text: String,
    /// Key of the province a commune belongs to.
    pub depends_on: String,
    pub rows_of_table: RowsView,
    /// What a box of a row is given at first: a row with nothing else in it counts as empty.
    pub default: String,
}

/// One of the boxes of a date or an hour.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct BoxView {
    pub part: String,
    pub name: String,
    pub id: String,
    pub value: String,
    pub autocomplete: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct OptionView {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
    pub id: String,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct RowsView {
    pub rows: Vec<RowView>,
    /// One more, for a browser without scripts, if there may be one.
    pub spare: Vec<RowView>,
    /// From which scripts make new rows; `__` stands for the number.
    pub pattern: Vec<RowView>,
    pub most: usize,
    /// What a row is, in lower case.
    pub item: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct RowView {
    /// `items.0`: its boxes' names begin so.
    pub start: String,
    /// "Thành viên 1"
    pub title: String,
    pub number: String,
    pub cells: Vec<FieldView>,
}

impl FieldView {
    pub(super) fn of(field: &Field, lang: Lang) -> Self {
        let said = |text: &Option<super::definition::Text>| text.as_ref().map(|text| text.get(lang).to_owned()).unwrap_or_default();
        Self {
            widget: field.kind.word().to_owned(),
            key: field.key.clone(),
            id: field.id(),
            anchor: field.id(),
            label: field.label.get(lang).to_owned(),
            hint: said(&field.hint),
            // A question that is needed under a condition is not called optional.
            required: field.required || field.required_if.is_some(),
            ..Self::default()
        }
    }

    fn describe(&mut self, problems: &[Problem]) {
        let said =
            |level: Level| problems.iter().find(|p| p.field == self.key && p.level == level).map(|p| p.message.clone()).unwrap_or_default();
        (self.error, self.warning) = (said(Level::Block), said(Level::Warning));
        for row in &mut self.rows_of_table.rows {
            for cell in &mut row.cells {
                cell.mark(problems.iter().find(|problem| problem.anchor == cell.anchor), &row.title);
            }
        }
        if self.rows_of_table.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.error.is_empty()) {
            // Told at the boxes themselves.
            self.error.clear();
        }
        self.name_notes();
    }

    /// A box of a row, with what is wrong there: the row's name stands above it.
    fn mark(&mut self, problem: Option<&Problem>, row: &str) {
        if let Some(Problem { message, .. }) = problem {
            message.strip_prefix(&format!("{row}: ")).unwrap_or(message).clone_into(&mut self.error);
        }
        self.name_notes();
    }

    pub(super) fn name_notes(&mut self) {
        let parts = [("hint", &self.hint), ("error", &self.error), ("warning", &self.warning)];
        let ids: Vec<String> = parts.iter().filter(|(_, text)| !text.is_empty()).map(|(part, _)| format!("{}-{part}", self.id)).collect();
        self.described_by = ids.join(" ");
    }
}

impl Form {
    /// The page for templates; `problems` are those to show (none when a page is opened the first
    /// time). `None` for an unknown page.
    pub fn page_view(&self, page: &str, answers: &Answers, problems: &[Problem], today: NaiveDate, lang: Lang) -> Option<FormPageView> {
        let page = self.definition.page(page)?;
        let answers = &self.offering(page, answers, today);
        let shown = self.shown(answers, today);
        let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
        let scene = self.scene(&seen, today, lang);
        let section = |section: &Section| SectionView {
            title: section.title.as_ref().map(|title| title.get(lang).to_owned()).unwrap_or_default(),
            hint: section.hint.as_ref().map(|hint| hint.get(lang).to_owned()).unwrap_or_default(),
            show_if: json_of(section.show_if.as_ref()),
            closed: section.show_if.as_ref().is_some_and(|condition| !condition.holds(&seen, today)),
            fields: section.fields.iter().map(|field| self.field_view(field, answers, problems, &scene)).collect(),
        };
        Some(FormPageView {
            key: page.key.clone(),
            title: page.title.get(lang).to_owned(),
            hint: page.hint.as_ref().map(|hint| hint.get(lang).to_owned()).unwrap_or_default(),
            sections: page.sections.iter().map(section).collect(),
            known: known(page, &seen).to_string(),
            today: today.format("%Y-%m-%d").to_string(),
            has_rows: page.fields().any(|field| matches!(field.kind, Kind::Table(_) | Kind::Group(_))),
        })
    }

    /// The answers with what the page lays into its empty boxes: what is the same as an earlier answer,
    /// else the usual. What follows from them (the communes of a province) follows from what is seen.
    fn offering(&self, page: &FormPage, answers: &Answers, today: NaiveDate) -> Answers {
        let mut offered = answers.clone();
        for field in page.fields().filter(|field| field.same_as.is_some()) {
            if answers.unread(&field.key).is_some() || answers.get(&field.key).is_some() {
                continue;
            }
            let usual = || {
                let seen = |key: &str| offered.get(key);
                let scene = self.scene(&seen, today, Lang::DEFAULT);
                field.kind.asked().parse(&Typed::one(field.default.clone()?), &scene).ok()
            };
            if let Some(value) = self.borrowed(field, &offered, today).or_else(usual) {
                offered.set(&field.key, value);
            }
        }
        offered
    }

    fn field_view(&self, field: &Field, answers: &Answers, problems: &[Problem], scene: &Scene<'_>) -> FieldView {
        let mut view = FieldView::of(field, scene.lang);
        view.show_if = json_of(field.show_if.as_ref());
        view.closed = field.show_if.as_ref().is_some_and(|condition| !condition.holds(scene.seen, scene.today));
        let asked = field.kind.asked();
        let typed = match (answers.unread(&field.key), answers.get(&field.key)) {
            (Some(unread), _) => unread.clone(),
            (None, Some(value)) => asked.typed(value),
            (None, None) => Typed::default(),
        };
        typed.get("").clone_into(&mut view.value);
        asked.dress(&mut view, &typed, scene);
        view.describe(problems);
        view
    }
}

pub(super) fn json_of(condition: Option<&Condition>) -> String {
    condition.and_then(|condition| serde_json::to_string(condition).ok()).unwrap_or_default()
}

/// The answers that conditions of this page look at and that are asked on other pages.
fn known<'a>(page: &FormPage, seen: &dyn Fn(&str) -> Option<&'a Value>) -> Value {
    let here: Vec<&str> = page.fields().map(|field| field.key.as_str()).collect();
    let conditions = page
        .sections
        .iter()
        .flat_map(|section| section.show_if.iter().chain(section.fields.iter().filter_map(|field| field.show_if.as_ref())));
    let mut known = Map::new();
    for key in conditions.flat_map(Condition::keys).filter(|key| !here.contains(key)) {
        if let Some(answer) = seen(key) {
            known.insert(key.to_owned(), answer.clone());
        }
    }
    json!(known)
}
