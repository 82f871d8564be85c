//! Yes or no; the answer is `true` or `false`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{
        How, Setting,
        definition::Text,
        faults::Fault,
        page_view::{FieldView, OptionView},
        typed::Typed,
    },
    kernel::lang::Lang,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YesNo {
    /// Instead of "Có".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<Text>,
    /// Instead of "Không".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<Text>,
}

impl YesNo {
    fn label(&self, yes: bool, lang: Lang) -> String {
        let own = if yes { &self.yes } else { &self.no };
        let common = Text { vi: if yes { "Có" } else { "Không" }.to_owned(), en: Some(if yes { "Yes" } else { "No" }.to_owned()) };
        own.as_ref().unwrap_or(&common).get(lang).to_owned()
    }
}

impl Asked for YesNo {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("yes", How::Both), Setting::may("no", How::Both)];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        match typed.all().iter().rev().find(|text| !text.is_empty()).map(|text| text.trim()) {
            Some("yes") => Ok(json!(true)),
            Some("no") => Ok(json!(false)),
            _ => Err(Fault::new("form-choice")),
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::one(match value.as_bool() {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        })
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        value.as_bool().map(|yes| self.label(yes, scene.lang)).unwrap_or_default()
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-yes-no")
    }

    fn schema(&self) -> Value {
        json!({ "type": "boolean" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.options = [("yes", true), ("no", false)]
            .into_iter()
            .map(|(value, yes)| OptionView {
                value: value.to_owned(),
                label: self.label(yes, scene.lang),
                hint: String::new(),
                chosen: typed.all().iter().any(|text| text == value),
                id: if yes { view.id.clone() } else { format!("{}-2", view.id) },
            })
            .collect();
    }
}
