//! Whether a form makes sense: told before it is published, in words for whoever wrote the file.

mod comparisons;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    conditions::Condition,
    definition::{Choice, Field, FormDefinition, FormPage},
    fields::Kind,
    prefill::FACTS,
};

/// Everything that is wrong, each with the page and question it stands at. Empty: the form can be published.
pub fn check(form: &FormDefinition) -> Vec<String> {
    let mut faults = Vec::new();
    if form.pages.is_empty() {
        faults.push("the form has no page".to_owned());
    }
    let mut asked = Asked { lists: &form.lists, before: HashMap::new() };
    let mut pages = HashSet::new();
    for page in &form.pages {
        let at = format!("page `{}`", page.key);
        if !pages.insert(&page.key) || !super::is_key(&page.key) {
            faults.push(format!("{at}: the key must be new, of letters a–z, digits, `-` and `_`"));
        }
        faults.extend(asked.page(page).into_iter().map(|fault| format!("{at}: {fault}")));
    }
    faults
}

/// What is wrong with a condition over a whole form, such as a service has for its papers and fees;
/// `table`: over one of its rows, too.
pub fn check_condition(form: &FormDefinition, table: Option<&str>, condition: &Condition) -> Vec<String> {
    let columns = table.and_then(|table| form.field(table)).and_then(comparisons::columns).unwrap_or_default();
    let before = form.fields().chain(columns).map(|field| (field.key.as_str(), field)).collect();
    Asked { lists: &form.lists, before }.condition(condition)
}

impl FormDefinition {
    /// The word of the kind of a question: of a row of `table`, if it has such a column, or of the form.
    pub fn kind_of(&self, table: Option<&str>, key: &str) -> Option<&'static str> {
        let columns = table.and_then(|table| self.field(table)).and_then(comparisons::columns).unwrap_or_default();
        columns.iter().find(|column| column.key == key).or_else(|| self.field(key)).map(|field| field.kind.word())
    }
}

/// The questions asked so far.
#[derive(Clone)]
struct Asked<'a> {
    lists: &'a BTreeMap<String, Vec<Choice>>,
    before: HashMap<&'a str, &'a Field>,
}

impl<'a> Asked<'a> {
    fn page(&mut self, page: &'a FormPage) -> Vec<String> {
        let mut faults = self.optional(page.show_if.as_ref());
        for section in &page.sections {
            faults.extend(self.optional(section.show_if.as_ref()));
            for field in &section.fields {
                faults.extend(self.field(field).into_iter().map(|fault| format!("field `{}`: {fault}", field.key)));
            }
        }
        for rule in &page.rules {
            if !page.fields().any(|field| field.key == rule.field) {
                faults.push(format!("a rule stands at `{}`, which this page does not ask", rule.field));
            }
            faults.extend(self.condition(&rule.when).into_iter().map(|fault| format!("rule at `{}`: {fault}", rule.field)));
        }
        faults
    }

    fn field(&mut self, field: &'a Field) -> Vec<String> {
        let mut faults = Vec::new();
        if self.before.contains_key(field.key.as_str()) || !field.key.split('.').all(super::is_key) {
            faults.push("the key must be new, of letters a–z, digits, `_` and dots".to_owned());
        }
        let asked = field.kind.asked();
        if field.label.vi.trim().is_empty() && !matches!(field.kind, Kind::Information(_)) {
            faults.push("needs a `label`".to_owned());
        }
        if let Some(list) = asked.list().filter(|list| !self.lists.contains_key(*list)) {
            faults.push(format!("there is no list `{list}` in config/lists"));
        }
        if let Some(fact) = field.prefill.as_deref().filter(|fact| !FACTS.contains(fact)) {
            faults.push(format!("prefill `{fact}` is none of {}", FACTS.join(", ")));
        }
        if let Some(key) = field.same_as.as_deref().filter(|key| !self.before.contains_key(key)) {
            faults.push(format!("same_as names `{key}`, which is not asked before"));
        }
        for key in asked.looks_at().into_iter().filter(|key| !self.before.contains_key(key)) {
            faults.push(format!("looks at `{key}`, which is not asked before"));
        }
        faults.extend(asked.faults(&|key| self.kind_of(key)));
        for condition in [&field.show_if, &field.required_if, &field.same_if] {
            faults.extend(self.optional(condition.as_ref()));
        }
        faults.extend(self.columns(field));
        self.before.insert(&field.key, field);
        faults
    }

    /// The word of the kind of a question, or of a column `table.column`.
    fn kind_of(&self, key: &str) -> Option<&'static str> {
        if let Some(field) = self.before.get(key) {
            return Some(field.kind.word());
        }
        let (table, column) = key.rsplit_once('.')?;
        let columns = comparisons::columns(self.before.get(table)?)?;
        columns.iter().find(|known| known.key == column).map(|known| known.kind.word())
    }

    /// The questions of a row may look at those of their own row, and at what was asked before the table.
    fn columns(&self, field: &'a Field) -> Vec<String> {
        let (Kind::Table(table) | Kind::Group(table)) = &field.kind else { return Vec::new() };
        let mut row = self.clone();
        row.before.retain(|key, _| !table.columns.iter().any(|column| column.key == *key));
        let of = |column: &'a Field| {
            let faults = row.field(column).into_iter();
            faults.map(|fault| format!("column `{}`: {fault}", column.key)).collect::<Vec<_>>()
        };
        table.columns.iter().flat_map(of).collect()
    }

    fn optional(&self, condition: Option<&Condition>) -> Vec<String> {
        condition.map(|condition| self.condition(condition)).unwrap_or_default()
    }
}
