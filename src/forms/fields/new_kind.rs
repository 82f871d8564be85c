//! How a kind is added: this file, its line in the list of kinds, its template (here that of a line of text)
//! and its texts. It exists in tests only, where it shows that nothing else asks which kinds there are; that the
//! editor takes it is shown beside `catalogue::editing::kinds`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Asked, Scene};
use crate::{
    forms::{
        Answers, Beginning, Form, FormDefinition, How, Places, Setting, World, check, faults::Fault, page_view::FieldView, typed::Typed,
    },
    kernel::lang::Lang,
    platform::{i18n::Texts, library::Library},
};

/// The plate of a vehicle: `19A-123.45`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plate {
    /// Only plates that begin so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub series: String,
}

impl Asked for Plate {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("series", How::Line)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["series"], "\"19\"")]
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let plate = typed.get("").trim().to_uppercase();
        if plate.starts_with(&self.series) && plate.contains('-') { Ok(json!(plate)) } else { Err(Fault::new("form-missing-text")) }
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        format!("biển số {}", value.as_str().unwrap_or_default())
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "-" })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        "text".clone_into(&mut view.widget);
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

#[test]
fn the_form_the_review_and_the_schema_take_it() {
    let field = json!({ "key": "plate", "kind": "plate", "label": "Biển số xe", "series": "19" });
    let page = json!({ "key": "xe", "title": "Xe", "sections": [{ "fields": [field] }] });
    let definition: FormDefinition = serde_json::from_value(json!({ "pages": [page] })).expect("a form");
    assert_eq!(check(&definition), Vec::<String>::new());
    let texts = Texts::load(&Library::Folder(env!("CARGO_MANIFEST_DIR").into())).expect("the texts");
    let form = Form::new(definition, World { places: Places::read("").expect("no places"), texts });
    let posted = |text: &str| vec![("plate".to_owned(), text.to_owned())];
    let wrong = form.read("xe", &posted("30A-1"), &Answers::default(), today(), Lang::Vi);
    assert!(!wrong.is_complete(), "its own rule is asked");
    let right = form.read("xe", &posted("19a-123.45"), &Answers::default(), today(), Lang::Vi);
    assert!(right.is_complete(), "{:?}", right.problems);
    let view = form.page_view("xe", &right.answers, &[], today(), Lang::Vi).expect("a page");
    let shown = view.sections.first().and_then(|section| section.fields.first()).expect("a question");
    assert_eq!((shown.widget.as_str(), shown.value.as_str()), ("text", "19A-123.45"));
    let review = form.summary(&right.answers, today(), Lang::Vi);
    let row = review.first().and_then(|section| section.rows.first()).expect("a row");
    assert_eq!(row.value, "biển số 19A-123.45");
    assert_eq!(form.json_schema("Xe").pointer("/properties/plate/pattern"), Some(&json!("-")));
}
