//! What stands in the boxes of one setting, and what can be wrong with it.

/// As it is shown and as it is typed. Line ends are `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    pub text: String,
    /// The English of a text, the unit of a limit.
    pub other: String,
    /// A condition of comparisons; anything else is in `text`.
    pub simple: Comparisons,
    /// Who pays nothing.
    pub rows: Vec<ExemptRow>,
}

/// Comparisons that must hold all, or of which one must.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparisons {
    /// `all` or `any`; one comparison alone is `all`.
    pub join: String,
    pub parts: Vec<Simple>,
}

/// `question test value`; empty: no such condition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Simple {
    pub question: String,
    /// `is`, `one_of` … ; `answered` and `unanswered` for `filled`.
    pub test: String,
    pub value: String,
}

/// One exemption: why, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExemptRow {
    pub reason: String,
    pub english: String,
    pub when: Simple,
    /// A condition of more than one comparison, as it is written.
    pub text: String,
}

/// Comparisons that the builder offers.
pub const TESTS: &[&str] =
    &["is", "is_not", "one_of", "none_of", "answered", "unanswered", "contains", "at_least", "at_most", "more_than", "less_than"];

impl Comparisons {
    pub fn one(simple: Simple) -> Self {
        Self { join: "all".to_owned(), parts: vec![simple] }
    }

    /// Without those that name no question.
    pub fn of(join: &str, parts: impl IntoIterator<Item = Simple>) -> Self {
        let parts: Vec<Simple> = parts.into_iter().filter(|part| !part.question.is_empty()).collect();
        match parts.len() {
            0 => Self::default(),
            2.. if join == "any" => Self { join: "any".to_owned(), parts },
            _ => Self { join: "all".to_owned(), parts },
        }
    }
}

impl Simple {
    fn trimmed(&self) -> Self {
        Self { value: self.value.trim().to_owned(), ..self.clone() }
    }
}

impl ExemptRow {
    fn is_empty(&self) -> bool {
        self.reason.trim().is_empty() && self.when.question.is_empty() && self.text.trim().is_empty()
    }

    fn trimmed(&self) -> Self {
        Self { reason: trim(&self.reason), english: trim(&self.english), when: self.when.trimmed(), text: trim(&self.text) }
    }
}

fn trim(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

impl Filled {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.other.trim().is_empty() && self.simple.parts.is_empty() && self.rows.is_empty()
    }

    /// As browsers post it: other line ends, blanks at the ends of lines, rows in which nobody wrote.
    pub fn trimmed(&self) -> Self {
        let parts = self.simple.parts.iter().map(Simple::trimmed);
        Self {
            text: trim(&self.text),
            other: trim(&self.other),
            simple: Comparisons::of(&self.simple.join, parts),
            rows: self.rows.iter().filter(|row| !row.is_empty()).map(ExemptRow::trimmed).collect(),
        }
    }
}

/// What is wrong with a box; the reader is told what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoxFault {
    Missing,
    NotANumber,
    NotHours,
    NotALimit,
    /// A comparison without a value, or with one of the wrong kind.
    NoValue,
    NotYesOrNo,
    /// Written otherwise than a condition is.
    NotACondition,
    /// The number of the exemption.
    NotExemptions(usize),
    /// The number of the line.
    NotChoices(usize),
    NotTiers(usize),
    NotADay,
    /// Not one of the words.
    NotOffered,
}

impl BoxFault {
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::Missing => "box-missing",
            Self::NotANumber => "box-not-a-number",
            Self::NotHours => "box-not-hours",
            Self::NotALimit => "box-not-a-limit",
            Self::NoValue => "box-no-value",
            Self::NotYesOrNo => "box-not-yes-or-no",
            Self::NotACondition => "box-not-a-condition",
            Self::NotExemptions(_) => "box-not-exemptions",
            Self::NotChoices(_) => "box-not-choices",
            Self::NotTiers(_) => "box-not-tiers",
            Self::NotADay => "box-not-a-day",
            Self::NotOffered => "box-not-offered",
        }
    }

    /// What fills the blank of its sentence.
    pub fn detail(&self) -> String {
        match self {
            Self::NotExemptions(line) | Self::NotChoices(line) | Self::NotTiers(line) => line.to_string(),
            _ => String::new(),
        }
    }
}
