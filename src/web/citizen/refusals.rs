//! When a dossier does not let itself be acted on: a sentence, and the way back to it.

use crate::{
    dossiers::ActRefused,
    kernel::{dossier_code::DossierCode, places::Place},
    web::{Error, shell::Visit, words},
};

/// The error of a refused act. What is missing in a form is said by the form itself.
pub(super) fn act(visit: &Visit, code: &DossierCode, refused: ActRefused) -> Error {
    let back = Place::Dossier(code.clone());
    match refused {
        ActRefused::NotFound => Error::NotFound,
        ActRefused::Refused(refusal) => Error::refused(visit.text(refusal.text_key(), &[]), back),
        ActRefused::Meanwhile(meanwhile) => {
            let what = visit.text(meanwhile.kind.text_key(), &[]);
            let at = words::moment(meanwhile.at);
            Error::refused(visit.text("dossier-meanwhile", &[("what", what.into()), ("at", at.into())]), back)
        }
        ActRefused::Incomplete(missing) => {
            let said: Vec<String> = missing.iter().map(|missing| visit.text(missing.text_key(), &[])).collect();
            Error::refused(said.join(". "), back)
        }
        ActRefused::Answers(problems) => {
            let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
            Error::refused(said.join(" "), back)
        }
        ActRefused::Inconsistent(what) => Error::internal(anyhow::anyhow!("inconsistent: {what}")),
        ActRefused::Db(error) => error.into(),
    }
}
