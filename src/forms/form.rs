//! A form at work: reads what was posted, decides what is shown, says what is wrong.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    answers::Answers,
    assemble::{Files, NotAForm},
    conditions::Seen,
    definition::{Field, FormDefinition, FormPage},
    faults::{Fault, Level, Problem},
    fields::Scene,
    places::Places,
    typed::{Shape, Typed},
};
use crate::{
    kernel::{lang::Lang, money::Money},
    platform::i18n::Texts,
};

/// What every form needs from outside: the list of places and the sentences. Cheap to clone.
#[derive(Clone)]
pub struct World {
    pub places: Places,
    pub texts: Texts,
}

impl World {
    /// With the places of `lists/places.txt`.
    pub fn read(files: &Files, texts: Texts) -> Result<Self, NotAForm> {
        let file = "lists/places.txt";
        let fault = |reason: String| NotAForm { file: file.to_owned(), reason };
        let text = files.get(file).ok_or_else(|| fault("this file is missing".to_owned()))?;
        let places = Places::read(text).map_err(|error| fault(error.to_string()))?;
        Ok(Self { places, texts })
    }
}

/// What a dossier costs: known to the service a form belongs to, shown by the form.
pub trait Costs: Send + Sync {
    fn total(&self, seen: &Seen<'_, '_>, today: NaiveDate) -> Money;
}

/// A checked definition, ready to work. Cheap to clone.
#[derive(Clone)]
pub struct Form {
    pub(super) definition: Arc<FormDefinition>,
    pub(super) world: World,
    costs: Option<Arc<dyn Costs>>,
}

/// So many mistakes in the rows of one table are told at once.
const MOST_OF_ROWS: usize = 20;

/// The buttons of rows: their name, and as value the rows (`items`) or the row (`items.2`).
pub const ROW_ADDED: &str = "~add";
pub const ROW_REMOVED: &str = "~remove";

/// What came of one posted page. The answers hold everything, also what was not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct PageReading {
    pub answers: Answers,
    /// What keeps this page from being finished, and warnings; in the order of the page.
    pub problems: Vec<Problem>,
    /// What the page works out from the answers, by question.
    pub computed: BTreeMap<String, String>,
}

impl PageReading {
    /// Whether the person may go on to the next page.
    pub fn is_complete(&self) -> bool {
        self.problems.iter().all(|problem| problem.level == Level::Warning)
    }
}

impl Form {
    pub fn new(definition: FormDefinition, world: World) -> Self {
        Self { definition: Arc::new(definition), world, costs: None }
    }

    /// With what it costs, for questions that show the fee.
    pub fn costing(self, costs: Arc<dyn Costs>) -> Self {
        Self { costs: Some(costs), ..self }
    }

    pub(super) fn scene<'a>(&'a self, seen: &'a Seen<'a, 'a>, today: NaiveDate, lang: Lang) -> Scene<'a> {
        Scene { seen, today, world: &self.world, lists: &self.definition.lists, costs: self.costs.as_deref(), lang }
    }

    pub fn definition(&self) -> &FormDefinition {
        &self.definition
    }

    pub fn world(&self) -> &World {
        &self.world
    }

    /// Pages that these answers show, in order.
    pub fn pages(&self, answers: &Answers, today: NaiveDate) -> Vec<&FormPage> {
        let shown = self.shown(answers, today);
        let asks = |page: &&FormPage| page.fields().any(|field| shown.contains(field.key.as_str()));
        self.definition.pages.iter().filter(asks).collect()
    }

    /// The keys of the questions that these answers show.
    pub fn shown(&self, answers: &Answers, today: NaiveDate) -> HashSet<&str> {
        let mut shown: HashSet<&str> = HashSet::new();
        for page in &self.definition.pages {
            for section in &page.sections {
                for field in &section.fields {
                    let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
                    let conditions = [&page.show_if, &section.show_if, &field.show_if];
                    if conditions.into_iter().flatten().all(|condition| condition.holds(&seen, today)) {
                        shown.insert(&field.key);
                    }
                }
            }
        }
        shown
    }

