//! Rows of questions: periods of residence, papers to certify (`table`); members of a household, one
//! person a group of boxes (`group`). They differ in how they are drawn, not in what they are.

mod drawing;
mod reading;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Asked, Scene};
use crate::{
    forms::{
        Beginning, How, Setting,
        definition::{Field, Text},
        faults::Fault,
        page_view::FieldView,
        typed::{Shape, Typed},
    },
    kernel::lang::Lang,
};

/// The answer is an array of objects, column key → value; rows left as they were given are not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Questions of one row; their keys hold no dot. What a condition of a row names is first looked
    /// for in the row, then in the form.
    #[serde(alias = "fields")]
    pub columns: Vec<Field>,
    /// What one row is, in lower case: "thành viên"; "dòng" if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
}

const MOST: u16 = 200;

impl Table {
    fn most(&self) -> usize {
        usize::from(self.max.unwrap_or(MOST).min(MOST))
    }

    fn item(&self, lang: Lang) -> &str {
        self.item.as_ref().map_or(if lang == Lang::En { "row" } else { "dòng" }, |item| item.get(lang))
    }

    fn least(&self) -> usize {
        usize::from(self.min.unwrap_or(0))
    }
}

/// "Thành viên 2"
fn title(item: &str, number: &str) -> String {
    let mut letters = item.chars();
    let first = letters.next().map(char::to_uppercase);
    format!("{}{} {number}", first.map(String::from_iter).unwrap_or_default(), letters.as_str())
}

impl Asked for Table {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("item", How::Both), Setting::may("min", How::Number), Setting::may("max", How::Number)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["columns", "fields"], "[\n  { key = \"name\", kind = \"text\", label = \"Tên\" },\n]")]
    }

    fn shape(&self) -> Shape {
        Shape::Rows
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let (mut kept, mut faults) = (Vec::new(), Vec::new());
        for row in reading::filled(self, typed) {
            kept.push(Value::Object(reading::row(self, typed, row, kept.len(), scene, &mut faults)));
        }
        match kept.len() {
            _ if !faults.is_empty() => Err(Fault::Rows(faults)),
            // Boxes were posted, but nobody wrote in them.
            0 => Ok(Value::Null),
            count if count > self.most() => Err(Fault::new("form-rows-many").count("max", self.most())),
            count if count < self.least() => Err(Fault::new("form-rows-few").count("min", self.least())),
            _ => Ok(json!(kept)),
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        let mut typed = Typed::default();
        for (number, row) in value.as_array().into_iter().flatten().enumerate() {
            for column in &self.columns {
                if let Some(answer) = row.get(&column.key) {
                    typed.put_cell(number, &column.key, column.kind.asked().typed(answer));
                }
            }
        }
        typed
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        let cells = |row: &Value| {
            let cell = |c: &Field| row.get(&c.key).map(|v| format!("{}: {}", c.label.get(scene.lang), c.kind.asked().show(v, scene)));
            self.columns.iter().filter_map(cell).collect::<Vec<_>>().join("; ")
        };
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.map(|(i, row)| format!("{}. {}", i + 1, cells(row))).collect::<Vec<_>>().join("\n")
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-rows")
    }

    fn schema(&self) -> Value {
        let properties: Map<String, Value> = self.columns.iter().map(|c| (c.key.clone(), c.kind.asked().schema())).collect();
        let always = |c: &&Field| c.required && c.show_if.is_none();
        let required: Vec<&str> = self.columns.iter().filter(always).map(|c| c.key.as_str()).collect();
        json!({ "type": "array", "maxItems": self.most(), "minItems": self.least(),
            "items": { "type": "object", "properties": properties, "required": required, "additionalProperties": false } })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        drawing::dress(self, view, typed, scene);
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let mut faults = Vec::new();
        if self.columns.is_empty() {
            faults.push("needs `columns`".to_owned());
        }
        if self.least() > self.most() {
            faults.push(format!("min {} is more than max {}", self.least(), self.most()));
        }
        let single = |column: &&Field| column.key.contains('.') || matches!(column.kind.asked().shape(), Shape::Rows | Shape::None);
        for column in self.columns.iter().filter(single) {
            faults.push(format!("column `{}` must be a question of one value, its key without dots", column.key));
        }
        for column in self.columns.iter().filter(|column| column.prefill.is_some() || column.same_as.is_some()) {
            faults.push(format!("column `{}`: a row knows no prefill and no same_as", column.key));
        }
        faults
    }
}
