//! Whether a form makes sense: told before it is published, in words for whoever wrote the file.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{
    conditions::{Condition, Operand, Test},
    definition::{Choice, Field, FormDefinition},
    fields::Kind,
    prefill::FACTS,
    typed::Shape,
};

/// Everything that is wrong, each with the page and question it stands at. Empty: the form can be published.
pub fn check(form: &FormDefinition) -> Vec<String> {
    let mut checking = Checking { form, before: HashMap::new(), faults: Vec::new() };
    if form.pages.is_empty() {
        checking.faults.push("the form has no page".to_owned());
    }
    let mut pages = HashSet::new();
    for page in &form.pages {
        if !pages.insert(&page.key) || !super::is_key(&page.key) {
            checking.faults.push(format!("page `{}`: the key must be new, of letters a–z, digits, `-` and `_`", page.key));
        }
        let at = format!("page `{}`", page.key);
        checking.condition(&at, page.show_if.as_ref());
        for section in &page.sections {
            checking.condition(&at, section.show_if.as_ref());
            for field in &section.fields {
                checking.field(&at, field);
            }
        }
        for rule in &page.rules {
            checking.condition(&format!("{at}, rule at `{}`", rule.field), Some(&rule.when));
            if !page.fields().any(|field| field.key == rule.field) {
                checking.faults.push(format!("{at}: a rule stands at `{}`, which this page does not ask", rule.field));
            }
        }
    }
    checking.faults
}

struct Checking<'a> {
    form: &'a FormDefinition,
    /// Questions asked so far.
    before: HashMap<&'a str, &'a Field>,
    faults: Vec<String>,
}

impl<'a> Checking<'a> {
    fn field(&mut self, at: &str, field: &'a Field) {
        let at = format!("{at}, field `{}`", field.key);
        let mut faults = Vec::new();
        if self.before.contains_key(field.key.as_str()) || !field.key.split('.').all(super::is_key) {
            faults.push("the key must be new, of letters a–z, digits, `_` and dots".to_owned());
        }
        let asked = field.kind.asked();
        if field.label.vi.trim().is_empty() && !matches!(field.kind, Kind::Information(_)) {
            faults.push("needs a `label`".to_owned());
        }
        if let Some(list) = asked.list().filter(|list| !self.form.lists.contains_key(*list)) {
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
        let before = &self.before;
        faults.extend(asked.faults(&|key| before.get(key).map(|field| field.kind.word())));
        self.faults.extend(faults.into_iter().map(|fault| format!("{at}: {fault}")));
        self.condition(&at, field.show_if.as_ref());
        self.condition(&at, field.required_if.as_ref());
        self.condition(&at, field.same_if.as_ref());
        self.before.insert(&field.key, field);
    }

    /// A condition may look at questions asked before it, and compare what can be compared.
    fn condition(&mut self, at: &str, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        match condition {
            Condition::All(all) | Condition::Any(all) if all.is_empty() => {
                self.faults.push(format!("{at}: a condition over nothing is never or always true"));
            }
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|each| self.condition(at, Some(each))),
            Condition::Not(inner) => self.condition(at, Some(inner)),
            Condition::Test { field, test } => {
                let faults: Vec<String> = match self.before.get(field.as_str()) {
                    None => vec![format!("the condition looks at `{field}`, which is not asked before")],
                    Some(known) => self.test(known, test),
                };
                self.faults.extend(faults.into_iter().map(|fault| format!("{at}: {fault}")));
            }
        }
    }

    fn test(&self, field: &Field, test: &Test) -> Vec<String> {
        let word = field.kind.word();
        let fits = match test {
            Test::Filled(_) => field.kind.asked().shape() != Shape::None,
            Test::Is(_) | Test::IsNot(_) | Test::OneOf(_) | Test::NoneOf(_) => {
                !matches!(word, "checkboxes" | "table" | "information" | "computed")
            }
            Test::Contains(_) => word == "checkboxes",
            Test::LessThan(_) | Test::AtMost(_) | Test::MoreThan(_) | Test::AtLeast(_) => matches!(word, "number" | "money"),
            Test::Before(_) | Test::OnOrBefore(_) | Test::After(_) | Test::OnOrAfter(_) => matches!(word, "date" | "partial_date"),
        };
        if !fits {
            return vec![format!("`{}` is of kind {word}, which cannot be compared so", field.key)];
        }
        let mut faults: Vec<String> = self.values(test).into_iter().filter_map(|value| self.impossible(field, value)).collect();
        if let Some(Operand::Field(other)) = test.operand()
            && !self.before.contains_key(other.as_str())
        {
            faults.push(format!("the condition compares with `{other}`, which is not asked before"));
        }
        faults
    }

    fn values<'t>(&self, test: &'t Test) -> Vec<&'t Value> {
        match (test, test.operand()) {
            (Test::OneOf(values) | Test::NoneOf(values), _) => values.iter().collect(),
            (Test::Contains(value), _) | (_, Some(Operand::Value(value))) => vec![value],
            _ => Vec::new(),
        }
    }

    /// A comparison with a value the question cannot have is never true: a typing error.
    fn impossible(&self, field: &Field, value: &Value) -> Option<String> {
        let wrong = || format!("`{}` can never be {value}", field.key);
        match field.kind.word() {
            "yes_no" | "declaration" => (!value.is_boolean()).then(wrong),
            "number" | "money" => (!value.is_number()).then(wrong),
            _ => match self.choices(&field.kind) {
                Some(choices) => (!choices.iter().any(|choice| value.as_str() == Some(&choice.value))).then(wrong),
                None => (!value.is_string()).then(wrong),
            },
        }
    }

    fn choices(&self, kind: &'a Kind) -> Option<&'a [Choice]> {
        let own: &[Choice] = match kind {
            Kind::Select(kind) => &kind.options,
            Kind::Radio(kind) => &kind.options,
            Kind::Checkboxes(kind) => &kind.options,
            Kind::Country(_) => &[],
            _ => return None,
        };
        match kind.asked().list() {
            Some(list) => self.form.lists.get(list).map(Vec::as_slice),
            None => Some(own),
        }
    }
}
