//! The facts of a service besides its form.

use super::{ToldFact, form_facts};
use crate::{
    catalogue::{FeeRule, ServiceVersion},
    forms::{Condition, Text},
    kernel::lang::Lang,
};

/// Everything a version says, in order.
pub(super) fn told(version: &ServiceVersion, lang: Lang) -> Vec<ToldFact> {
    let mut teller = Teller { version, lang, facts: Vec::new() };
    teller.information();
    teller.eligibility();
    teller.deadlines();
    teller.fees();
    teller.documents();
    teller.competence();
    teller.steps();
    teller.results();
    form_facts::tell(&mut teller);
    teller.facts
}

pub(super) struct Teller<'a> {
    pub version: &'a ServiceVersion,
    pub lang: Lang,
    facts: Vec<ToldFact>,
}

/// Part, key and name of an item.
pub(super) type Of<'k> = (&'static str, &'k str, &'k str);

impl Teller<'_> {
    /// Notes a fact; an empty one is no fact.
    pub fn note(&mut self, (part, key, item): Of<'_>, what: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.facts.push(ToldFact { part, key: key.to_owned(), item: item.to_owned(), what, value });
        }
    }

    pub fn text(&mut self, of: Of<'_>, what: &'static str, text: &Text) {
        let english = text.en.as_deref().map(|en| format!(" / {en}")).unwrap_or_default();
        self.note(of, what, format!("{}{english}", text.vi));
    }

    pub fn maybe(&mut self, of: Of<'_>, what: &'static str, text: Option<&Text>) {
        if let Some(text) = text {
            self.text(of, what, text);
        }
    }

    pub fn condition(&mut self, of: Of<'_>, what: &'static str, condition: Option<&Condition>) {
        if let Some(condition) = condition {
            let said = self.version.form.say(condition, self.lang);
            self.note(of, what, said);
        }
    }

    pub fn flag(&mut self, of: Of<'_>, what: &'static str, on: bool) {
        if on {
            self.note(of, what, if self.lang == Lang::En { "yes" } else { "có" });
        }
    }

    fn texts(&mut self, of: Of<'_>, what: &'static str, texts: &[Text]) {
        let all: Vec<&str> = texts.iter().map(|text| text.vi.as_str()).collect();
        self.note(of, what, all.join("\n"));
    }

    fn information(&mut self) {
        let service = self.version.definition.clone();
        let of = ("information", "", "");
        self.note(of, "code", &service.code);
        self.text(of, "name", &service.name);
        self.text(of, "task", &service.task);
        self.text(of, "summary", &service.summary);
        self.note(of, "field", &service.field);
        self.note(of, "online", service.online.as_str());
        self.note(of, "handled_by", service.handled_by.as_str());
        self.note(of, "decision", &service.decision);
        self.texts(of, "applicants", &service.applicants);
        self.note(of, "keywords", service.keywords.join("\n"));
        self.texts(of, "conditions", &service.conditions);
        self.texts(of, "not_needed", &service.not_needed);
        self.texts(of, "exemptions", &service.exemptions);
        let laws: Vec<&str> = service.legal_basis.iter().map(|law| law.name.as_str()).collect();
        self.note(of, "legal_basis", laws.join("\n"));
        self.note(of, "unverified", service.unverified.join("\n"));
        self.note(of, "subject", &service.subject);
    }

    fn eligibility(&mut self) {
        for (place, rule) in self.version.definition.clone().eligibility.iter().enumerate() {
            let key = place.to_string();
            let of = ("eligibility", key.as_str(), rule.reason.vi.as_str());
            self.condition(of, "when", Some(&rule.when));
            self.text(of, "reason", &rule.reason);
            self.note(of, "alternative", rule.alternative.clone().unwrap_or_default());
            self.maybe(of, "advice", rule.advice.as_ref());
        }
    }

    fn deadlines(&mut self) {
        for (place, rule) in self.version.definition.clone().deadlines.iter().enumerate() {
            let key = place.to_string();
            let of = ("deadlines", key.as_str(), "");
            self.note(of, "limit", rule.limit.words(self.lang));
            self.condition(of, "when", rule.when.as_ref());
            self.maybe(of, "note", rule.note.as_ref());
        }
    }

    fn fees(&mut self) {
        for fee in &self.version.definition.clone().fees {
            self.fee(fee);
        }
    }

    fn fee(&mut self, fee: &FeeRule) {
        let of = ("fees", fee.key.as_str(), fee.name.vi.as_str());
        self.text(of, "name", &fee.name);
        self.note(of, "amount", fee.amount.to_string());
        let tiers: Vec<String> = fee
            .tiers
            .iter()
            .map(|tier| format!("{}: {}", tier.up_to.map_or_else(|| "…".to_owned(), |end| format!("≤ {end}")), tier.amount))
            .collect();
        self.note(of, "tiers", tiers.join("\n"));
        self.note(of, "at_most", fee.at_most.map(|most| most.to_string()).unwrap_or_default());
        let question = |key: &Option<String>| key.clone().unwrap_or_default();
        self.note(of, "count", question(&fee.count));
        self.note(of, "units", question(&fee.units));
        self.note(of, "per_row", question(&fee.per_row));
        self.condition(of, "when", fee.when.as_ref());
        let exempt: Vec<String> =
            fee.exempt.iter().map(|each| format!("{}: {}", each.reason.vi, self.version.form.say(&each.when, self.lang))).collect();
        self.note(of, "exempt", exempt.join("\n"));
        self.flag(of, "local", fee.local);
        self.maybe(of, "said", fee.said.as_ref());
    }

    fn documents(&mut self) {
        for rule in &self.version.definition.clone().documents {
            let of = ("documents", rule.key.as_str(), rule.name.vi.as_str());
            self.text(of, "name", &rule.name);
            self.note(of, "duty", rule.duty.as_str());
            self.note(of, "original", rule.original.to_string());
            self.note(of, "copy", rule.copy.to_string());
            self.note(of, "certified", rule.certified.to_string());
            self.condition(of, "when", rule.when.as_ref());
            self.maybe(of, "when_said", rule.when_said.as_ref());
            self.flag(of, "optional", rule.optional);
            self.flag(of, "replaced_by_data", rule.replaced_by_data);
            self.maybe(of, "hint", rule.hint.as_ref());
        }
    }

    fn competence(&mut self) {
        for (place, rule) in self.version.definition.clone().competence.iter().enumerate() {
            let key = place.to_string();
            let of = ("competence", key.as_str(), rule.reason.vi.as_str());
            self.note(of, "question", &rule.field);
            self.condition(of, "when", rule.when.as_ref());
            self.text(of, "reason", &rule.reason);
        }
    }

    fn steps(&mut self) {
        let service = self.version.definition.clone();
        let order: Vec<&str> = service.workflow.steps.iter().map(|step| step.name.as_str()).collect();
        self.note(("steps", "", ""), "order", order.join(" → "));
        for step in &service.workflow.steps {
            let of = ("steps", step.key.as_str(), step.name.as_str());
            self.note(of, "name", &step.name);
            self.note(of, "public_name", &step.public_name);
            self.note(of, "role", step.role.as_str());
            self.note(of, "hours", f64::from(step.hours).to_string().replace('.', ","));
            let allows: Vec<&str> = step.allows.iter().flatten().map(|action| action.slug()).collect();
            self.note(of, "allows", allows.join(", "));
        }
    }

    fn results(&mut self) {
        for result in &self.version.definition.clone().results {
            self.text(("results", &result.code, &result.name.vi), "name", &result.name);
        }
        if let Some(paper) = &self.version.definition.clone().result_paper {
            let of = ("results", "paper", "");
            self.note(of, "statement", &paper.statement);
            self.note(of, "fields", paper.fields.join("\n"));
            self.note(of, "closing", paper.closing.join("\n"));
        }
    }
}
