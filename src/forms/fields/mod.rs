//! The kinds of questions, one file each: what is understood of what was typed, how an answer stands
//! in the boxes again, how it is read aloud, its JSON shape, and what its widget needs.
//!
//! For every kind and every value that [`Asked::parse`] gives, `parse(typed(value))` gives it again:
//! so an answer that comes from the database is checked by the same rules as one that was just typed.

mod choices;
mod dates;
mod numbers;
mod people;
mod spoken;
mod table;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use choices::{Checkboxes, CommuneField, Country, ProvinceField, Radio, Select, YesNo};
pub use dates::{Date, PartialDate};
pub use numbers::{MoneyField, Number};
pub use people::{EmailField, IdPaper, PersonalIdField, PhoneField};
pub use spoken::{Computed, Declaration, Information};
pub use table::Table;
pub use words::{Address, FullName, TextField, Textarea};

use super::{
    faults::Fault,
    form::World,
    page_view::FieldView,
    typed::{Shape, Typed},
};
use crate::kernel::lang::Lang;

/// What a question asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    Text(TextField),
    FullName(FullName),
    Textarea(Textarea),
    Address(Address),
    Number(Number),
    Money(MoneyField),
    Date(Date),
    PartialDate(PartialDate),
    Select(Select),
    Radio(Radio),
    Checkboxes(Checkboxes),
    YesNo(YesNo),
    Country(Country),
    Province(ProvinceField),
    Commune(CommuneField),
    Phone(PhoneField),
    Email(EmailField),
    PersonalId(PersonalIdField),
    IdPaper(IdPaper),
    Declaration(Declaration),
    Computed(Computed),
    Information(Information),
    Table(Table),
}

/// Around an answer while it is read: the answers that are shown, and the day.
pub struct Scene<'a> {
    pub seen: &'a dyn Fn(&str) -> Option<&'a Value>,
    pub today: NaiveDate,
    pub world: &'a World,
    pub lists: &'a std::collections::BTreeMap<String, Vec<super::definition::Choice>>,
    pub lang: Lang,
}

/// What every kind can do.
pub(super) trait Asked {
    /// The word of the kind: names its template and its way of being read in the browser.
    fn word(&self) -> &'static str;

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

    /// Faults of the definition itself, in English, for who writes it. `kind_of` gives the word of an earlier question's kind.
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
}

macro_rules! each_kind {
    ($($variant:ident),+) => {
        impl Kind {
            pub(super) fn asked(&self) -> &dyn Asked {
                match self { $(Self::$variant(kind) => kind),+ }
            }
        }
    };
}

each_kind!(
    Text,
    FullName,
    Textarea,
    Address,
    Number,
    Money,
    Date,
    PartialDate,
    Select,
    Radio,
    Checkboxes,
    YesNo,
    Country,
    Province,
    Commune,
    Phone,
    Email,
    PersonalId,
    IdPaper,
    Declaration,
    Computed,
    Information,
    Table
);

impl Kind {
    /// `text`, `date`, `select` …: also the name of its template.
    pub fn word(&self) -> &'static str {
        self.asked().word()
    }

    /// Whether it has an answer at all; information and computed facts have none.
    pub fn is_asked(&self) -> bool {
        self.asked().shape() != Shape::None
    }
}
