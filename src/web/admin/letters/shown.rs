//! The page of one letter.

use serde::Serialize;

use crate::{
    kernel::{lang::Lang, places::Place, places::admin::AdminPlace},
    notifications::{
        TextRow, Written,
        texts::{LetterKind, Sentence, TextFault},
    },
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        answer::{Answer, Fault},
        shell::Visit,
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct LetterPage {
    side: Vec<SideGroup>,
    back: String,
    action: String,
    title: String,
    lang: String,
    /// The same letter in the other languages.
    languages: Vec<LangLink>,
    pub errors: Vec<Fault>,
    pub boxes: Vec<BoxView>,
    /// What may stand in braces.
    values: String,
    pub reason: Answer,
    pub preview: Option<PreviewView>,
    /// That a trial is on its way; empty if none is.
    pub tried: String,
    history: Vec<HistoryRow>,
}

#[derive(Debug, Clone, Serialize)]
struct LangLink {
    href: String,
    text: String,
    current: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct BoxView {
    pub key: String,
    label: String,
    /// The portal's own sentence, if another is said.
    own: String,
    pub answer: Answer,
}

#[derive(Debug, Clone, Serialize)]
pub struct PreviewView {
    subject: String,
    paragraphs: Vec<Vec<String>>,
}

#[derive(Debug, Clone, Serialize)]
struct HistoryRow {
    at: String,
    who: String,
    text: String,
    reason: String,
    in_force: bool,
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "admin/letters/letter.html";

    fn samples() -> Vec<Self> {
        let own = "Hồ sơ {code} đã được tiếp nhận";
        let asked = |text: &str, error: &str| BoxView {
            key: "mail-accepted-subject".into(),
            label: "Tiêu đề thư".into(),
            own: own.into(),
            answer: Answer::wrong(text, error),
        };
        let row = |in_force| HistoryRow {
            at: "23/11/2026, 09:00".into(),
            who: "Đỗ Quản Trị".into(),
            text: "Hồ sơ {code} đã nhận".into(),
            reason: "Gọn hơn".into(),
            in_force,
        };
        let link = |current| LangLink { href: "/quan-tri/mau-thong-bao/accepted".into(), text: "Tiếng Việt".into(), current };
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/mau-thong-bao".into(),
            action: "/quan-tri/mau-thong-bao/accepted".into(),
            title: own.into(),
            lang: "vi".into(),
            languages: vec![link(true), link(false)],
            boxes: vec![asked("Hồ sơ {code} đã nhận", "")],
            values: "{agency}, {code}".into(),
            tried: "Thư thử đang được gửi đến q***@example.vn.".into(),
            preview: Some(PreviewView { subject: "Hồ sơ H44 đã nhận".into(), paragraphs: vec![vec!["Kính gửi bạn,".into()]] }),
            history: vec![row(true), row(false)],
            ..Self::default()
        };
        let text = "Câu này có {ma} mà cổng không biết";
        let wrong = Self {
            errors: vec![Fault { href: "#mail-accepted-subject".into(), text: text.into() }],
            boxes: vec![asked("Hồ sơ {ma}", text)],
            preview: None,
            tried: String::new(),
            history: Vec::new(),
            ..page.clone()
        };
        vec![page, wrong]
    }
}

impl LetterPage {
    pub fn new(visit: &Visit, kind: &LetterKind, lang: Lang, sentences: &[Sentence], history: Vec<TextRow>) -> Self {
        let here = AdminPlace::Letter(kind.word.to_owned());
        let mut values: Vec<String> = sentences.iter().flat_map(|one| one.values.iter()).map(|name| format!("{{{name}}}")).collect();
        values.sort();
        values.dedup();
        let link = |other: &Lang| LangLink {
            href: format!("{}?tieng={other}", Place::Admin(here.clone()).path()),
            text: visit.text(if *other == Lang::Vi { "letter-in-vietnamese" } else { "letter-in-english" }, &[]),
            current: *other == lang,
        };
        Self {
            side: side(visit, &AdminPlace::Letters),
            back: Place::Admin(AdminPlace::Letters).path(),
            action: Place::Admin(here.clone()).path(),
            title: sentences.first().map(|one| one.text.clone()).unwrap_or_default(),
            lang: lang.to_string(),
            languages: Lang::ALL.iter().map(link).collect(),
            boxes: sentences.iter().enumerate().map(|(number, one)| asked(visit, number, one)).collect(),
            values: values.join(", "),
            history: history.into_iter().map(row).collect(),
            ..Self::default()
        }
    }

    /// What was typed stands in the boxes again.
    pub fn keep(&mut self, typed: &[(String, String)]) {
        for asked in &mut self.boxes {
            if let Some((_, text)) = typed.iter().find(|(key, _)| *key == asked.key) {
                asked.answer.value = text.chars().take(2000).collect();
            }
        }
    }

    /// Says at each box what is wrong with it.
    pub fn blame(&mut self, visit: &Visit, faults: &[(String, TextFault)]) {
        for asked in &mut self.boxes {
            let Some((_, fault)) = faults.iter().find(|(key, _)| *key == asked.key) else { continue };
            let text = match fault {
                TextFault::Empty => visit.text("letter-empty", &[]),
                TextFault::TooLong => visit.text("letter-too-long", &[]),
                TextFault::LooseBrace => visit.text("letter-loose-brace", &[]),
                TextFault::Unknown(name) => {
                    visit.text("letter-unknown", &[("name", format!("{{{name}}}").into()), ("values", self.values.clone().into())])
                }
            };
            asked.answer.error = text.clone();
            self.errors.push(Fault { href: format!("#{}", asked.key), text });
        }
    }
}

impl PreviewView {
    pub fn of(written: &Written) -> Self {
        let lines = |paragraph: &str| paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let paragraphs: Vec<Vec<String>> = written.text.split("\n\n").map(lines).filter(|lines: &Vec<String>| !lines.is_empty()).collect();
        Self { subject: written.subject.clone(), paragraphs }
    }
}

fn asked(visit: &Visit, number: usize, sentence: &Sentence) -> BoxView {
    let label = if number == 0 { visit.text("letter-subject", &[]) } else { visit.text("letter-sentence", &[("number", number.into())]) };
    let own = if sentence.is_changed() { sentence.own.clone() } else { String::new() };
    BoxView { key: sentence.key.clone(), label, own, answer: Answer::of(&sentence.text) }
}

fn row(row: TextRow) -> HistoryRow {
    HistoryRow {
        at: words::moment(row.created_at),
        who: row.written_by.to_string(),
        text: row.text,
        reason: row.reason,
        in_force: row.ended_at.is_none(),
    }
}
