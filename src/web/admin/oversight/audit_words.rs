//! The audit in words: what was done, to what, with which particulars.

use serde::Serialize;
use serde_json::Value;

use crate::{
    agencies::Agencies,
    kernel::{actor::Role, clock::Instant},
    web::{shell::Visit, words},
    workflow::Action,
};

/// Looks at what is somebody's.
pub const READS: &[&str] =
    &["open_dossier", "open_attachment", "open_paper", "open_consultation", "open_register", "search_dossiers", "copy_own_data"];

/// Acts that are none on a dossier: those have words of their own.
const ACTS: &[&str] = &[
    "add_note",
    "appoint",
    "ask_new_email",
    "begin_draft",
    "change_calendar",
    "change_details",
    "change_email",
    "change_letter",
    "change_password",
    "change_ways",
    "claim_dossier",
    "close_account",
    "come_by_provider",
    "confirm_email",
    "delegate",
    "discard_draft",
    "end_post",
    "end_sessions",
    "found_service",
    "give_password",
    "give_up_job",
    "give_up_notice",
    "import_draft",
    "passkey_added",
    "passkey_removed",
    "publish_version",
    "recount",
    "recovery_codes",
    "register",
    "reset_second_factor",
    "resume_service",
    "retain",
    "retry_job",
    "revoke_delegation",
    "second_factor_off",
    "second_factor_on",
    "send_notice_again",
    "set_new_password",
    "sign_in",
    "stop_service",
    "tie_provider",
    "untie_provider",
];

const KINDS: &[&str] =
    &["account", "calendar", "delegation", "dossier", "job", "letter", "notice", "paper", "register", "retention", "search", "service"];

/// Particulars that have words; another is shown as it is called.
const FIELDS: &[&str] = &[
    "after",
    "agency",
    "agencies",
    "announced",
    "attachment",
    "based_on",
    "before",
    "by",
    "change",
    "count",
    "days",
    "ended",
    "format",
    "from",
    "hours",
    "keys",
    "kind",
    "lang",
    "like",
    "message",
    "name",
    "number",
    "of",
    "off",
    "open",
    "provider",
    "reason",
    "removed",
    "role",
    "season",
    "second",
    "source",
    "step",
    "successor",
    "unverified",
    "until",
    "worked",
    "year",
];

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionView {
    pub value: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DetailView {
    pub label: String,
    pub value: String,
}

/// A word of the code among these, in the reader's language; otherwise as it is.
fn said(visit: &Visit, known: &[&str], beginning: &str, word: &str) -> String {
    if known.contains(&word) { visit.text(&format!("{beginning}{}", word.replace('_', "-")), &[]) } else { word.to_owned() }
}

pub fn act(visit: &Visit, act: &str) -> String {
    if act.parse::<Action>().is_ok() {
        return visit.text(&format!("action-{}", act.replace('_', "-")), &[]);
    }
    let known = if READS.contains(&act) { READS } else { ACTS };
    said(visit, known, "audit-act-", act)
}

pub fn kind(visit: &Visit, kind: &str) -> String {
    said(visit, KINDS, "audit-kind-", kind)
}

/// Everything, all looks, then every act by its words.
pub fn acts(visit: &Visit) -> Vec<OptionView> {
    let option = |value: &str, text: String| OptionView { value: value.to_owned(), text };
    let words = Action::ALL.iter().map(|action| action.as_str()).chain(READS.iter().copied()).chain(ACTS.iter().copied());
    let mut all: Vec<OptionView> = words.map(|word| option(word, act(visit, word))).collect();
    all.sort_by_cached_key(|option| crate::kernel::collation::vietnamese_order(&option.text));
    let first = [option("", visit.text("audit-every-act", &[])), option("xem", visit.text("audit-every-read", &[]))];
    first.into_iter().chain(all).collect()
}

pub fn kinds(visit: &Visit) -> Vec<OptionView> {
    let every = OptionView { value: String::new(), text: visit.text("audit-every-kind", &[]) };
    std::iter::once(every).chain(KINDS.iter().map(|word| OptionView { value: (*word).to_owned(), text: kind(visit, word) })).collect()
}

/// The particulars of a line; what was before stands ahead of what came after.
pub fn details(visit: &Visit, agencies: &Agencies, data: &Value) -> Vec<DetailView> {
    let Some(fields) = data.as_object() else { return Vec::new() };
    let mut told: Vec<(&String, &Value)> = fields.iter().filter(|(_, value)| !is_empty(value)).collect();
    told.sort_by_key(|(name, _)| match name.as_str() {
        "before" => 0,
        "after" => 1,
        "reason" => 3,
        _ => 2,
    });
    let view = |(name, value): (&String, &Value)| DetailView {
        label: said(visit, FIELDS, "audit-field-", name),
        value: written(visit, agencies, name, value),
    };
    told.into_iter().map(view).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn written(visit: &Visit, agencies: &Agencies, name: &str, value: &Value) -> String {
    match value {
        Value::Bool(true) => visit.text("audit-yes", &[]),
        Value::Bool(false) => visit.text("audit-no", &[]),
        Value::String(text) => text_of(visit, agencies, name, text),
        Value::Array(all) => all.iter().map(|one| written(visit, agencies, name, one)).collect::<Vec<_>>().join("; "),
        Value::Object(_) => {
            let parts = details(visit, agencies, value).into_iter().map(|part| format!("{}: {}", part.label, part.value));
            parts.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

fn text_of(visit: &Visit, agencies: &Agencies, name: &str, text: &str) -> String {
    if let Some(agency) = text.parse().ok().and_then(|id| agencies.get(id)).or_else(|| agencies.by_code(text)) {
        return agency.name.clone();
    }
    if name == "role" && text.parse::<Role>().is_ok() {
        return visit.text(&format!("word-{text}"), &[]);
    }
    if let Ok(at) = text.parse::<Instant>() {
        return words::moment(at);
    }
    text.parse().map_or_else(|_| text.to_owned(), words::day)
}
