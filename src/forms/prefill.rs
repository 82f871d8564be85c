//! What is known before anybody types: defaults of the form, facts of the account.

use chrono::NaiveDate;

use super::{answers::Answers, form::Form, typed::Typed};
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
}
