//! What every page of an act has: whose dossier it is about, the way back, where it is sent, the state
//! that was seen, and what is wrong.

use serde::Serialize;

use super::head::{self, Head, head};
pub use crate::web::answer::Fault;
use crate::{
    dossiers::Workbench,
    kernel::places::Place,
    web::{shell::Visit, staff::inbox::listed::Listed},
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct Frame {
    head: Head,
    back: String,
    action: String,
    version: String,
    errors: Vec<Fault>,
}

impl Frame {
    pub fn of(visit: &Visit, bench: &Workbench, action: Action, errors: Vec<Fault>) -> Self {
        let (listed, code) = (Listed::of(visit), &bench.facts.code);
        Self {
            head: head(visit, &bench.facts),
            back: listed.address(&Place::Workbench(code.clone())),
            action: listed.address(&Place::WorkbenchAct(code.clone(), action.slug())),
            version: bench.facts.version.to_string(),
            errors,
        }
    }

    /// The frame of a sample; an empty error is none.
    pub fn sample(action: Action, href: &str, error: &str) -> Self {
        let dossier = "/can-bo/ho-so/H44.101-261123-0001";
        Self {
            head: head::sample(),
            back: dossier.into(),
            action: format!("{dossier}/{}", action.slug()),
            version: "3".into(),
            errors: if error.is_empty() { Vec::new() } else { vec![Fault { href: href.into(), text: error.into() }] },
        }
    }
}
