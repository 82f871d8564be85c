//! Forms that nobody wrote, with answers that nobody gave, the same every time for the same seed.

use serde_json::{Map, Value, json};

/// A small generator of chance (xorshift): tests must be repeatable.
pub struct Chance(u64);

const WORDS: &[&str] = &["Công Ty Á Châu", "hộ kinh doanh", "STRASSE", "ΣΊΣΥΦΟΣ", "ẤP Đông", "", "a", "x y", "DOANH NGHIỆP"];
const DAYS: &[&str] = &[
    "2024-02-29",
    "2025-02-28",
    "1992-11-05",
    "1992-11",
    "1992",
    "2026-11-23",
    "2026-11-22",
    "2008-11-23",
    "1900-03-31",
    "2026-09-23",
    "",
    "29/2",
];
const HOURS: &[&str] = &["00:00", "07:30", "17:00", "23:59"];
const KINDS: &[&str] = &["text", "number", "money", "date", "partial_date", "time", "select", "checkboxes", "yes_no", "table"];

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("64 bits") % most.max(1)
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn number(&mut self) -> Value {
        match self.below(4) {
            0 => json!(0),
            1 => json!(self.below(40)),
            2 => json!(f64::from(u32::try_from(self.below(5_000)).unwrap()) / 10.0),
            _ => json!(-f64::from(u32::try_from(self.below(5_000)).unwrap()) / 1000.0),
        }
    }

    fn answer(&mut self, kind: &str) -> Value {
        match kind {
            "number" | "money" => self.number(),
            "date" | "partial_date" => json!(self.pick(DAYS)),
            "time" => json!(self.pick(HOURS)),
            "select" => json!(self.pick(&["1", "2", "3"])),
            "checkboxes" => json!((0..self.below(3)).map(|_| self.pick(&["1", "2", "3"])).collect::<Vec<_>>()),
            "yes_no" => json!(self.one_in(2)),
            "table" => (0..self.below(4)).map(|_| json!({ "n": self.number(), "t": self.pick(WORDS), "b": self.one_in(2) })).collect(),
            _ => json!(self.pick(WORDS)),
        }
    }

    /// Of one form: fields as in a file, and answers to some of them.
    pub fn form(&mut self) -> (Vec<Value>, Map<String, Value>) {
        let mut fields: Vec<Value> = Vec::new();
        let mut answers = Map::new();
        for at in 0..3 + self.below(8) {
            let kind = self.pick(KINDS);
            let key = format!("{}{at}", kind.chars().next().unwrap_or('x'));
            let mut field = json!({ "key": key, "kind": kind, "label": "T" });
            match kind {
                "select" | "checkboxes" => {
                    field["options"] =
                        json!([{ "value": "1", "label": "1" }, { "value": "2", "label": "2" }, { "value": "3", "label": "3" }])
                }
                "table" => {
                    field["columns"] = json!([{ "key": "n", "kind": "number", "label": "N" }, { "key": "t", "kind": "text", "label": "T" },
                        { "key": "b", "kind": "yes_no", "label": "B" }]);
                }
                _ => {}
            }
            if !fields.is_empty() && !self.one_in(3) {
                field["show_if"] = self.condition(&fields, 3);
            }
            // Now and then an answer of another kind, as a former version of the form may have left it.
            let other = if self.one_in(12) { self.pick(KINDS) } else { kind };
            if !self.one_in(5) {
                answers.insert(key, self.answer(other));
            }
            fields.push(field);
        }
        (fields, answers)
    }

    fn condition(&mut self, asked: &[Value], depth: usize) -> Value {
        match if depth == 0 { 9 } else { self.below(10) } {
            0 => json!({ "all": (0..1 + self.below(3)).map(|_| self.condition(asked, depth - 1)).collect::<Vec<_>>() }),
            1 => json!({ "any": (0..1 + self.below(3)).map(|_| self.condition(asked, depth - 1)).collect::<Vec<_>>() }),
            2 => json!({ "not": self.condition(asked, depth - 1) }),
            _ => self.comparison(asked),
        }
    }

    fn comparison(&mut self, asked: &[Value]) -> Value {
        let field = &asked[self.below(asked.len())];
        let (key, kind) = (field["key"].as_str().expect("a key").to_owned(), field["kind"].as_str().expect("a kind").to_owned());
        let (mut condition, counted) = match kind.as_str() {
            "date" | "partial_date" if self.one_in(2) => (json!({ "age": key }), true),
            "table" if self.one_in(2) => (json!({ "sum": format!("{key}.n") }), true),
            "table" if self.one_in(2) => {
                let row = [
                    json!({ "key": "n", "kind": "number" }),
                    json!({ "key": "t", "kind": "text" }),
                    json!({ "key": "b", "kind": "yes_no" }),
                ];
                (json!({ "rows": key, "where": self.condition(&row, 1) }), true)
            }
            "table" => (json!({ "rows": key }), true),
            _ => (json!({ "field": key }), false),
        };
        let against = if counted { "number" } else { kind.as_str() };
        let (word, value) = self.test(against, asked);
        condition[word] = value;
        condition
    }

    fn test(&mut self, kind: &str, asked: &[Value]) -> (&'static str, Value) {
        const NUMBERS: [&str; 4] = ["less_than", "at_most", "more_than", "at_least"];
        const MOMENTS: [&str; 4] = ["before", "on_or_before", "after", "on_or_after"];
        let at = self.below(4);
        match self.below(9) {
            0 => ("filled", json!(self.one_in(2))),
            1 => ("one_of", json!([self.answer(kind), self.answer(kind)])),
            2 => ("none_of", json!([self.answer(kind), self.answer("select")])),
            3 => ("contains", json!(self.pick(&["1", "2", "3"]))),
            4 => ("mentions", json!([self.pick(&["CÔNG TY", "ß", "σίσυφος", "ấp"])])),
            5 => (if self.one_in(2) { "is" } else { "is_not" }, self.operand(kind, asked)),
            _ if matches!(kind, "date" | "partial_date" | "time") => (MOMENTS[at], self.operand(kind, asked)),
            6 => (MOMENTS[at], self.operand(kind, asked)),
            _ => (NUMBERS[at], self.operand(kind, asked)),
        }
    }

    fn operand(&mut self, kind: &str, asked: &[Value]) -> Value {
        let other = asked[self.below(asked.len())]["key"].clone();
        let word = self.pick(&["days_ago", "months_ago", "years_ago", "days_after", "months_after", "years_after"]);
        match self.below(5) {
            0 => json!({ "field": other }),
            1 => json!({ word: self.below(70) }),
            2 => json!({ "field": other, word: self.below(70) }),
            _ => match self.answer(kind) {
                // Only one value can be compared with.
                Value::Array(_) => json!("1"),
                value => value,
            },
        }
    }
}
