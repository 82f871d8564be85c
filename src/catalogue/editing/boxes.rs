//! What stands in the boxes of one setting, and what can be wrong with it.

/// As it is shown and as it is typed. Line ends are `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    pub text: String,
    /// The English of a text, the unit of a limit.
    pub other: String,
    /// A condition of one comparison; anything else is in `text`.
    pub simple: Simple,
}

/// `question test value`; empty: no such condition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Simple {
    pub question: String,
    /// `is`, `one_of` … ; `answered` and `unanswered` for `filled`.
    pub test: String,
    pub value: String,
}

/// Comparisons that the builder offers.
pub const TESTS: &[&str] =
    &["is", "is_not", "one_of", "none_of", "answered", "unanswered", "contains", "at_least", "at_most", "more_than", "less_than"];

impl Filled {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.other.trim().is_empty() && self.simple.question.is_empty()
    }

    /// As browsers post it: other line ends, blanks at the ends of lines.
    pub fn trimmed(&self) -> Self {
        let trim = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned();
        let simple = Simple { value: self.simple.value.trim().to_owned(), ..self.simple.clone() };
        Self { text: trim(&self.text), other: trim(&self.other), simple }
    }
}

/// What is wrong with a box; the reader is told what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoxFault {
    Missing,
    NotANumber,
    NotHours,
    NotALimit,
    /// With what the reader of conditions says.
    NotACondition(String),
    NotExemptions {
        line: usize,
    },
    NotChoices {
        line: usize,
    },
    NotData(String),
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
            Self::NotACondition(_) => "box-not-a-condition",
            Self::NotExemptions { .. } => "box-not-exemptions",
            Self::NotChoices { .. } => "box-not-choices",
            Self::NotData(_) => "box-not-data",
            Self::NotOffered => "box-not-offered",
        }
    }

    /// What fills the blank of its sentence.
    pub fn detail(&self) -> String {
        match self {
            Self::NotACondition(reason) | Self::NotData(reason) => reason.clone(),
            Self::NotExemptions { line } | Self::NotChoices { line } => line.to_string(),
            _ => String::new(),
        }
    }
}
