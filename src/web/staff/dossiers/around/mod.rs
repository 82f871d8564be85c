//! Pages of what happens around the work: money taken, a new return date, another agency asked; and
//! how far all that is, on the workbench.

mod alerts;
mod assignment;
mod consultation;
mod extension;
mod payment;

pub use alerts::{Alert, Opinion, alerts, opinions};
pub use assignment::{AssignmentPage, HandsView, create as assign, hands, show as show_assignment, workload};
pub use consultation::{ConsultationPage, create as consult, show as show_consultation};
pub use extension::{ExtensionPage, create as extend, show as show_extension};
pub use payment::{PaymentPage, create as take_payment, show as show_payment};
