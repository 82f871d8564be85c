//! `motcua calendar due`: the due time at the command line, without a database.

use chrono::NaiveDateTime;

use super::{
    counting::instant,
    days::Calendars,
    due::Due,
    explanation::weekday,
    limit::{Limit, NotALimit},
};
use crate::kernel::{clock::local, lang::Lang};

/// Why the command cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DueCommandError {
    #[error("“{0}” is not a time; write the local time of Việt Nam like 2026-02-13T10:00")]
    Start(String),
    #[error(transparent)]
    Limit(#[from] NotALimit),
}

/// Answers `motcua calendar due START LIMIT [--agency CODE]`: the due time as `YYYY-MM-DDTHH:MM` on
/// the first line, then the explanation in Vietnamese, day by day.
pub fn cli_due(calendars: &Calendars, start: &str, limit: &str, agency: Option<&str>) -> Result<String, DueCommandError> {
    let from = start_time(start).ok_or_else(|| DueCommandError::Start(start.to_owned()))?;
    let limit: Limit = limit.parse()?;
    let calendar = calendars.of(agency);
    let due = calendar.due(instant(from), limit);
    let mut lines = vec![
        local(due.at).format("%Y-%m-%dT%H:%M").to_string(),
        String::new(),
        format!("Bắt đầu: {}, thời hạn: {}", told(from), limit.words(Lang::Vi).to_lowercase()),
    ];
    lines.extend(due.explanation.iter().map(|line| line.words(Lang::Vi)));
    lines.push(format!("Hạn trả: {}", told(local(due.at).naive_local())));
    lines.extend(warnings(&due));
    lines.push(format!("Phiên bản lịch: {}", calendar.version()));
    Ok(lines.join("\n") + "\n")
}

fn start_time(text: &str) -> Option<NaiveDateTime> {
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"];
    let time = formats.iter().find_map(|f| NaiveDateTime::parse_from_str(text.trim(), f).ok())?;
    // Years beyond four digits are slips of the pen.
    (1900..=9999).contains(&chrono::Datelike::year(&time)).then_some(time)
}

fn told(time: NaiveDateTime) -> String {
    format!("{} giờ {} phút, {} {}", time.format("%H"), time.format("%M"), weekday(time.date(), Lang::Vi), time.format("%d/%m/%Y"))
}

fn warnings(due: &Due) -> Vec<String> {
    let mut lines: Vec<String> =
        due.unknown_years.iter().map(|y| format!("Lưu ý: chưa có lịch nghỉ năm {y}, chỉ trừ ngày nghỉ hằng tuần.")).collect();
    if due.provisional {
        lines.push("Lưu ý: có ngày nghỉ dự kiến, chưa được công bố; hạn trả có thể thay đổi.".into());
    }
    lines
}
