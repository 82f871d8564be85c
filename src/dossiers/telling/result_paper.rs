//! The result as a paper: signed outside, or drawn from the service's template.

use chrono::NaiveDate;

use super::papers::{NamedField, ResultPaper};
use crate::{
    catalogue::{ResultTemplate, ServiceVersion},
    documents::{Letterhead, PaperTime, Signature},
    dossiers::{at_hand::AtHand, reading::ResultDraft, result::Entered},
    forms::Answers,
    kernel::{
        clock::{Instant, vietnam},
        lang::Lang,
    },
};

/// A result whose PDF the agency has signed itself: the file is the paper, the fields serve
/// verification only.
pub fn signed(hand: &AtHand<'_>, entered: &Entered<'_>) -> ResultPaper {
    paper(hand, entered)
}

/// A result drawn by the portal, if the service says how.
pub fn drawn(hand: &AtHand<'_>, entered: &Entered<'_>) -> Option<ResultPaper> {
    let template = hand.version.definition.result_paper.as_ref()?;
    let paper = paper(hand, entered);
    let source = Source { version: &hand.version, answers: hand.answers(), today: hand.now.today() };
    Some(ResultPaper {
        statement: template.statement.replace("{agency}", &hand.agency.authority()),
        fields: source.fields(template),
        closing: template.closing.iter().map(|line| source.filled(line)).collect(),
        ..paper
    })
}

/// Noon of a day: a paper is dated, not timed.
pub fn noon(day: NaiveDate) -> Option<Instant> {
    day.and_hms_opt(12, 0, 0)?.and_local_timezone(vietnam()).single().map(|at| at.to_utc())
}

fn paper(hand: &AtHand<'_>, entered: &Entered<'_>) -> ResultPaper {
    let above = hand.rules.agencies.province().map(|province| province.authority()).unwrap_or_default();
    let code = hand.row.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let definition = &hand.version.definition;
    ResultPaper {
        head: Letterhead { above, unit: hand.agency.authority(), place: hand.agency.proper_name().to_owned() },
        opening: vec![format!("Xét đề nghị của ông/bà {} trong hồ sơ {code} ({}),", hand.row.applicant_name, definition.name.vi)],
        code,
        issued_on: PaperTime(noon(entered.issued_on).unwrap_or(hand.now.instant())),
        statement: String::new(),
        fields: Vec::new(),
        closing: Vec::new(),
        signature: Signature { authority: format!("TM. {}", hand.agency.authority()), title: String::new(), name: entered.signer.clone() },
        recipients: vec![format!("Ông/bà {}", hand.row.applicant_name), "Lưu: VT, hồ sơ".into()],
        number: entered.number.clone(),
        name: definition.results.first().map_or_else(|| definition.name.vi.clone(), |kind| kind.name.vi.clone()),
    }
}

/// What will stand on the result, as its citizen may check it before it is signed. None where the
/// office writes the result itself.
pub fn draft(version: &ServiceVersion, answers: &Answers, today: NaiveDate) -> Option<ResultDraft> {
    let template = version.definition.result_paper.as_ref()?;
    let source = Source { version, answers: answers.clone(), today };
    let fields = source.fields(template).into_iter().map(|field| (field.label, field.value)).collect();
    Some(ResultDraft { fields, closing: template.closing.iter().map(|line| source.filled(line)).collect() })
}

/// Where the words of a result come from.
struct Source<'a> {
    version: &'a ServiceVersion,
    answers: Answers,
    today: NaiveDate,
}

impl Source<'_> {
    /// The answers that the template names, as people read them; what was not answered is left out.
    fn fields(&self, template: &ResultTemplate) -> Vec<NamedField> {
        let form = &self.version.form;
        let field = |keys: &String| {
            let key = keys.split('|').map(str::trim).find(|key| self.answers.get(key).is_some())?;
            let label = form.definition().field(key)?.label.get(Lang::Vi).to_owned();
            let value = form.show(key, &self.answers, self.today, Lang::Vi)?;
            Some(NamedField { label, value })
        };
        template.fields.iter().filter_map(field).collect()
    }

    /// `{a|b}` is the first answered of the questions a and b.
    fn filled(&self, line: &str) -> String {
        let form = &self.version.form;
        let mut out = String::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            let (key, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            let shown = key.split('|').find_map(|key| form.show(key.trim(), &self.answers, self.today, Lang::Vi));
            out.push_str(shown.as_deref().unwrap_or("…"));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}
