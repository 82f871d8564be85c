//! The steps of a service as a drawing, made here: boxes from above to below, the way on between them,
//! the way back at the side. The list beside it says the same in words.

use serde::Serialize;

use crate::{
    web::shell::Visit,
    workflow::{Action, Step, StepClock, StepKind, Workflow},
};

const WIDTH: usize = 360;
const BOX_WIDTH: usize = 280;
const LINE: usize = 20;
const PADDING: usize = 12;
const GAP: usize = 36;
/// So many letters stand in a line of a box.
const LETTERS: usize = 34;

#[derive(Debug, Serialize)]
pub struct Diagram {
    width: usize,
    height: usize,
    boxes: Vec<BoxView>,
    ways: Vec<WayView>,
    /// The whole drawing as a sentence.
    told: String,
}

#[derive(Debug, Serialize)]
struct BoxView {
    /// `usual`, `optional`, `citizen`
    kind: &'static str,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    lines: Vec<LineView>,
}

#[derive(Debug, Serialize)]
struct LineView {
    x: usize,
    y: usize,
    text: String,
    strong: bool,
}

#[derive(Debug, Serialize)]
struct WayView {
    /// `on` or `back`
    kind: &'static str,
    path: String,
}

pub fn draw(visit: &Visit, workflow: &Workflow) -> Diagram {
    let (mut boxes, mut ways, mut y) = (Vec::new(), Vec::new(), 4);
    for (place, step) in workflow.steps.iter().enumerate() {
        let view = box_of(visit, workflow, step, y);
        let (x, bottom) = (BOX_WIDTH / 2, view.y + view.height);
        if place + 1 < workflow.steps.len() {
            ways.push(WayView { kind: "on", path: format!("M{x} {bottom} V{}", bottom + GAP) });
        }
        if let Some(before) = back_to(workflow, step).and_then(|place| boxes.get(place)) {
            ways.push(back(&view, before));
        }
        y = bottom + GAP;
        boxes.push(view);
    }
    let told: Vec<String> = workflow.steps.iter().map(|step| told(visit, step)).collect();
    Diagram { width: WIDTH, height: y.saturating_sub(GAP) + 4, boxes, ways, told: told.join(" → ") }
}

/// The place of the step to which a dossier can be sent back.
fn back_to(workflow: &Workflow, step: &Step) -> Option<usize> {
    let before = workflow.before(&step.key).filter(|_| step.allows(Action::SendBack))?;
    workflow.steps.iter().position(|other| other.key == before.key)
}

fn back(from: &BoxView, to: &BoxView) -> WayView {
    let (start, end) = (from.y + from.height / 2, to.y + to.height / 2 + 6);
    let (edge, side) = (BOX_WIDTH, BOX_WIDTH + 28);
    WayView { kind: "back", path: format!("M{edge} {start} H{side} V{end} H{}", edge + 8) }
}

fn box_of(visit: &Visit, workflow: &Workflow, step: &Step, y: usize) -> BoxView {
    let mut texts: Vec<(String, bool)> = wrapped(&step.name).into_iter().map(|line| (line, true)).collect();
    texts.extend(wrapped(&about(visit, step)).into_iter().map(|line| (line, false)));
    for asked in workflow.consultations_at(&step.key) {
        let line = visit.text("diagram-consults", &[("name", asked.name.as_str().into())]);
        texts.extend(wrapped(&line).into_iter().map(|line| (line, false)));
    }
    let height = texts.len() * LINE + PADDING * 2 - 4;
    let line = |(place, (text, strong)): (usize, (String, bool))| LineView { x: PADDING, y: y + PADDING + 14 + place * LINE, text, strong };
    let kind = match step {
        step if step.kind == StepKind::Confirm => "citizen",
        step if step.optional => "optional",
        _ => "usual",
    };
    BoxView { kind, x: 1, y, width: BOX_WIDTH - 1, height, lines: texts.into_iter().enumerate().map(line).collect() }
}

/// `Công chức tư pháp – hộ tịch · 12 giờ · tùy chọn`
fn about(visit: &Visit, step: &Step) -> String {
    let role = visit.text(&format!("word-{}", step.role.as_str()), &[]);
    let hours = visit.text("diagram-hours", &[("hours", f64::from(step.hours).to_string().replace('.', ",").into())]);
    let mut parts = if step.kind == StepKind::Confirm { vec![visit.text("diagram-citizen", &[]), hours] } else { vec![role, hours] };
    if step.optional {
        parts.push(visit.text("diagram-optional", &[]));
    }
    if step.clock == StepClock::Stands {
        parts.push(visit.text("word-stands", &[]));
    }
    parts.join(" · ")
}

fn told(visit: &Visit, step: &Step) -> String {
    format!("{} ({})", step.name, about(visit, step))
}

/// Lines of whole words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// As samples show it.
pub fn sample() -> Diagram {
    let line = LineView { x: 12, y: 30, text: "Tiếp nhận hồ sơ".into(), strong: true };
    let boxes = vec![BoxView { kind: "usual", x: 1, y: 4, width: 279, height: 40, lines: vec![line] }];
    let ways = vec![WayView { kind: "on", path: "M140 44 V80".into() }];
    Diagram { width: WIDTH, height: 84, boxes, ways, told: "Tiếp nhận hồ sơ (Cán bộ tiếp nhận · 1 giờ)".into() }
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_are_of_whole_words() {
        assert_eq!(wrapped("Thẩm tra, dự thảo"), ["Thẩm tra, dự thảo"]);
        let lines = wrapped("Công chức tư pháp – hộ tịch thẩm tra hồ sơ, xác minh khi cần và dự thảo kết quả");
        assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() <= 34), "{lines:?}");
    }
}
