//! An hour of the day, in two boxes; kept as `07:30`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    boxes,
};
use crate::forms::{
    How, Setting,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// `"07:30"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<String>,
}

const PARTS: &[&str] = &["hour", "minute"];

/// Hour and minute as typed: from the boxes, or from one text `7:30`, `7h30`, `7 giờ 30`, `7 giờ`.
fn split(typed: &Typed) -> (String, String) {
    let one = typed.get("").trim().to_lowercase();
    if PARTS.iter().any(|part| !typed.get(part).trim().is_empty()) || one.is_empty() {
        return (typed.get("hour").trim().to_owned(), typed.get("minute").trim().to_owned());
    }
    let plain = one.replace("giờ", ":").replace("phút", "").replace(['h', '.'], ":");
    let (hour, minute) = plain.split_once(':').unwrap_or((&plain, ""));
    (hour.trim().to_owned(), minute.trim().to_owned())
}

/// `07:30`; an hour without minutes is a full one.
fn read(hour: &str, minute: &str) -> Option<String> {
    let number = |text: &str, most: u32| {
        let digits = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u32>().ok().filter(|number| digits && *number <= most)
    };
    let minute = if minute.is_empty() { "0" } else { minute };
    Some(format!("{:02}:{:02}", number(hour, 23)?, number(minute, 59)?))
}

impl Asked for Time {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("not_before", How::Line), Setting::may("not_after", How::Line)];
        OWN
    }

    fn shape(&self) -> Shape {
        Shape::Boxes(PARTS)
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let (hour, minute) = split(typed);
        let time = read(&hour, &minute).ok_or_else(|| Fault::new("form-time"))?;
        if let Some(first) = self.not_before.as_ref().filter(|first| time < **first) {
            return Err(Fault::new("form-time-early").with("time", first));
        }
        match self.not_after.as_ref().filter(|last| time > **last) {
            Some(last) => Err(Fault::new("form-time-late").with("time", last)),
            None => Ok(json!(time)),
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        let (hour, minute) = value.as_str().unwrap_or_default().split_once(':').unwrap_or_default();
        Typed::boxes([("hour", hour), ("minute", minute)])
    }

    fn missing(&self) -> Fault {
        Fault::new("form-time")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, _scene: &Scene<'_>) {
        let (hour, minute) = split(typed);
        boxes::fill(view, PARTS, [hour, minute]);
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let whole = |text: &&String| text.split_once(':').and_then(|(hour, minute)| read(hour, minute)).as_ref() != Some(*text);
        let wrong = [&self.not_before, &self.not_after].into_iter().flatten().filter(whole);
        wrong.map(|text| format!("\"{text}\" is no hour; write \"07:30\"")).collect()
    }
}
