//! The number of an identity paper, checked by the kind of paper chosen before it
//! (list `id_papers`: 2 CMND, 5 CCCD, 6 passport, 9 căn cước, 10 certificate of identity …).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{Beginning, How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::text::line,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdPaper {
    /// Key of the question for the kind of paper.
    pub paper: String,
}

impl Asked for IdPaper {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::needed("paper", How::Question)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["paper"], "\"\"")]
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        // Capitals first: a capital may need its marks put together anew.
        let number = line(&typed.get("").to_uppercase());
        let compact: String = number.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        let digits = |count: usize| compact.len() == count && compact.bytes().all(|b| b.is_ascii_digit());
        let fits = |good: bool, fault: &'static str| if good { Ok(json!(compact)) } else { Err(Fault::new(fault)) };
        match (scene.seen)(&self.paper).and_then(Value::as_str) {
            Some("5" | "9" | "10") => fits(digits(12), "form-id-card"),
            Some("2") => fits(digits(9) || digits(12), "form-id-cmnd"),
            Some("6") => fits(is_passport(&compact), "form-id-passport"),
            _ if number.chars().count() <= 50 => Ok(json!(number)),
            _ => Err(Fault::new("form-text-long").count("max", 50).count("length", number.chars().count())),
        }
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "minLength": 1, "maxLength": 50 })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.max_length = 60;
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let known = matches!(kind_of(&self.paper), Some("select" | "radio"));
        if known { Vec::new() } else { vec![format!("`paper` names `{}`, which is no earlier choice", self.paper)] }
    }

    fn looks_at(&self) -> Vec<&str> {
        vec![&self.paper]
    }
}

/// One letter and seven or eight digits.
fn is_passport(number: &str) -> bool {
    let mut letters = number.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase()) && matches!(number.len(), 8 | 9) && letters.all(|c| c.is_ascii_digit())
}
