//! Số định danh cá nhân: twelve digits `PPP G YY NNNNNN` (Decree 137/2015/NĐ-CP, Article 13):
//! place where the birth was registered, century and sex, year, chance. There is no check digit.
//! Old registers hold errors, so what does not fit the day of birth or the sex is a doubt, not a refusal.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::person::PersonalId,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalIdField {
    /// Key of the same person's day of birth, to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// Key of the same person's sex; or `male`, `female` where the form asks for a man or a woman.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
}

/// The year of birth and whether male, as the number says.
fn told(id: &str) -> Option<(i32, bool)> {
    let century: i32 = id.get(3..4)?.parse().ok()?;
    let year: i32 = id.get(4..6)?.parse().ok()?;
    Some((1900 + 100 * (century / 2) + year, century % 2 == 0))
}

/// Said by the service itself, no question.
fn is_sex(word: &str) -> bool {
    matches!(word, "male" | "female")
}

impl Asked for PersonalIdField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("birth_date", How::Question), Setting::may("sex", How::Question)];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let id = typed.get("").parse::<PersonalId>().map_err(|_| Fault::new("form-personal-id"))?;
        if id.as_str().starts_with("000") { Err(Fault::new("form-personal-id-unreal")) } else { Ok(json!(id.as_str())) }
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        let digits: Vec<char> = value.as_str().unwrap_or_default().chars().collect();
        digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    fn doubt(&self, value: &Value, scene: &Scene<'_>) -> Option<Fault> {
        let (year, male) = told(value.as_str()?)?;
        let answer = |key: &Option<String>| key.as_deref().and_then(|key| (scene.seen)(key)).and_then(Value::as_str);
        if answer(&self.birth_date).and_then(|date| date.get(0..4)).is_some_and(|born| born != year.to_string()) {
            return Some(Fault::new("form-personal-id-year").with("year", year));
        }
        match self.sex.as_deref() {
            Some("female") => male.then(|| Fault::new("form-personal-id-of-man")),
            Some("male") => (!male).then(|| Fault::new("form-personal-id-of-woman")),
            _ => {
                let wrong_sex = answer(&self.sex).is_some_and(|sex| sex != if male { "male" } else { "female" });
                wrong_sex.then(|| Fault::new("form-personal-id-sex"))
            }
        }
    }

    fn missing(&self) -> Fault {
        Fault::new("form-personal-id")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{12}$" })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        "numeric".clone_into(&mut view.inputmode);
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let mut faults = Vec::new();
        if let Some(key) = self.birth_date.as_deref().filter(|key| !matches!(kind_of(key), Some("date" | "partial_date"))) {
            faults.push(format!("`birth_date` names `{key}`, which is no earlier date"));
        }
        if let Some(key) = self.sex.as_deref().filter(|key| !is_sex(key) && !matches!(kind_of(key), Some("radio" | "select"))) {
            faults.push(format!("`sex` names `{key}`, which is no earlier choice"));
        }
        faults
    }

    fn looks_at(&self) -> Vec<&str> {
        [&self.birth_date, &self.sex].into_iter().flatten().map(String::as_str).filter(|key| !is_sex(key)).collect()
    }
}
