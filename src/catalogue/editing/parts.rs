//! The parts of the editor: which tables of which file, and what can be set in each.

use crate::{
    forms::{
        How,
        How::{
            Both, BothLines, BothLong, Condition, Exemptions, Flag, Hours, Laws, Limit, Line, Lines, Number, One, Question, Questions,
            Several, Tiers,
        },
        Setting,
    },
    kernel::actor::Role,
};

/// A part of `service.toml` with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its word in addresses and texts `part-…`.
    pub word: &'static str,
    /// Tables of this path are its items; empty: the service itself.
    pub path: &'static [&'static str],
    /// The part in whose tab it stands, if it has none of its own.
    pub under: Option<&'static str>,
    /// There is at most one.
    pub single: bool,
    pub settings: &'static [Setting],
}

const NO: How = Flag { usual: false };

impl Part {
    const fn many(word: &'static str, path: &'static [&'static str], settings: &'static [Setting]) -> Self {
        Self { word, path, under: None, single: false, settings }
    }

    const fn one(word: &'static str, path: &'static [&'static str], settings: &'static [Setting]) -> Self {
        Self { word, path, under: None, single: true, settings }
    }

    const fn under(self, tab: &'static str) -> Self {
        Self { under: Some(tab), ..self }
    }
}

/// In the order of the tabs.
pub const PARTS: &[Part] = &[
    Part::one("information", &[], INFORMATION),
    Part::one("applicant", &["applicant"], APPLICANT).under("information"),
    Part::one("owner", &["owner"], OWNER).under("information"),
    Part::many("documents", &["documents"], DOCUMENT),
    Part::many("steps", &["workflow", "steps"], STEP),
    Part::many("consultations", &["workflow", "consultations"], CONSULTATION).under("steps"),
    Part::many("fees", &["fees"], FEE),
    Part::many("deadlines", &["deadlines"], DEADLINE),
    Part::many("results", &["results"], RESULT),
    Part::one("result_paper", &["result_paper"], PAPER).under("results"),
    Part::many("competence", &["competence"], COMPETENCE),
    Part::many("eligibility", &["eligibility"], ELIGIBILITY),
];

const INFORMATION: &[Setting] = &[
    Setting::needed("code", Line),
    Setting::needed("name", Both),
    Setting::needed("task", Both),
    Setting::needed("summary", BothLong),
    Setting::needed("field", Line),
    Setting::needed("online", One(&["full", "partial", "info_only"])),
    Setting::needed("handled_by", One(&["commune", "province"])),
    Setting::needed("decision", Line),
    Setting::needed("applicants", BothLines),
    Setting::needed("keywords", Lines),
    Setting::may("life_events", Lines),
    Setting::may("conditions", BothLines),
    Setting::may("not_needed", BothLines),
    Setting::may("exemptions", BothLines),
    Setting::may("legal_basis", Laws),
    Setting::may("unverified", Lines),
    Setting::needed("subject", Line),
    Setting::may("return_method", Question),
];

const APPLICANT: &[Setting] = &[
    Setting::needed("name", Questions),
    Setting::may("phone", Questions),
    Setting::may("email", Questions),
    Setting::may("personal_id", Questions),
];

const OWNER: &[Setting] = &[Setting::needed("name", Questions), Setting::may("personal_id", Questions)];

const DOCUMENT: &[Setting] = &[
    Setting::needed("key", Line),
    Setting::needed("name", Both),
    Setting::needed("duty", One(&["submit", "present"])),
    Setting::may("original", Number),
    Setting::may("copy", Number),
    Setting::may("certified", Number),
    Setting::may("when", Condition),
    Setting::may("when_said", Both),
    Setting::may("optional", NO),
    Setting::may("replaced_by_data", NO),
    Setting::may("max_files", Number),
    Setting::may("hint", BothLong),
];

const CLOCKS: &[&str] = &["runs", "stands"];

/// What may be left out of the acts of a step.
pub const ACTS: &[&str] = &[
    "accept",
    "forward",
    "request_supplement",
    "send_back",
    "refuse",
    "consult",
    "request_payment",
    "approve",
    "issue_result",
    "return_result",
];

const STEP: &[Setting] = &[
    Setting::needed("key", Line),
    Setting::needed("kind", One(&["receive", "work", "confirm", "sign", "issue", "return"])),
    Setting::needed("name", Line),
    Setting::needed("public_name", Line),
    Setting::may("public_name_en", Line),
    Setting::needed("role", One(ROLES)),
    Setting::needed("hours", Hours),
    Setting::may("optional", NO),
    Setting::may("clock", One(CLOCKS)),
    Setting::may("allows", Several(ACTS)),
];

const CONSULTATION: &[Setting] = &[
    Setting::needed("key", Line),
    Setting::needed("name", Line),
    Setting::needed("at", Lines),
    Setting::needed("to", One(&["commune", "department", "any"])),
    Setting::needed("limit", Limit),
    Setting::needed("silence", One(&["consent", "no_answer"])),
    Setting::may("clock", One(CLOCKS)),
];

const FEE: &[Setting] = &[
    Setting::needed("key", Line),
    Setting::needed("name", Both),
    Setting::may("amount", Number),
    Setting::may("count", Question),
    Setting::may("at_most", Number),
    Setting::may("exempt", Exemptions),
    Setting::may("when", Condition),
    Setting::may("local", NO),
    Setting::may("said", BothLong),
    Setting::may("units", Question),
    Setting::may("tiers", Tiers),
    Setting::may("per_row", Question),
    Setting::may("row_name", Line),
];

const DEADLINE: &[Setting] = &[Setting::needed("limit", Limit), Setting::may("when", Condition), Setting::may("note", BothLong)];

const RESULT: &[Setting] = &[Setting::needed("code", Line), Setting::needed("name", Both)];

const PAPER: &[Setting] = &[Setting::needed("statement", Line), Setting::needed("fields", Questions), Setting::may("closing", Lines)];

const COMPETENCE: &[Setting] = &[Setting::needed("field", Question), Setting::may("when", Condition), Setting::needed("reason", Both)];

const ELIGIBILITY: &[Setting] = &[
    Setting::needed("when", Condition),
    Setting::needed("reason", BothLong),
    Setting::may("alternative", Line),
    Setting::may("advice", BothLong),
];

/// Roles that work on dossiers.
const ROLES: &[&str] = &[
    Role::ReceptionOfficer.as_str(),
    Role::CaseOfficer.as_str(),
    Role::CivilStatusOfficer.as_str(),
    Role::DivisionHead.as_str(),
    Role::UnitLeader.as_str(),
    Role::RecordsClerk.as_str(),
    Role::Cashier.as_str(),
    Role::ReturnOfficer.as_str(),
];

pub(super) const PAGE: &[Setting] = &[Setting::needed("title", Both), Setting::may("hint", BothLong), Setting::may("show_if", Condition)];

pub(super) const SECTION: &[Setting] = &[Setting::may("title", Both), Setting::may("hint", BothLong), Setting::may("show_if", Condition)];

pub(super) const RULE: &[Setting] = &[
    Setting::needed("field", Question),
    Setting::needed("when", Condition),
    Setting::needed("message", BothLong),
    Setting::may("warning", NO),
];

/// A shared block put into a page.
pub(super) const INCLUSION: &[Setting] = &[
    Setting::needed("block", Line),
    Setting::may("prefix", Line),
    Setting::may("only", Lines),
    Setting::may("omit", Lines),
    Setting::may("optional", Lines),
    Setting::may("show_if", Condition),
];
