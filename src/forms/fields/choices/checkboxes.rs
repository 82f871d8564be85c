//! Several of several.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    options,
};
use crate::forms::{Beginning, How, Setting, definition::Choice, faults::Fault, page_view::FieldView, typed::Typed};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkboxes {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// At most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u8>,
}

impl Asked for Checkboxes {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("options", How::Choices), Setting::may("list", How::Line), Setting::may("max", How::Number)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["options", "list"], "[\n  { value = \"1\", label = \"Lựa chọn 1\" },\n]")]
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let choices = options::of(&self.options, self.list.as_deref(), scene);
        for text in typed.all().iter().filter(|text| !text.trim().is_empty()) {
            options::pick(choices, text)?;
        }
        // In the order of the list, each once.
        let chosen: Vec<&str> =
            choices.iter().map(|choice| choice.value.as_str()).filter(|value| typed.all().iter().any(|t| t.trim() == *value)).collect();
        match self.max.map(usize::from).filter(|max| chosen.len() > *max) {
            Some(max) => Err(Fault::new("form-choices-many").count("max", max)),
            None => Ok(json!(chosen)),
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::many(value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned))
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        let choices = options::of(&self.options, self.list.as_deref(), scene);
        let labels: Vec<String> = value.as_array().into_iter().flatten().map(|each| options::label(choices, each, scene)).collect();
        labels.join("; ")
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-choices")
    }

    fn schema(&self) -> Value {
        json!({ "type": "array", "items": options::schema(&self.options, self.list.as_deref()), "uniqueItems": true })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.options = options::views(options::of(&self.options, self.list.as_deref(), scene), typed, &view.id, scene);
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        options::faults(&self.options, self.list.as_deref())
    }

    fn list(&self) -> Option<&str> {
        self.list.as_deref()
    }

    fn options(&self) -> &[Choice] {
        &self.options
    }
}
