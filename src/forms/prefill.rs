//! What is known before anybody types: defaults of the form, facts of the account.

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    answers::Answers,
    definition::{Field, FormDefinition, FormPage},
    fields::Kind,
    form::Form,
    typed::Typed,
};
use crate::kernel::{
    lang::Lang,
    person::{Email, PersonName, PersonalId, Phone},
};

/// Who applies, as the account knows; a form names these facts `account.full_name`, `account.email`,
/// `account.phone`, `account.personal_id`, `account.birth_date`, `account.address`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownPerson {
    pub full_name: Option<PersonName>,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub personal_id: Option<PersonalId>,
    pub birth_date: Option<NaiveDate>,
    pub address: Option<String>,
}

/// The names a form may use.
pub(super) const FACTS: &[&str] =
    &["account.full_name", "account.email", "account.phone", "account.personal_id", "account.birth_date", "account.address"];

impl KnownPerson {
    fn fact(&self, name: &str) -> Option<String> {
        match name {
            "account.full_name" => self.full_name.as_ref().map(|fact| fact.as_str().to_owned()),
            "account.email" => self.email.as_ref().map(|fact| fact.as_str().to_owned()),
            "account.phone" => self.phone.as_ref().map(|fact| fact.as_str().to_owned()),
            "account.personal_id" => self.personal_id.as_ref().map(|fact| fact.as_str().to_owned()),
            "account.birth_date" => self.birth_date.map(|fact| fact.format("%Y-%m-%d").to_string()),
            "account.address" => self.address.clone(),
            _ => None,
        }
    }
}

impl Form {
    /// The answers a new draft begins with.
    pub fn begin(&self, person: &KnownPerson, today: NaiveDate) -> Answers {
        let mut answers = Answers::default();
        for field in self.definition.fields() {
            let known = field
                .prefill
                .as_deref()
                .and_then(|name| person.fact(name))
                .or_else(|| field.default.clone().filter(|_| field.same_as.is_none()));
            let Some(text) = known else { continue };
            let seen = |key: &str| answers.get(key);
            let scene = self.scene(&seen, today, Lang::DEFAULT);
            if let Ok(value) = field.kind.asked().parse(&Typed::one(text), &scene) {
                answers.set(&field.key, value);
            }
        }
        answers
    }

    /// What the account knows and this page has not been told.
    pub fn known_to(&self, page: &FormPage, person: &KnownPerson, answers: &Answers, today: NaiveDate) -> Vec<(&str, Value)> {
        self.offered(page, answers, today, |field| field.prefill.as_deref().and_then(|name| person.fact(name)).map(Typed::one))
    }

    /// What somebody said about himself (questions that begin with `prefix`) in a past dossier, where this
    /// page asks the same and has not been told. What is declared is declared anew.
    pub fn said_before(
        &self,
        page: &FormPage,
        prefix: &str,
        past: (&Self, &Answers),
        answers: &Answers,
        today: NaiveDate,
    ) -> Vec<(&str, Value)> {
        let (form, said) = past;
        let same =
            |field: &&Field| form.definition.field(&field.key).is_some_and(|asked| asked.kind == field.kind && asked.label == field.label);
        self.offered(page, answers, today, |field| {
            let field =
                Some(field).filter(|field| field.key.starts_with(prefix) && !matches!(field.kind, Kind::Declaration(_))).filter(same)?;
            said.get(&field.key).map(|value| field.kind.asked().typed(value))
        })
    }

    /// Whether a page asks anything like that and has not been told: only then it is worth looking.
    pub fn wants(&self, page: &FormPage, prefix: &str, answers: &Answers) -> bool {
        page.fields().any(|field| is_open(field, answers) && (field.prefill.is_some() || field.key.starts_with(prefix)))
    }

    /// Understood as if it were typed now, one after the other: a commune after its province.
    fn offered(&self, page: &FormPage, answers: &Answers, today: NaiveDate, of: impl Fn(&Field) -> Option<Typed>) -> Vec<(&str, Value)> {
        let mut together = answers.clone();
        let mut taken = Vec::new();
        for field in page_fields(&self.definition, page) {
            let Some(typed) = Some(field).filter(|field| is_open(field, answers)).and_then(&of).filter(|typed| !typed.is_blank()) else {
                continue;
            };
            let seen = |key: &str| together.get(key);
            let scene = self.scene(&seen, today, Lang::DEFAULT);
            let Ok(value) = field.kind.asked().parse(&typed, &scene) else { continue };
            together.set(&field.key, value.clone());
            taken.push((field.key.as_str(), value));
        }
        taken
    }
}

/// Neither answered nor tried: what somebody typed is never replaced, right or wrong.
fn is_open(field: &Field, answers: &Answers) -> bool {
    answers.get(&field.key).is_none() && answers.unread(&field.key).is_none()
}

fn page_fields<'a>(form: &'a FormDefinition, page: &FormPage) -> impl Iterator<Item = &'a Field> {
    form.page(&page.key).into_iter().flat_map(FormPage::fields)
}
