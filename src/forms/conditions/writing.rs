//! Conditions as data: in the files, in the version, in the page.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{Condition, Subject};

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        let value = match self {
            Self::All(all) => json!({ "all": all }),
            Self::Any(any) => json!({ "any": any }),
            Self::Not(inner) => json!({ "not": inner }),
            Self::Test { subject, test } => {
                let mut map = subject.written();
                if let Value::Object(test) = serde_json::to_value(test).map_err(serde::ser::Error::custom)? {
                    map.extend(test);
                }
                Value::Object(map)
            }
        };
        value.serialize(target)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        read(Map::deserialize(source)?).map_err(serde::de::Error::custom)
    }
}

impl Subject {
    fn written(&self) -> Map<String, Value> {
        let one = |word: &str, text: String| Map::from_iter([(word.to_owned(), Value::String(text))]);
        match self {
            Self::Field(key) => one("field", key.clone()),
            Self::Age(key) => one("age", key.clone()),
            Self::Sum { table, column } => one("sum", format!("{table}.{column}")),
            Self::Rows { table, filter } => {
                let mut map = one("rows", table.clone());
                map.extend(filter.iter().map(|filter| ("where".to_owned(), json!(filter))));
                map
            }
        }
    }

    fn read(word: &str, key: &Value, map: &mut Map<String, Value>) -> Result<Self, String> {
        let key = key.as_str().ok_or_else(|| format!("condition: `{word}` must be the key of a question"))?.to_owned();
        match word {
            "field" => Ok(Self::Field(key)),
            "age" => Ok(Self::Age(key)),
            "sum" => {
                let (table, column) = key.rsplit_once('.').ok_or_else(|| format!("condition: sum = \"{key}\" must name table.column"))?;
                Ok(Self::Sum { table: table.to_owned(), column: column.to_owned() })
            }
            _ => {
                let filter = map.shift_remove("where").map(serde_json::from_value).transpose();
                Ok(Self::Rows { table: key, filter: filter.map_err(|error| format!("where: {error}"))? })
            }
        }
    }
}

const SUBJECTS: [&str; 4] = ["field", "age", "sum", "rows"];

fn read(mut map: Map<String, Value>) -> Result<Condition, String> {
    let told = |error: serde_json::Error| format!("condition: {error}");
    for word in SUBJECTS {
        let Some(key) = map.shift_remove(word) else { continue };
        let subject = Subject::read(word, &key, &mut map)?;
        if map.len() != 1 {
            return Err(format!("condition on `{}`: exactly one comparison is needed, found {}", subject.key(), map.len()));
        }
        let test = serde_json::from_value(Value::Object(map)).map_err(told)?;
        return Ok(Condition::Test { subject, test });
    }
    let mut parts = map.into_iter();
    match (parts.next(), parts.next()) {
        (Some((word, inner)), None) => match word.as_str() {
            "all" => serde_json::from_value(inner).map(Condition::All).map_err(told),
            "any" => serde_json::from_value(inner).map(Condition::Any).map_err(told),
            "not" => serde_json::from_value(inner).map(Condition::Not).map_err(told),
            other => Err(format!("condition: `{other}` is none of field, age, sum, rows, all, any, not")),
        },
        _ => Err("condition: needs `field`, `age`, `sum` or `rows` and a comparison, or one of `all`, `any`, `not`".to_owned()),
    }
}
