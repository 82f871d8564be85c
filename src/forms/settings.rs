//! What can be set at a question, or at any item of a service: for editors, which draw a box for each.

/// One setting: its name in the file, how it is written, and whether an item needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    pub how: How,
    pub needed: bool,
}

/// How a setting is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// One line of text.
    Line,
    /// A text in Vietnamese and, where somebody wrote it, English.
    Both,
    /// The same, of several sentences.
    BothLong,
    /// Texts, one a line.
    Lines,
    /// Texts in two languages, one a line: `Tiếng Việt | English`.
    BothLines,
    /// Legal texts, one a line; `(?)` at the end: not verified.
    Laws,
    /// A whole number.
    Number,
    /// Hours of work in quarters.
    Hours,
    /// Yes or no; what is usual is not written.
    Flag { usual: bool },
    /// One of these words.
    One(&'static [&'static str]),
    /// Some of these words; none: as usual.
    Several(&'static [&'static str]),
    /// A time limit: a count and a unit.
    Limit,
    /// When something holds.
    Condition,
    /// Who pays nothing: rows of a reason and a condition.
    Exemptions,
    /// What one costs by its units, one a line: `đến | mức`.
    Tiers,
    /// A day, or one counted from today or another question.
    Day,
    /// Answers to choose, one a line: `giá trị | Tiếng Việt | English | gợi ý`.
    Choices,
    /// The key of a question.
    Question,
    /// Keys of questions, one a line; of `a|b` the first that is answered.
    Questions,
}

/// Under one of these names, this; nothing where one of them is there already.
pub type Beginning = (&'static [&'static str], &'static str);

impl Setting {
    /// An item does not make sense without it.
    pub const fn needed(name: &'static str, how: How) -> Self {
        Self { name, how, needed: true }
    }

    pub const fn may(name: &'static str, how: How) -> Self {
        Self { name, how, needed: false }
    }
}

/// What every question has, of whatever kind.
pub const OF_EVERY_QUESTION: &[Setting] = &[
    Setting::needed("key", How::Line),
    Setting::needed("kind", How::One(super::Kind::WORDS)),
    Setting::may("label", How::Both),
    Setting::may("hint", How::BothLong),
    Setting::may("required", How::Flag { usual: true }),
    Setting::may("required_if", How::Condition),
    Setting::may("show_if", How::Condition),
    Setting::may("default", How::Line),
    Setting::may("prefill", How::One(super::prefill::FACTS)),
    Setting::may("same_as", How::Question),
    Setting::may("same_if", How::Condition),
    Setting::may("missing", How::Both),
    Setting::may("sensitive", How::Flag { usual: false }),
    Setting::may("verified", How::Flag { usual: true }),
];
