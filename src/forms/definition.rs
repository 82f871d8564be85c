//! What a form is made of, as written in the files and kept in a version: pages, sections, fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{conditions::Condition, fields::Kind};
use crate::kernel::lang::Lang;

/// A text in Vietnamese, with English where somebody wrote it: `"Họ tên"` or `{ vi = "Họ tên", en = "Name" }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(from = "Written", into = "Written")]
pub struct Text {
    pub vi: String,
    pub en: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(String),
    Both { vi: String, en: Option<String> },
}

impl From<Written> for Text {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(vi) => Self { vi, en: None },
            Written::Both { vi, en } => Self { vi, en },
        }
    }
}

impl From<Text> for Written {
    fn from(text: Text) -> Self {
        match text.en {
            None => Self::Plain(text.vi),
            en => Self::Both { vi: text.vi, en },
        }
    }
}

impl From<&str> for Text {
    fn from(vi: &str) -> Self {
        Self { vi: vi.to_owned(), en: None }
    }
}

impl Text {
    /// In this language, or in Vietnamese.
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.vi,
        }
    }
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable: it is what is stored.
    pub value: String,
    pub label: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// A whole form. `lists` are the shared lists its fields name, copied in, so that a published
/// version stays as it was when a list changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    pub pages: Vec<FormPage>,
    #[serde(default)]
    pub lists: BTreeMap<String, Vec<Choice>>,
}

/// One topic. `key` is the last part of its address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPage {
    pub key: String,
    pub title: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    #[serde(default)]
    pub sections: Vec<Section>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    #[serde(default)]
    pub fields: Vec<Field>,
}

/// Something that must not be, across fields: when `when` holds, `message` is said at `field`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub field: String,
    pub when: Condition,
    pub message: Text,
    /// A warning is shown and goes along to the official; without it the rule blocks.
    #[serde(default)]
    pub warning: bool,
}

/// What every question has, of whatever kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    key: String,
    #[serde(default)]
    label: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hint: Option<Text>,
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    required_if: Option<Condition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    show_if: Option<Condition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prefill: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_if: Option<Condition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    missing: Option<Text>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    sensitive: bool,
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    verified: bool,
}

const COMMON: &[&str] = &[
    "key",
    "label",
    "hint",
    "required",
    "required_if",
    "show_if",
    "default",
    "prefill",
    "same_as",
    "same_if",
    "missing",
    "sensitive",
    "verified",
];

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Stable, dotted: `requester.full_name`. It names the answer and the box in the browser.
    pub key: String,
    pub label: Text,
    pub hint: Option<Text>,
    pub required: bool,
    pub required_if: Option<Condition>,
    pub show_if: Option<Condition>,
    /// As a person would type it.
    pub default: Option<String>,
    /// A fact of the account: `account.full_name`.
    pub prefill: Option<String>,
    /// Offered, and taken when left empty: the answer to an earlier question.
    pub same_as: Option<String>,
    /// When that is so; always, if nothing is said.
    pub same_if: Option<Condition>,
    /// What is said when a required answer is missing, instead of the sentence of the kind.
    pub missing: Option<Text>,
    /// Health, religion, descent and the like: never in a letter or a public page.
    pub sensitive: bool,
    /// Whether somebody checked it against the law or the official form.
    pub verified: bool,
    pub kind: Kind,
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let whole = Map::<String, Value>::deserialize(source)?;
        let name = whole.get("key").and_then(Value::as_str).unwrap_or("?").to_owned();
        let told = |error: serde_json::Error| serde::de::Error::custom(format!("field `{name}`: {error}"));
        let (common, own): (Map<_, _>, Map<_, _>) = whole.into_iter().partition(|(key, _)| COMMON.contains(&key.as_str()));
        let common: Common = serde_json::from_value(Value::Object(common)).map_err(told)?;
        let kind: Kind = serde_json::from_value(Value::Object(own)).map_err(told)?;
        Ok(Self {
            key: common.key,
            label: common.label,
            hint: common.hint,
            required: common.required,
            required_if: common.required_if,
            show_if: common.show_if,
            default: common.default,
            prefill: common.prefill,
            same_as: common.same_as,
            same_if: common.same_if,
            missing: common.missing,
            sensitive: common.sensitive,
            verified: common.verified,
            kind,
        })
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            common: Common,
            #[serde(flatten)]
            kind: &'a Kind,
        }
        let common = Common {
            key: self.key.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            required: self.required,
            required_if: self.required_if.clone(),
            show_if: self.show_if.clone(),
            default: self.default.clone(),
            prefill: self.prefill.clone(),
            same_as: self.same_as.clone(),
            same_if: self.same_if.clone(),
            missing: self.missing.clone(),
            sensitive: self.sensitive,
            verified: self.verified,
        };
        Whole { common, kind: &self.kind }.serialize(target)
    }
}

impl Field {
    /// The id of its box in the page: no dots, so that style sheets and scripts can name it.
    pub fn id(&self) -> String {
        self.key.replace('.', "-")
    }
}

impl FormDefinition {
    /// Every question, in the order in which it is asked.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.pages.iter().flat_map(FormPage::fields)
    }

    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }

    pub fn page(&self, key: &str) -> Option<&FormPage> {
        self.pages.iter().find(|page| page.key == key)
    }
}

impl FormPage {
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
fn is_true(value: &bool) -> bool {
    *value
}
