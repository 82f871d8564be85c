//! Questions and answers.

mod conditions;
mod drawing;
mod kinds;
mod random;
mod reading;

use chrono::NaiveDate;
use motcua::{
    catalogue,
    forms::{Form, FormPageView},
};

/// Monday, 23 November 2026.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// The form of a service of the project.
pub fn form_of(slug: &str) -> Form {
    let files = crate::catalogue::files();
    let services = catalogue::read_services(&files).expect("services can be read");
    let definition = services.into_iter().find(|service| service.slug == slug).expect("there is such a service");
    Form::new(definition.form, crate::catalogue::world(&files))
}

/// The forms of all services, and the one of every kind.
pub fn every_form() -> Vec<(String, Form)> {
    let files = crate::catalogue::files();
    let world = crate::catalogue::world(&files);
    let services = catalogue::read_services(&files).expect("services can be read");
    let forms = services.into_iter().map(|service| (service.slug, Form::new(service.form, world.clone())));
    forms.chain([("every kind".to_owned(), kinds::FORM.clone())]).collect()
}

/// What a browser would post if the page were sent back as it is shown.
pub fn sent_back(view: &FormPageView) -> Vec<(String, String)> {
    view.sections.iter().flat_map(|section| &section.fields).flat_map(boxes).collect()
}

fn boxes(field: &motcua::forms::FieldView) -> Vec<(String, String)> {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    match field.widget.as_str() {
        "information" | "computed" => Vec::new(),
        "date" | "partial_date" | "time" => field.boxes.iter().map(|one| pair(&one.name, &one.value)).collect(),
        "table" | "group" => field.rows_of_table.rows.iter().flat_map(|row| &row.cells).flat_map(boxes).collect(),
        "select" | "country" | "province" | "commune" => {
            let chosen = field.options.iter().find(|option| option.chosen).map_or("", |option| &option.value);
            vec![pair(&field.key, chosen)]
        }
        "radio" | "yes_no" | "checkboxes" => {
            let chosen = field.options.iter().filter(|option| option.chosen).map(|option| pair(&field.key, &option.value));
            std::iter::once(pair(&field.key, "")).chain(chosen).collect()
        }
        _ => vec![pair(&field.key, &field.value)],
    }
}
