//! A service as written in `config/services/<slug>/service.toml` and kept in a version.

use serde::{Deserialize, Serialize};

use super::{EligibilityRule, FeeRule};
use crate::{
    calendar::Limit,
    forms::{Condition, FormDefinition, Text},
    workflow::Workflow,
};

crate::text_enum!(
    /// How far a service can be done online (Decree 42/2022/NĐ-CP).
    OnlineLevel {
        /// Dịch vụ công trực tuyến toàn trình.
        Full = "full",
        /// Dịch vụ công trực tuyến một phần.
        Partial = "partial",
        /// Dịch vụ cung cấp thông tin trực tuyến.
        InfoOnly = "info_only",
    }
);

crate::text_enum!(
    /// Cấp thực hiện.
    HandlingLevel { Commune = "commune", Province = "province" }
);

crate::text_enum!(
    /// Whether a paper is handed in or only shown.
    Duty {
        /// Giấy tờ phải nộp.
        Submit = "submit",
        /// Giấy tờ phải xuất trình: never uploaded.
        Present = "present",
    }
);

/// Everything a version says about a service. Texts are Vietnamese with optional English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceDefinition {
    /// Name of its folder and last part of its address; never written in the file.
    #[serde(default)]
    pub slug: String,
    /// National procedure code: `1.004873`.
    pub code: String,
    /// Official name.
    pub name: Text,
    /// What a person wants, in plain words: "Xin giấy xác nhận tình trạng hôn nhân".
    pub task: Text,
    /// One sentence: what it is for.
    pub summary: Text,
    /// Lĩnh vực.
    pub field: String,
    pub online: OnlineLevel,
    pub handled_by: HandlingLevel,
    /// Decision that publishes the procedure.
    pub decision: String,
    pub applicants: Vec<Text>,
    /// What people also call it; search knows these.
    pub keywords: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub life_events: Vec<String>,
    /// What nobody has checked against the law yet: shown to administrators, never as certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<String>,
    /// Pages of the form, in order; each is a file `form/<page>.toml`.
    pub pages: Vec<String>,
    /// Who may apply and when, in short sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Text>,
    /// "Bạn không phải nộp…"
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_needed: Vec<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<LegalText>,
    /// One line for the dossier: `Cấp Giấy xác nhận tình trạng hôn nhân cho {subject.full_name}`.
    pub subject: String,
    pub applicant: ApplicantKeys,
    /// Chủ hồ sơ, where somebody else may apply for him.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerKeys>,
    /// Key of the question how the result is received (values `in_person`, `online`, `postal`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_method: Option<String>,
    pub results: Vec<ResultKind>,
    /// Who is told on the first page that another service is the right one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eligibility: Vec<EligibilityRule>,
    /// The first whose condition holds counts.
    pub deadlines: Vec<DeadlineRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<FeeRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competence: Vec<CompetenceRule>,
    pub workflow: Workflow,
    /// From which the portal draws the result; without it the signed file is uploaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_paper: Option<ResultTemplate>,
    #[serde(default)]
    pub form: FormDefinition,
}

/// Questions that tell who applies; the first that is answered counts.
/// The questions about the person in whose name the dossier is; the first answered counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct OwnerKeys {
    pub name: Vec<String>,
    #[serde(default)]
    pub personal_id: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct ApplicantKeys {
    pub name: Vec<String>,
    #[serde(default)]
    pub phone: Vec<String>,
    #[serde(default)]
    pub email: Vec<String>,
    #[serde(default)]
    pub personal_id: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultKind {
    /// National result code: `KQ.G15.000038`.
    pub code: String,
    pub name: Text,
}

/// What stands on a result that the portal draws: always in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultTemplate {
    /// `{agency} xác nhận`
    pub statement: String,
    /// Keys of questions, whose answers are printed line by line; of `a|b` the first that is answered.
    pub fields: Vec<String>,
    /// Sentences at the end; `{a|b}` is the first answered of the questions a and b.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalText {
    /// "Luật Hộ tịch 60/2014/QH13"
    pub name: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineRule {
    pub limit: Limit,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// In words, where the limit alone does not tell everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Thành phần hồ sơ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRule {
    pub key: String,
    pub name: Text,
    pub duty: Duty,
    #[serde(default)]
    pub original: u8,
    #[serde(default)]
    pub copy: u8,
    #[serde(default)]
    pub certified: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// `when` in plain words, where those of the condition are clumsy: "bạn nộp thay người khác".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_said: Option<Text>,
    /// May be left out even when `when` holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// What a good photo shows, what may stand in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Taken from a database where it is there (Decree 18/2026/NĐ-CP); then not asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaced_by_data: bool,
    /// At most so many files; 5 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_files: Option<u8>,
}

/// Which commune is competent: the commune that answers `field`, if `when` holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetenceRule {
    /// Key of a commune question.
    pub field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// "Nơi thường trú của người được xác nhận"
    pub reason: Text,
}
