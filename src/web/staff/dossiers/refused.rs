//! What an official reads when an act is refused, and how a page finds its dossier.

use super::frame::Fault;
use crate::{
    dossiers::{self, ActRefused, LockVersion, Meanwhile, Missing, Rules, Seen, Workbench},
    kernel::{dossier_code::DossierCode, places::Place},
    web::{
        extract::{Conn, FormPairs, OfficialIn},
        shell::{Error, Visit},
        words,
    },
};

/// The dossier as it stands, for a page of an act; one that is not there for this official is 404.
pub async fn load(official: &OfficialIn, conn: &mut Conn, rules: &Rules, code: &DossierCode) -> Result<Workbench, Error> {
    let found = dossiers::workbench(conn.open().await?, rules, official.now(), &official.official, code).await;
    found.map_err(Error::internal)?.ok_or(Error::NotFound)
}

/// What the form says the official has seen. A form without a version has seen nothing: whose dossier it
/// is comes first, so that one of another unit does not exist, whatever is sent.
pub fn seen(code: DossierCode, form: &FormPairs) -> Seen {
    Seen { code, version: form.parse("version").unwrap_or(LockVersion::NOTHING) }
}

/// The sentences of what is still missing; everything else ends the request.
pub fn missing(visit: &Visit, code: &DossierCode, refused: ActRefused) -> Result<Vec<Missing>, Error> {
    match refused {
        ActRefused::Incomplete(missing) => Ok(missing),
        other => Err(error(visit, code, other)),
    }
}

/// The sentence of the first of these that is missing; empty if none is.
pub fn sentence(visit: &Visit, missing: &[Missing], wanted: &[Missing]) -> String {
    missing.iter().find(|m| wanted.contains(m)).map(|m| visit.text(m.text_key(), &[])).unwrap_or_default()
}

/// The error summary: where, and what; what is not wrong is left out.
pub fn summary(faults: &[(&str, &String)]) -> Vec<Fault> {
    let wrong = faults.iter().filter(|(_, text)| !text.is_empty());
    wrong.map(|(href, text)| Fault { href: (*href).into(), text: (*text).clone() }).collect()
}

pub fn error(visit: &Visit, code: &DossierCode, refused: ActRefused) -> Error {
    let back = Place::Workbench(code.clone());
    match refused {
        ActRefused::NotFound => Error::NotFound,
        ActRefused::Refused(refusal) => Error::refused(visit.text(refusal.text_key(), &[]), back),
        ActRefused::Meanwhile(what) => Error::refused(meanwhile(visit, &what), back),
        ActRefused::Incomplete(missing) => {
            let sentences: Vec<String> = missing.iter().map(|m| visit.text(m.text_key(), &[])).collect();
            Error::refused(sentences.join(" "), back)
        }
        ActRefused::Answers(_) => Error::internal(anyhow::anyhow!("an act of officials carries no answers")),
        ActRefused::Inconsistent(what) => Error::internal(anyhow::anyhow!(what)),
        ActRefused::Db(error) => Error::internal(error),
    }
}

/// Who was faster, and what he did.
fn meanwhile(visit: &Visit, what: &Meanwhile) -> String {
    let did = visit.text(what.kind.text_key(), &[]);
    visit.text("act-meanwhile", &[("name", what.by_name.as_str().into()), ("what", did.into()), ("at", words::moment(what.at).into())])
}
