//! Whether the services make sense: run by `motcua check` and before anything is published.

use crate::{
    calendar::Limit,
    forms::{self, Files, Library, World},
};

use super::{ServiceDefinition, eligibility, examples, read};

/// What was looked at and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    pub services: usize,
    pub fields: usize,
    pub examples: usize,
    /// Each with file and place; empty: everything can be published.
    pub faults: Vec<String>,
    /// What nobody has checked against the law yet, by service.
    pub unverified: Vec<String>,
}

/// Reads and checks every service and runs its examples.
pub fn check(files: &Files, world: &World) -> CheckReport {
    let mut report = CheckReport::default();
    let library = match Library::read(files) {
        Ok(library) => library,
        Err(fault) => {
            report.faults.push(fault.to_string());
            return report;
        }
    };
    let mut codes: Vec<(String, String)> = Vec::new();
    for slug in read::slugs(files) {
        report.services += 1;
        match read::read_service(files, &library, slug) {
            Err(fault) => report.faults.push(fault.to_string()),
            Ok(definition) => {
                if let Some((_, other)) = codes.iter().find(|(code, _)| *code == definition.code) {
                    report.faults.push(format!("config/services/{slug}: code {} is also that of {other}", definition.code));
                }
                codes.push((definition.code.clone(), slug.to_owned()));
                report.service(files, definition, world);
            }
        }
    }
    report
}

impl CheckReport {
    fn service(&mut self, files: &Files, definition: ServiceDefinition, world: &World) {
        let at = format!("config/services/{}", definition.slug);
        self.fields += definition.form.fields().count();
        self.unverified.extend(definition.unverified.iter().map(|point| format!("{}: {point}", definition.code)));
        let unchecked = definition.form.fields().filter(|field| !field.verified).map(|field| field.key.as_str()).collect::<Vec<_>>();
        if !unchecked.is_empty() {
            self.unverified.push(format!("{}: {}", definition.code, unchecked.join(", ")));
        }
        self.faults.extend(faults_of(&definition).into_iter().map(|fault| format!("{at}/{fault}")));
        let (run, faults) = examples::run_all(files, definition, world);
        self.examples += run;
        self.faults.extend(faults);
    }
}

/// What is wrong with one service, each with the file it stands in; nothing such is ever published.
pub fn faults_of(service: &ServiceDefinition) -> Vec<String> {
    let form = forms::check(&service.form).into_iter().map(|fault| format!("form: {fault}"));
    form.chain(facts(service).into_iter().map(|fault| format!("service.toml: {fault}"))).collect()
}

fn facts(service: &ServiceDefinition) -> Vec<String> {
    let mut faults = Vec::new();
    if !forms::is_key(&service.slug) {
        faults.push("the folder's name must be of letters a–z, digits and `-`".to_owned());
    }
    if !is_procedure_code(&service.code) {
        faults.push(format!("code `{}` is no national procedure code such as 1.004873", service.code));
    }
    if !service.deadlines.iter().any(|rule| rule.when.is_none()) {
        faults.push("needs a deadline without `when`: the usual case".to_owned());
    }
    if service.results.is_empty() {
        faults.push("needs a result".to_owned());
    }
    faults.extend(service.workflow.check(usual_minutes(service)).into_iter().map(|problem| format!("workflow: {problem}")));
    keys(service, &mut faults);
    faults
}

/// Every key and condition must name questions of the form.
fn keys(service: &ServiceDefinition, faults: &mut Vec<String>) {
    let kind = |key: &str| service.form.field(key).map(|field| field.kind.word());
    let mut must = |what: &str, key: &str, kinds: &[&str]| match kind(key) {
        None => faults.push(format!("{what}: the form does not ask `{key}`")),
        Some(word) if !kinds.is_empty() && !kinds.contains(&word) => {
            faults.push(format!("{what}: `{key}` is of kind {word}, not {}", kinds.join(" or ")))
        }
        Some(_) => {}
    };
    let applicant = &service.applicant;
    applicant.name.iter().for_each(|key| must("applicant.name", key, &["full_name"]));
    applicant.phone.iter().for_each(|key| must("applicant.phone", key, &["phone"]));
    applicant.email.iter().for_each(|key| must("applicant.email", key, &["email"]));
    applicant.personal_id.iter().for_each(|key| must("applicant.personal_id", key, &["personal_id"]));
    let owner = service.owner.iter();
    owner.clone().flat_map(|keys| &keys.name).for_each(|key| must("owner.name", key, &["full_name"]));
    owner.flat_map(|keys| &keys.personal_id).for_each(|key| must("owner.personal_id", key, &["personal_id"]));
    service.return_method.iter().for_each(|key| must("return_method", key, &["radio", "select"]));
    service.competence.iter().for_each(|rule| must("competence", &rule.field, &["commune"]));
    if let Some(paper) = &service.result_paper {
        paper.fields.iter().flat_map(|keys| keys.split('|')).for_each(|key| must("result_paper.fields", key.trim(), &[]));
        paper.closing.iter().flat_map(|line| variables(line)).for_each(|key| must("result_paper.closing", key, &[]));
    }
    variables(&service.subject).for_each(|key| must("subject", key, &[]));
    let deadlines = service.deadlines.iter().map(|rule| ("deadline".to_owned(), rule.when.as_ref()));
    let documents = service.documents.iter().map(|rule| (format!("document `{}`", rule.key), rule.when.as_ref()));
    let competence = service.competence.iter().map(|rule| ("competence".to_owned(), rule.when.as_ref()));
    for (of, when) in deadlines.chain(documents).chain(competence) {
        let wrong = when.into_iter().flat_map(|when| forms::check_condition(&service.form, None, when));
        faults.extend(wrong.map(|fault| format!("{of}: {fault}")));
    }
    faults.extend(service.fees.iter().flat_map(|fee| fee.faults(&service.form)));
    faults.extend(eligibility::faults(service));
    reserved(service, faults);
}

/// The questions that a sentence names: `{a|b}`.
fn variables(line: &str) -> impl Iterator<Item = &str> {
    let named = line.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(keys, _)| keys);
    named.flat_map(|keys| keys.split('|')).map(str::trim)
}

/// The last parts of a draft's addresses that are no pages of its form.
const RESERVED: &[&str] = &["noi-nop", "cac-phan", "tep", "kiem-tra", "xoa", "tu-luu"];

fn reserved(service: &ServiceDefinition, faults: &mut Vec<String>) {
    for page in service.form.pages.iter().filter(|page| RESERVED.contains(&page.key.as_str())) {
        faults.push(format!("page `{}`: the portal has a page of its own at this address; choose another name", page.key));
    }
}

/// Working minutes of the usual limit, to which the steps add up.
pub(super) fn usual_minutes(service: &ServiceDefinition) -> Option<i64> {
    service.deadlines.iter().find(|rule| rule.when.is_none()).and_then(|rule| minutes(rule.limit))
}

/// Working minutes of a limit, where it can be told: a working day has eight hours.
fn minutes(limit: Limit) -> Option<i64> {
    match limit {
        Limit::WorkingDays(days) => Some(i64::from(days) * 480),
        Limit::WorkingHours(hours) => Some(i64::from(hours) * 60),
        Limit::SameDay => Some(480),
        Limit::CalendarDays(_) => None,
    }
}

/// `^[1-6]\.[0-9]{6}$`
pub(super) fn is_procedure_code(code: &str) -> bool {
    code.split_once('.').is_some_and(|(head, tail)| {
        matches!(head, "1" | "2" | "3" | "4" | "5" | "6") && tail.len() == 6 && tail.bytes().all(|b| b.is_ascii_digit())
    })
}
