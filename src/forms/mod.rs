//! Questions and answers: what a service asks, page by page, and what a person answered.
//!
//! A [`Form`] is read from the files of a service, checked once, and never changes. It reads what a
//! browser posted, leniently: what cannot be understood is kept as it was typed and told as a
//! [`Problem`]; nothing a person typed is lost. A question that is not shown counts as not answered,
//! is never required, and its answer is dropped at submission.
//!
//! A condition may only look back, at questions asked before it: so there is no circle, and one walk
//! through the form decides what is shown. The same conditions run in the browser
//! (`static/scripts/conditions.js`), on the same test vectors.
//!
//! Must not know: dossiers, workflow, the database, HTTP.

mod answers;
mod assemble;
mod check;
mod conditions;
mod definition;
mod faults;
mod fields;
mod form;
mod json_schema;
mod page_view;
mod places;
mod prefill;
mod settings;
mod summary;
mod typed;

pub use answers::Answers;
pub use assemble::{Files, Library, NotAForm, is_key};
pub use check::{check, check_condition};
pub use conditions::{Condition, Operand, Seen};
pub use definition::{Choice, Field, FormDefinition, FormPage, Rule, Section, Text};
pub use faults::{Fault, Level, Problem};
pub use fields::Kind;
pub use form::{Costs, Form, PageReading, ROW_ADDED, ROW_REMOVED, World};
pub use page_view::{BoxView, FieldView, FormPageView, OptionView, RowView, RowsView, SectionView};
pub use places::{Commune, Places, Province};
pub use prefill::KnownPerson;
pub use settings::{Beginning, How, OF_EVERY_QUESTION, Setting};
pub use summary::{SummaryRow, SummarySection};
pub use typed::Typed;
