//! One of several: all seen at once (`radio`, for up to about seven), or in a list that opens (`select`).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    super::{Asked, Scene},
    options,
};
use crate::forms::{Beginning, How, Setting, definition::Choice, faults::Fault, page_view::FieldView, typed::Typed};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// A shared list of `config/lists`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
}

impl OneOf {
    fn choices<'a>(&'a self, scene: &'a Scene<'_>) -> &'a [Choice] {
        options::of(&self.options, self.list.as_deref(), scene)
    }
}

impl Asked for OneOf {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("options", How::Choices), Setting::may("list", How::Line)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["options", "list"], "[\n  { value = \"1\", label = \"Lựa chọn 1\" },\n]")]
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        // A hidden empty box stands before the choices, so that a choice taken back is posted too.
        let chosen = typed.all().iter().rev().find(|text| !text.is_empty()).map_or("", String::as_str);
        options::pick(self.choices(scene), chosen)
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        options::label(self.choices(scene), value, scene)
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-choice")
    }

    fn schema(&self) -> Value {
        options::schema(&self.options, self.list.as_deref())
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.options = options::views(self.choices(scene), typed, &view.id, scene);
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
