//! “Vì sao ngày này?” for a clock that was paused, resumed or moved: its ledger in words.

use super::{
    counting::wall,
    days::Calendar,
    explanation::{self, DayLine, duration, weekday},
    ledger::{ClockKind, Ledger},
    limit::Limit,
};
use crate::kernel::{clock::Instant, lang::Lang};

/// One line of the ledger, with the days that were counted because of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockLine {
    pub kind: ClockKind,
    pub at: Instant,
    limit: Limit,
    /// Working minutes left when the clock paused; negative if it was late.
    pub minutes_left: Option<i64>,
    pub due: Option<Instant>,
    /// From this moment to the due time: after the start and after each resumption. They add up to
    /// the limit, or to what was left.
    pub days: Vec<DayLine>,
}

impl Ledger {
    /// The whole ledger, explained with the calendar that counted it.
    pub fn explain(&self, calendar: &Calendar) -> Vec<ClockLine> {
        let line = |entry: &super::ClockEntry| {
            let days = match (entry.kind, entry.due_after) {
                (ClockKind::Started, _) => calendar.due(entry.at, self.limit()).explanation,
                (ClockKind::Resumed, Some(due)) if due > entry.at => explanation::minutes(calendar, wall(entry.at), wall(due)),
                _ => Vec::new(),
            };
            let minutes_left = entry.minutes_left.map(i64::from).filter(|_| entry.kind == ClockKind::Paused);
            ClockLine { kind: entry.kind, at: entry.at, limit: self.limit(), minutes_left, due: entry.due_after, days }
        };
        self.entries().iter().map(line).collect()
    }
}

impl ClockLine {
    /// `Tạm dừng từ 10:00 Thứ Năm 05/03/2026, còn 54 giờ làm việc.`
    pub fn words(&self, lang: Lang) -> String {
        let at = moment(self.at, lang);
        let due = self.due.map(|due| moment(due, lang)).unwrap_or_default();
        let limit = self.limit.words(lang).to_lowercase();
        let left = duration(self.minutes_left.unwrap_or_default().abs(), lang);
        let is_late = self.minutes_left.is_some_and(|m| m < 0);
        match (lang, self.kind) {
            (Lang::Vi, ClockKind::Started) => format!("Tiếp nhận lúc {at}, thời hạn {limit}: hạn trả {due}."),
            (Lang::Vi, ClockKind::Paused) if is_late => format!("Tạm dừng từ {at}, đã quá hạn {left} làm việc."),
            (Lang::Vi, ClockKind::Paused) => format!("Tạm dừng từ {at}, còn {left} làm việc."),
            (Lang::Vi, ClockKind::Resumed) => format!("Tiếp tục từ {at}: hạn trả mới {due}."),
            (Lang::Vi, ClockKind::Extended) => format!("Xin lỗi và hẹn lại lúc {at}: hạn trả mới {due}."),
            (Lang::Vi, ClockKind::Recounted) => format!("Lịch nghỉ thay đổi, tính lại lúc {at}: hạn trả mới {due}."),
            (Lang::Vi, ClockKind::Stopped) => format!("Dừng tính thời hạn lúc {at}."),
            (Lang::En, ClockKind::Started) => format!("Accepted at {at}, limit {limit}: due {due}."),
            (Lang::En, ClockKind::Paused) if is_late => format!("Paused at {at}, {left} of working time overdue."),
            (Lang::En, ClockKind::Paused) => format!("Paused at {at}, {left} of working time left."),
            (Lang::En, ClockKind::Resumed) => format!("Resumed at {at}: now due {due}."),
            (Lang::En, ClockKind::Extended) => format!("Put off with an apology at {at}: now due {due}."),
            (Lang::En, ClockKind::Recounted) => format!("Days off changed, counted again at {at}: now due {due}."),
            (Lang::En, ClockKind::Stopped) => format!("The clock stopped at {at}."),
        }
    }
}

fn moment(at: Instant, lang: Lang) -> String {
    let time = wall(at);
    format!("{} {} {}", time.format("%H:%M"), weekday(time.date(), lang), time.format("%d/%m/%Y"))
}
