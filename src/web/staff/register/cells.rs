//! The columns of the form, and what stands in each of a dossier.

use crate::{
    dossiers::RegisterRow,
    web::{shell::Visit, staff::inbox::channel_key, words},
    workflow::{ReturnMethod, Status},
};

/// The columns of the form, in its order.
pub const COLUMNS: [&str; 16] = [
    "register-number",
    "register-code",
    "register-service",
    "register-sets",
    "register-applicant",
    "register-address",
    "register-contact",
    "register-received",
    "register-due",
    "register-finished",
    "register-returned",
    "register-method",
    "register-handed-by",
    "register-receiver",
    "register-received-by",
    "register-note",
];

pub fn headings(visit: &Visit) -> Vec<String> {
    COLUMNS.iter().map(|key| visit.text(key, &[])).collect()
}

/// The words that a reader meets, as text: numbers, too, are names here.
pub fn cells(visit: &Visit, number: usize, row: &RegisterRow) -> Vec<String> {
    let day = |at: Option<crate::kernel::clock::Instant>| at.map(words::date).unwrap_or_default();
    let contact = [row.phone.as_str(), row.email.as_str()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    vec![
        number.to_string(),
        row.code.to_string(),
        row.service_name.clone(),
        "1".to_owned(),
        row.applicant_name.clone(),
        row.address.clone(),
        contact,
        words::moment(row.accepted_at),
        row.due_at.map(words::moment).unwrap_or_default(),
        day(row.finished_at.filter(|_| row.status != Status::Withdrawn)),
        day(row.returned_at),
        method(visit, row),
        row.handed_by.clone(),
        row.receiver.clone(),
        row.received_by.clone(),
        note(visit, row),
    ]
}

fn method(visit: &Visit, row: &RegisterRow) -> String {
    let key = match row.return_method {
        Some(ReturnMethod::InPerson) => "return-method-in_person",
        Some(ReturnMethod::Online) => "return-method-online",
        Some(ReturnMethod::Postal) => "return-method-postal",
        None => return String::new(),
    };
    visit.text(key, &[])
}

/// How it came, and what has become of it, where the days do not say so.
fn note(visit: &Visit, row: &RegisterRow) -> String {
    let status = visit.text(row.status.text_key(row.decision), &[]);
    format!("{}; {status}", visit.text(channel_key(row.channel), &[]))
}