    /// The answers without those of questions that are not shown and without what is not
    /// understood: what is submitted.
    pub fn visible(&self, answers: &Answers, today: NaiveDate) -> Answers {
        let shown = self.shown(answers, today);
        let mut kept = Answers::default();
        for field in self.definition.fields().filter(|field| shown.contains(field.key.as_str())) {
            let late = || answers.unread(&field.key).and_then(|typed| self.understand(field, typed, answers, today).ok());
            if let Some(value) = answers.get(&field.key).cloned().or_else(late) {
                kept.set(&field.key, value);
            }
        }
        kept
    }

    /// The questions whose answers [`Form::visible`] leaves out, to be told in the review. What the form
    /// filled in by itself and nobody changed, and what of the account stands in another answer, is
    /// nobody's loss.
    pub fn dropped(&self, answers: &Answers, today: NaiveDate) -> Vec<&Field> {
        let shown = self.shown(answers, today);
        let by_itself = |field: &Field, value: &Value| {
            let default = field.default.clone().and_then(|text| self.understand(field, &Typed::one(text), answers, today).ok());
            let elsewhere = field.prefill.is_some() && shown.iter().any(|key| answers.get(key) == Some(value));
            elsewhere || default.as_ref() == Some(value) || self.borrowed(field, answers, today).as_ref() == Some(value)
        };
        let typed = |field: &&Field| answers.get(&field.key).is_some_and(|value| !by_itself(field, value));
        self.definition.fields().filter(|field| !shown.contains(field.key.as_str())).filter(typed).collect()
    }

    /// Reads one posted page into the answers. Keys that are no questions of the page are ignored; a
    /// question that was not posted keeps its answer. An unknown page reads nothing.
    pub fn read(&self, page: &str, posted: &[(String, String)], before: &Answers, today: NaiveDate, lang: Lang) -> PageReading {
        let mut answers = before.clone();
        let posted = &without_removed(posted);
        let Some(page) = self.definition.page(page) else {
            return PageReading { answers, problems: Vec::new(), computed: BTreeMap::new() };
        };
        for field in page.fields() {
            let asked_before = answers.get(&field.key).is_some() || answers.unread(&field.key).is_some();
            match Typed::posted(&field.key, field.kind.asked().shape(), posted) {
                Some(typed) => self.take(field, typed, &mut answers, today),
                None if !asked_before => self.take(field, Typed::default(), &mut answers, today),
                None => {}
            }
        }
        self.settle(&mut answers, today);
        let problems = self.page_problems(page, &answers, today, lang);
        let computed = self.worked_out(page, &answers, today, lang);
        PageReading { answers, problems, computed }
    }

    /// Understands one question's boxes, or keeps them as they were typed.
    fn take(&self, field: &Field, typed: Typed, answers: &mut Answers, today: NaiveDate) {
        let value = if typed.is_blank() { Ok(Value::Null) } else { self.understand(field, &typed, answers, today) };
        match value {
            Ok(Value::Null) => {
                answers.clear(&field.key);
                if let Some(value) = self.borrowed(field, answers, today) {
                    answers.set(&field.key, value);
                }
            }
            Ok(value) => answers.set(&field.key, value),
            Err(_) => answers.keep_unread(&field.key, typed),
        }
    }

    /// What could not be understood may be now: a commune typed before its province was chosen.
    fn settle(&self, answers: &mut Answers, today: NaiveDate) {
        for field in self.definition.fields() {
            let Some(typed) = answers.unread(&field.key) else { continue };
            match self.understand(field, typed, answers, today) {
                Ok(Value::Null) => answers.clear(&field.key),
                Ok(value) => answers.set(&field.key, value),
                Err(_) => {}
            }
        }
    }

    /// The answer to an earlier question, where this one says it is the same.
    pub(super) fn borrowed(&self, field: &Field, answers: &Answers, today: NaiveDate) -> Option<Value> {
        let value = answers.get(field.same_as.as_ref()?)?;
        let holds = field.same_if.as_ref().is_none_or(|condition| condition.holds(&|key| answers.get(key), today));
        holds.then(|| value.clone())
    }

