//! Texts that somebody reads and that are not there.

use super::Finding;
use crate::catalogue::ServiceDefinition;

pub(super) fn missing(service: &ServiceDefinition) -> Vec<Finding> {
    let mut texts: Vec<(&str, &str, &str, bool)> = vec![
        ("information", "", "name", service.name.vi.is_empty()),
        ("information", "", "task", service.task.vi.is_empty()),
        ("information", "", "summary", service.summary.vi.is_empty()),
        ("information", "", "applicants", service.applicants.is_empty()),
        ("information", "", "subject", service.subject.is_empty()),
    ];
    texts.extend(service.workflow.steps.iter().map(|step| ("steps", step.key.as_str(), "name", step.name.is_empty())));
    texts.extend(service.workflow.steps.iter().map(|step| ("steps", step.key.as_str(), "public_name", step.public_name.is_empty())));
    texts.extend(service.documents.iter().map(|rule| ("documents", rule.key.as_str(), "name", rule.name.vi.is_empty())));
    texts.extend(service.fees.iter().map(|fee| ("fees", fee.key.as_str(), "name", fee.name.vi.is_empty())));
    texts.extend(service.results.iter().map(|result| ("results", result.code.as_str(), "name", result.name.vi.is_empty())));
    let told = texts.into_iter().filter(|(.., missing)| *missing).map(|(part, item, setting, _)| {
        let key = if item.is_empty() { "proof-text-missing" } else { "proof-text-missing-at" };
        Finding::error(part, key).with("setting", setting).with("item", item).about([item.to_owned()])
    });
    let decision = service.decision.is_empty().then(|| Finding::warning("information", "proof-no-decision"));
    told.chain(decision).collect()
}
