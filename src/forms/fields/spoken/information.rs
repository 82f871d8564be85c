//! Something to read, between questions.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::forms::{
    Beginning, How, Setting,
    definition::Text,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Information {
    pub text: Text,
}

impl Asked for Information {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::needed("text", How::BothLong)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["text"], "\"Nội dung bạn cần đọc.\"")]
    }

    fn shape(&self) -> Shape {
        Shape::None
    }

    fn parse(&self, _typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        Ok(Value::Null)
    }

    fn schema(&self) -> Value {
        json!(false)
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, scene: &Scene<'_>) {
        self.text.get(scene.lang).clone_into(&mut view.text);
    }
}
