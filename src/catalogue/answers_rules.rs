//! What follows from the answers: fee, limit, papers, competent commune, whose dossier it is.
//! All pure; hidden answers count as not given.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::Value;

use crate::{
    calendar::Limit,
    forms::{Answers, Condition, Text},
    kernel::{
        lang::Lang,
        money::Money,
        person::{Email, PersonName, PersonalId, Phone},
        text::fold,
    },
};

use super::{DeadlineRule, DocumentRule, Duty, FeeLine, FeeRule, ServiceVersion, fees};

/// A paper this dossier needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredDocument {
    pub key: String,
    pub name: Text,
    pub hint: Option<Text>,
    pub duty: Duty,
    pub original: u8,
    pub copy: u8,
    pub certified: u8,
    /// Uploaded with an online dossier (papers only shown at the counter are not).
    pub upload: bool,
    /// Without a file of it the dossier cannot be submitted.
    pub required: bool,
    pub max_files: u8,
    /// Why, in Vietnamese words, where it depends on answers.
    pub because: Option<String>,
}

/// A commune that may decide this dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetentCommune {
    /// Five digits of the list of places.
    pub place_code: String,
    pub reason: Text,
}

/// What the dossier's row keeps for lists and search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApplicantFacts {
    pub name: Option<PersonName>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub personal_id: Option<PersonalId>,
}

/// Chủ hồ sơ, where he is not who applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerFacts {
    pub name: PersonName,
    pub personal_id: Option<PersonalId>,
}

const FILES_OF_A_DOCUMENT: u8 = 5;

/// The questions about where somebody lives, behind his name in the form.
const ADDRESS: [&str; 5] = ["residence_address", "current_address", "address", "residence_commune", "residence_province"];

/// A walk over the shown answers of one dossier.
struct Seen<'a> {
    answers: &'a Answers,
    shown: HashSet<&'a str>,
    today: NaiveDate,
}

impl<'a> Seen<'a> {
    fn get(&self, key: &str) -> Option<&'a Value> {
        if self.shown.contains(key) { self.answers.get(key) } else { None }
    }

    fn text(&self, keys: &[String]) -> Option<&'a str> {
        keys.iter().find_map(|key| self.get(key).and_then(Value::as_str))
    }

    fn holds(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| condition.holds(&|key| self.get(key), self.today))
    }
}

impl ServiceVersion {
    fn seen<'a>(&'a self, answers: &'a Answers, today: NaiveDate) -> Seen<'a> {
        Seen { answers, shown: self.form.shown(answers, today), today }
    }

    /// Where the applicant lives, as he has said it, the smallest part first; empty if he was not asked.
    pub fn applicant_address(&self, answers: &Answers, today: NaiveDate, lang: Lang) -> String {
        let shown = self.form.shown(answers, today);
        let person = self.definition.applicant.name.iter().find(|key| shown.contains(key.as_str())).and_then(|key| key.rsplit_once('.'));
        let Some((person, _)) = person else { return String::new() };
        let part = |part: &&str| {
            let key = format!("{person}.{part}");
            if shown.contains(key.as_str()) { self.form.show(&key, answers, today, lang) } else { None }
        };
        let said: Vec<String> = ADDRESS.iter().filter_map(part).filter(|said| !said.is_empty()).collect();
        said.join(", ")
    }

    /// What is to be paid, line by line; lines of nothing are left out, unless somebody is exempt.
    pub fn fee_lines(&self, answers: &Answers, today: NaiveDate) -> Vec<FeeLine> {
        let seen = self.seen(answers, today);
        fees::lines(&self.definition.fees, &|key| seen.get(key), today)
    }

    pub fn fee(&self, answers: &Answers, today: NaiveDate) -> Money {
        fees::sum(&self.fee_lines(answers, today))
    }

    /// The limit for these answers: the first rule that holds.
    pub fn deadline(&self, answers: &Answers, today: NaiveDate) -> Limit {
        let seen = self.seen(answers, today);
        self.definition.deadlines.iter().find(|rule| seen.holds(rule.when.as_ref())).map_or(Limit::WorkingDays(1), |rule| rule.limit)
    }

    /// The limit of the usual case, for the service's page.
    pub fn usual_deadline(&self) -> Option<&DeadlineRule> {
        self.definition.deadlines.iter().find(|rule| rule.when.is_none())
    }

