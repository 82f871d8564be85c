//! The kinds of questions, one file each: what is understood of what was typed, how an answer stands
//! in the boxes again, how it is read aloud, its JSON shape, and what its widget needs.
//!
//! For every kind and every value that [`Asked::parse`] gives, `parse(typed(value))` gives it again:
//! so an answer that comes from the database is checked by the same rules as one that was just typed.

mod choices;
mod dates;
#[cfg(test)]
mod new_kind;
mod numbers;
mod people;
mod spoken;
mod table;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use choices::{Checkboxes, CommuneField, Country, OneOf, ProvinceField, YesNo};
pub use dates::{Date, PartialDate, Time};
pub use numbers::{MoneyField, Number};
pub use people::{EmailField, IdPaper, PersonalIdField, PhoneField, TaxCode};
pub use spoken::{Computed, Declaration, Information};
pub use table::Table;
pub use words::{Address, FullName, TextField, Textarea};

use super::{
    conditions::Seen,
    definition::Choice,
    faults::Fault,
    form::{Costs, World},
    page_view::FieldView,
    settings::{Beginning, Setting},
    typed::{Shape, Typed},
};
use crate::kernel::lang::Lang;

/// What a question asks for.
macro_rules! kinds {
    ($($(#[$only:meta])* $variant:ident($kind:ty) = $word:literal),+ $(,)?) => {
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Kind {
            $($(#[$only])* #[serde(rename = $word)] $variant($kind)),+
        }

        impl Kind {
            pub(super) fn asked(&self) -> &dyn Asked {
                match self { $($(#[$only])* Self::$variant(kind) => kind),+ }
            }

            /// The words of all kinds.
            pub const WORDS: &'static [&'static str] = &[$($(#[$only])* $word),+];

            /// What can be set at a question of this kind, besides what every question has.
            pub fn settings_of(word: &str) -> &'static [Setting] {
                match word {
                    $($(#[$only])* $word => <$kind as Asked>::settings(),)+
                    _ => &[],
                }
            }

            /// What a question must say at least when it becomes one of this kind.
            pub fn beginnings_of(word: &str) -> &'static [Beginning] {
                match word {
                    $($(#[$only])* $word => <$kind as Asked>::beginnings(),)+
                    _ => &[],
                }
            }

            /// `text`, `date`, `select` …: also the name of its template.
            pub const fn word(&self) -> &'static str {
                match self { $($(#[$only])* Self::$variant(_) => $word),+ }
            }
        }
    };
}

kinds! {
    Text(TextField) = "text",
    FullName(FullName) = "full_name",
    Textarea(Textarea) = "textarea",
    Address(Address) = "address",
    Number(Number) = "number",
    Money(MoneyField) = "money",
    Date(Date) = "date",
    PartialDate(PartialDate) = "partial_date",
    Time(Time) = "time",
    Select(OneOf) = "select",
    Radio(OneOf) = "radio",
    Checkboxes(Checkboxes) = "checkboxes",
    YesNo(YesNo) = "yes_no",
    Country(Country) = "country",
    Province(ProvinceField) = "province",
    Commune(CommuneField) = "commune",
    Phone(PhoneField) = "phone",
    Email(EmailField) = "email",
    PersonalId(PersonalIdField) = "personal_id",
    IdPaper(IdPaper) = "id_paper",
    TaxCode(TaxCode) = "tax_code",
    Declaration(Declaration) = "declaration",
    Computed(Computed) = "computed",
    Information(Information) = "information",
    Table(Table) = "table",
    Group(Table) = "group",
    #[cfg(test)] Plate(new_kind::Plate) = "plate",
}

impl Kind {
    /// Whether it has an answer at all; information and computed facts have none.
    pub fn is_asked(&self) -> bool {
        self.asked().shape() != Shape::None
    }
}

/// Around an answer while it is read: the answers that are shown, and the day.
pub struct Scene<'a> {
    pub seen: &'a Seen<'a, 'a>,
    pub today: NaiveDate,
    pub world: &'a World,
    pub lists: &'a BTreeMap<String, Vec<Choice>>,
    pub costs: Option<&'a dyn Costs>,
    pub lang: Lang,
}

impl<'a> Scene<'a> {
    /// The same with other answers: inside a row, its own go before those of the form.
    pub fn seeing<'b>(&self, seen: &'b Seen<'b, 'b>) -> Scene<'b>
    where
        'a: 'b,
    {
        Scene { seen, today: self.today, world: self.world, lists: self.lists, costs: self.costs, lang: self.lang }
    }
}

/// What every kind can do.
pub(super) trait Asked {
    /// What an editor offers to set at such a question.
    fn settings() -> &'static [Setting]
    where
        Self: Sized,
    {
        &[]
    }

    /// What such a question must say at least, as it is written in the file.
    fn beginnings() -> &'static [Beginning]
    where
        Self: Sized,
    {
        &[]
    }

    fn shape(&self) -> Shape {
        Shape::One
    }

    /// What was meant. `typed` is not blank.
    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault>;

    /// An answer as it stands in the boxes.
    fn typed(&self, value: &Value) -> Typed {
        Typed::one(value.as_str().unwrap_or_default())
    }

    /// An answer as a person reads it.
    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Something odd that does not stop the dossier.
    fn doubt(&self, _value: &Value, _scene: &Scene<'_>) -> Option<Fault> {
        None
    }

    /// What is said when a required answer is missing.
    fn missing(&self) -> Fault {
        Fault::new("form-missing-text")
    }

    /// JSON Schema of the answer.
    fn schema(&self) -> Value {
        serde_json::json!({ "type": "string" })
    }

    /// Gives the page what the widget needs besides label, hint and value.
    fn dress(&self, _view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {}

    /// Faults of the definition itself, in English, for who writes it. `kind_of` gives the word of the kind of an earlier question, or of a column `table.column`.
    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        Vec::new()
    }

    /// Earlier questions this one looks at.
    fn looks_at(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The shared list it takes its choices from.
    fn list(&self) -> Option<&str> {
        None
    }

    /// The choices written in the question itself.
    fn options(&self) -> &[Choice] {
        &[]
    }
}
