//! What is wrong with an answer, as data; the sentences stand in `locales/*/forms.ftl`.

use super::definition::Text;
use crate::{
    kernel::lang::Lang,
    platform::i18n::{TextValue, Texts},
};

/// A key of `forms.ftl` and what its sentence needs, or a sentence from the form itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Known {
        key: &'static str,
        args: Vec<(&'static str, String)>,
    },
    Said(Text),
    /// In the rows of a table: the place of the box, `1.pages`, and what is wrong there.
    Rows(Vec<(String, Fault)>),
}

impl Fault {
    pub fn new(key: &'static str) -> Self {
        Self::Known { key, args: Vec::new() }
    }

    /// With a value for the sentence.
    pub fn with(self, name: &'static str, value: impl ToString) -> Self {
        match self {
            Self::Known { key, mut args } => {
                args.push((name, value.to_string()));
                Self::Known { key, args }
            }
            other => other,
        }
    }

    /// With a number, as people write it: `1.000`.
    pub fn count(self, name: &'static str, number: impl TryInto<i64>) -> Self {
        let number = number.try_into().unwrap_or(i64::MAX);
        let digits = number.unsigned_abs().to_string();
        let mut text = if number < 0 { "-".to_owned() } else { String::new() };
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        self.with(name, text)
    }

    /// The sentence, which says what to do. `label` is the question's, for sentences that name it.
    pub fn sentence(&self, texts: &Texts, lang: Lang, label: &str) -> String {
        match self {
            Self::Said(text) => text.get(lang).to_owned(),
            Self::Rows(rows) => rows.iter().map(|(_, fault)| fault.sentence(texts, lang, label)).collect::<Vec<_>>().join("; "),
            Self::Known { key, args } => {
                let label = inside_a_sentence(label);
                let mut values: Vec<(&str, TextValue<'_>)> =
                    args.iter().map(|(name, value)| (*name, TextValue::from(value.as_str()))).collect();
                values.push(("label", TextValue::from(label)));
                texts.get(lang, key, &values)
            }
        }
    }
}

/// `Họ tên` becomes `họ tên`; an abbreviation stays as it is.
fn inside_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    let (Some(first), second) = (letters.next(), letters.clone().next()) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return label.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

/// Whether a problem stops the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Block,
    /// Shown, and passed on to the official.
    Warning,
}

/// One thing to mend, and where.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Key of the form's page.
    pub page: String,
    /// Key of the question.
    pub field: String,
    /// Id of the box to go to, in that page.
    pub anchor: String,
    /// The sentence, in the language the form was asked in.
    pub message: String,
    pub level: Level,
}
