//! Whether a service is for this person at all: asked on the first page, before anything else, so that
//! nobody fills in a form for nothing. Who is refused is told why, and where to go instead.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ServiceDefinition, ServiceVersion};
use crate::forms::{Answers, Condition, FormDefinition, FormPage, Rule, Text, check_condition};

/// When `when` holds, the service is not the right one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityRule {
    /// Over questions of the form's first page.
    pub when: Condition,
    pub reason: Text,
    /// Code of the procedure that is right: `2.000806`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
    /// What to do instead, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Text>,
}

impl EligibilityRule {
    /// The question at which it is said: the last it looks at, which decided.
    fn field(&self) -> &str {
        self.when.fields().last().copied().unwrap_or_default()
    }

    /// The same as a rule of the form: it blocks, wherever the form is checked.
    fn rule(&self) -> Rule {
        Rule { field: self.field().to_owned(), when: self.when.clone(), message: self.reason.clone(), warning: false }
    }
}

/// The form with the rules of eligibility in its first page.
pub(super) fn with_rules(definition: &ServiceDefinition) -> FormDefinition {
    let mut form = definition.form.clone();
    if let Some(first) = form.pages.first_mut() {
        first.rules.extend(definition.eligibility.iter().map(EligibilityRule::rule));
    }
    form
}

/// What is wrong with the rules of a service, for whoever wrote the file.
pub(super) fn faults(service: &ServiceDefinition) -> Vec<String> {
    let mut faults = Vec::new();
    let first = service.form.pages.first();
    let asked = |key: &str| first.is_some_and(|page| page.fields().any(|field| field.key == key));
    for rule in &service.eligibility {
        faults.extend(check_condition(&service.form, None, &rule.when));
        faults.extend(
            rule.when.fields().into_iter().filter(|key| !asked(key)).map(|key| {
                format!("looks at `{key}`, which the form's first page does not ask: who may not apply is told before the rest")
            }),
        );
        if let Some(code) = rule.alternative.as_ref().filter(|code| !super::check::is_procedure_code(code)) {
            faults.push(format!("alternative `{code}` is no national procedure code such as 2.000806"));
        }
        if rule.alternative.is_none() && rule.advice.is_none() {
            faults.push("needs an `alternative` or an `advice`: nobody is sent away without a way".to_owned());
        }
    }
    let known = first.filter(|_| !service.eligibility.is_empty()).into_iter().flat_map(FormPage::fields);
    faults.extend(
        known
            .filter(|field| field.prefill.is_some())
            .map(|field| format!("`{}` takes an account's fact on the first page, which is asked before the account's facts", field.key)),
    );
    faults.into_iter().map(|fault| format!("eligibility: {fault}")).collect()
}

impl ServiceVersion {
    /// The page that is asked before anything else, if the service is not for everybody.
    pub fn eligibility_page(&self) -> Option<&FormPage> {
        self.form.definition().pages.first().filter(|_| !self.definition.eligibility.is_empty())
    }

    /// Why these answers lead elsewhere, if they do.
    pub fn not_eligible(&self, answers: &Answers, today: NaiveDate) -> Option<&EligibilityRule> {
        let shown = self.form.shown(answers, today);
        let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
        self.definition.eligibility.iter().find(|rule| rule.when.holds(&seen, today))
    }
}