    /// The papers these answers call for, in the order of the service.
    pub fn required_documents(&self, answers: &Answers, today: NaiveDate) -> Vec<RequiredDocument> {
        let seen = self.seen(answers, today);
        let document = |rule: &DocumentRule| RequiredDocument {
            key: rule.key.clone(),
            name: rule.name.clone(),
            hint: rule.hint.clone(),
            duty: rule.duty,
            original: rule.original,
            copy: rule.copy,
            certified: rule.certified,
            upload: rule.duty == Duty::Submit,
            required: rule.duty == Duty::Submit && !rule.optional && !rule.replaced_by_data,
            max_files: rule.max_files.unwrap_or(FILES_OF_A_DOCUMENT),
            because: self.when_needed(rule, Lang::Vi),
        };
        self.definition.documents.iter().filter(|rule| seen.holds(rule.when.as_ref())).map(document).collect()
    }

    /// When a paper is needed, in words; nothing if always.
    pub fn when_needed(&self, rule: &DocumentRule, lang: Lang) -> Option<String> {
        let said = rule.when_said.as_ref().map(|said| said.get(lang).to_owned());
        said.or_else(|| rule.when.as_ref().map(|condition| self.form.say(condition, lang)))
    }

    /// Charges that apply and whose amount the province has not given yet.
    pub fn charges_of_the_province(&self, answers: &Answers, today: NaiveDate) -> Vec<&FeeRule> {
        let seen = self.seen(answers, today);
        let open = |rule: &&FeeRule| rule.local && rule.is_nothing() && seen.holds(rule.when.as_ref());
        let exempt = |rule: &&FeeRule| rule.exempt.iter().any(|exemption| seen.holds(Some(&exemption.when)));
        self.definition.fees.iter().filter(open).filter(|rule| !exempt(rule)).collect()
    }

    /// The communes that may decide, the most competent first, each once.
    pub fn competent_communes(&self, answers: &Answers, today: NaiveDate) -> Vec<CompetentCommune> {
        let seen = self.seen(answers, today);
        let mut communes: Vec<CompetentCommune> = Vec::new();
        for rule in self.definition.competence.iter().filter(|rule| seen.holds(rule.when.as_ref())) {
            let Some(code) = seen.get(&rule.field).and_then(Value::as_str) else { continue };
            if !communes.iter().any(|commune| commune.place_code == code) {
                communes.push(CompetentCommune { place_code: code.to_owned(), reason: rule.reason.clone() });
            }
        }
        communes
    }

    /// Who applies, as far as the answers tell.
    pub fn applicant(&self, answers: &Answers, today: NaiveDate) -> ApplicantFacts {
        let seen = self.seen(answers, today);
        let keys = &self.definition.applicant;
        ApplicantFacts {
            name: seen.text(&keys.name).and_then(|text| text.parse().ok()),
            phone: seen.text(&keys.phone).and_then(|text| text.parse().ok()),
            email: seen.text(&keys.email).and_then(|text| text.parse().ok()),
            personal_id: seen.text(&keys.personal_id).and_then(|text| text.parse().ok()),
        }
    }

    /// In whose name the dossier is, if somebody else applies for him: told apart by the number, where
    /// both are known, else by the name.
    pub fn owner(&self, answers: &Answers, today: NaiveDate) -> Option<OwnerFacts> {
        let (seen, keys) = (self.seen(answers, today), self.definition.owner.as_ref()?);
        let owner = OwnerFacts {
            name: seen.text(&keys.name)?.parse().ok()?,
            personal_id: seen.text(&keys.personal_id).and_then(|text| text.parse().ok()),
        };
        let applicant = self.applicant(answers, today);
        let same = match (&owner.personal_id, &applicant.personal_id) {
            (Some(his), Some(mine)) => his == mine,
            _ => applicant.name.is_some_and(|name| fold(name.as_str()) == fold(owner.name.as_str())),
        };
        (!same).then_some(owner)
    }

    /// The dossier in one line. `{a|b}` is the first answered of the questions a and b, as it is read;
    /// nothing answered leaves "…".
    pub fn subject(&self, answers: &Answers, today: NaiveDate) -> String {
        let mut line = String::new();
        let mut rest = self.definition.subject.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (keys, after) = after.split_once('}').unwrap_or((after, ""));
            let visible = self.form.visible(answers, today);
            let shown = keys.split('|').find_map(|key| self.form.show(key.trim(), &visible, today, Lang::Vi));
            line.push_str(before);
            line.push_str(shown.as_deref().unwrap_or("…"));
            rest = after;
        }
        line.push_str(rest);
        line
    }

    /// How the result is received: `in_person`, `online` or `postal`, if the form asks.
    pub fn return_method<'a>(&'a self, answers: &'a Answers, today: NaiveDate) -> Option<&'a str> {
        let key = self.definition.return_method.as_ref()?;
        self.seen(answers, today).get(key).and_then(Value::as_str)
    }
}
