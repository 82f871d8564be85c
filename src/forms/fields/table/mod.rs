//! Rows of typed columns: periods of residence, members of a household.

mod rows;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Asked, Scene};
use crate::forms::{
    definition::Field,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

/// The answer is an array of objects, column key → value; rows left empty are not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Questions of one row; their keys hold no dot.
    pub columns: Vec<Field>,
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
}

impl Asked for Table {
    fn word(&self) -> &'static str {
        "table"
    }

    fn shape(&self) -> Shape {
        Shape::Rows
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let mut kept = Vec::new();
        for row in rows::numbers(typed) {
            let mut answers = Map::new();
            if self.columns.iter().all(|column| typed.cell(row, &column.key).is_blank()) {
                continue;
            }
            for column in &self.columns {
                if let Some(value) = rows::cell(column, &typed.cell(row, &column.key), kept.len() + 1, scene)? {
                    answers.insert(column.key.clone(), value);
                }
            }
            kept.push(Value::Object(answers));
        }
        match kept.len() {
            count if count > self.most() => Err(Fault::new("form-rows-many").with("max", self.most())),
            count if count < usize::from(self.min.unwrap_or(0)) => Err(Fault::new("form-rows-few").with("min", self.min.unwrap_or(0))),
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
        let row = |row: &Value| {
            let cells: Vec<String> = self
                .columns
                .iter()
                .filter_map(|c| row.get(&c.key).map(|v| format!("{}: {}", c.label.get(scene.lang), c.kind.asked().show(v, scene))))
                .collect();
            cells.join("; ")
        };
        value.as_array().into_iter().flatten().enumerate().map(|(i, r)| format!("{}. {}", i + 1, row(r))).collect::<Vec<_>>().join("\n")
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-rows")
    }

    fn schema(&self) -> Value {
        let properties: Map<String, Value> = self.columns.iter().map(|c| (c.key.clone(), c.kind.asked().schema())).collect();
        let required: Vec<&str> = self.columns.iter().filter(|c| c.required).map(|c| c.key.as_str()).collect();
        json!({ "type": "array", "maxItems": self.most(), "minItems": self.min.unwrap_or(0),
            "items": { "type": "object", "properties": properties, "required": required, "additionalProperties": false } })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.rows_of_table = rows::views(self, view, typed, scene);
        view.text = rows::ADDED.to_string();
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let mut faults = Vec::new();
        for column in &self.columns {
            let kind = column.kind.asked();
            if column.key.contains('.') || matches!(kind.shape(), Shape::Rows | Shape::None) {
                faults.push(format!("column `{}` must be a question of one value, its key without dots", column.key));
            }
            faults.extend(kind.faults(kind_of).into_iter().map(|fault| format!("column `{}`: {fault}", column.key)));
        }
        faults
    }

    fn list(&self) -> Option<&str> {
        self.columns.iter().find_map(|column| column.kind.asked().list())
    }
}