    /// What the boxes mean; null if, looked at closely, nothing stands in them.
    fn understand(&self, field: &Field, typed: &Typed, answers: &Answers, today: NaiveDate) -> Result<Value, Fault> {
        if typed.is_huge() {
            return Err(Fault::new("form-huge"));
        }
        let seen = |key: &str| answers.get(key);
        let scene = self.scene(&seen, today, Lang::DEFAULT);
        let value = field.kind.asked().parse(typed, &scene)?;
        let empty = value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty);
        Ok(if empty { Value::Null } else { value })
    }

    /// Everything that is wrong in the whole form; empty (or warnings only) means it can be submitted.
    pub fn check(&self, answers: &Answers, today: NaiveDate, lang: Lang) -> Vec<Problem> {
        self.definition.pages.iter().flat_map(|page| self.page_problems(page, answers, today, lang)).collect()
    }

    /// Everything that is wrong on one page, field by field, then rule by rule.
    pub fn page_problems(&self, page: &FormPage, answers: &Answers, today: NaiveDate, lang: Lang) -> Vec<Problem> {
        let shown = self.shown(answers, today);
        let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
        let scene = self.scene(&seen, today, lang);
        let mut problems = Vec::new();
        for field in page.fields().filter(|field| shown.contains(field.key.as_str())) {
            match fault_of(field, answers, &scene) {
                // Every box of the rows that is wrong, up to what a person can read.
                Some((Fault::Rows(rows), level)) => problems.extend(rows.iter().take(MOST_OF_ROWS).map(|(place, fault)| Problem {
                    anchor: format!("{}-{place}", field.id()),
                    ..self.problem(page, field, fault, level, lang)
                })),
                Some((fault, level)) => problems.push(self.problem(page, field, &fault, level, lang)),
                None => {}
            }
        }
        for rule in &page.rules {
            let Some(field) = self.definition.field(&rule.field).filter(|field| shown.contains(field.key.as_str())) else { continue };
            let already = problems.iter().any(|problem: &Problem| problem.field == rule.field && problem.level == Level::Block);
            if !already && rule.when.holds(&seen, today) {
                let level = if rule.warning { Level::Warning } else { Level::Block };
                problems.push(self.problem(page, field, &Fault::Said(rule.message.clone()), level, lang));
            }
        }
        problems
    }

    fn problem(&self, page: &FormPage, field: &Field, fault: &Fault, level: Level, lang: Lang) -> Problem {
        let anchor = match field.kind.asked().shape() {
            Shape::Boxes(parts) => format!("{}-{}", field.id(), parts.first().copied().unwrap_or_default()),
            _ => field.id(),
        };
        Problem {
            page: page.key.clone(),
            field: field.key.clone(),
            anchor,
            message: fault.sentence(&self.world.texts, lang, field.label.get(lang)),
            level,
        }
    }
}

/// Without the boxes of a row that is taken away.
fn without_removed(posted: &[(String, String)]) -> Vec<(String, String)> {
    let removed: Vec<String> = posted.iter().filter(|(name, _)| name == ROW_REMOVED).map(|(_, row)| format!("{row}.")).collect();
    posted.iter().filter(|(name, _)| !removed.iter().any(|row| name.starts_with(row.as_str()))).cloned().collect()
}

/// What is wrong with the answer to a question that is shown.
fn fault_of(field: &Field, answers: &Answers, scene: &Scene<'_>) -> Option<(Fault, Level)> {
    let asked = field.kind.asked();
    if asked.shape() == Shape::None {
        return None;
    }
    let typed = match (answers.unread(&field.key), answers.get(&field.key)) {
        (Some(unread), _) => unread.clone(),
        (None, Some(value)) => asked.typed(value),
        (None, None) => Typed::default(),
    };
    if typed.is_huge() {
        return Some((Fault::new("form-huge"), Level::Block));
    }
    if typed.is_blank() {
        let needed = field.required || field.required_if.as_ref().is_some_and(|condition| condition.holds(scene.seen, scene.today));
        let missing = || field.missing.clone().map_or_else(|| asked.missing(), Fault::Said);
        return needed.then(|| (missing(), Level::Block));
    }
    match asked.parse(&typed, scene) {
        Err(fault) => Some((fault, Level::Block)),
        Ok(value) => asked.doubt(&value, scene).map(|fault| (fault, Level::Warning)),
    }
}
