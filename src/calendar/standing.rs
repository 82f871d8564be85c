//! How a dossier stands against its due time, in the words of its badge.

use serde::Serialize;

use super::{counting::wall, days::Calendar};
use crate::kernel::{
    clock::{Instant, Now, local},
    lang::Lang,
};

/// Where the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Running,
    /// Waiting for the citizen or stopped: the clock does not run.
    Paused,
    /// The result was ready, or the dossier withdrawn, at this time.
    Finished(Instant),
}

/// Days and minutes are of working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// More than two working days are left.
    Within {
        days: i64,
    },
    /// One or two working days are left.
    DueSoon {
        days: i64,
    },
    DueToday {
        at: Instant,
    },
    /// Past due: whole working days, and working minutes in all.
    Overdue {
        days: i64,
        minutes: i64,
    },
    Paused,
    /// Finished on an earlier day than the due day.
    Early,
    /// Finished on the due day (Decision 766/QĐ-TTg compares dates).
    OnTime,
    /// Finished on a later day.
    Late {
        days: i64,
    },
}

/// The colour that repeats the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Ok,
    Soon,
    Late,
    Paused,
}

impl Calendar {
    pub fn standing(&self, now: Now, due: Instant, progress: Progress) -> Standing {
        match progress {
            Progress::Paused => Standing::Paused,
            Progress::Finished(at) => self.finished_standing(at, due),
            Progress::Running => self.running_standing(now.instant(), due),
        }
    }

    fn finished_standing(&self, at: Instant, due: Instant) -> Standing {
        let (finished, due) = (wall(at).date(), wall(due).date());
        match finished.cmp(&due) {
            std::cmp::Ordering::Less => Standing::Early,
            std::cmp::Ordering::Equal => Standing::OnTime,
            std::cmp::Ordering::Greater => Standing::Late { days: self.working_days_between(due, finished) },
        }
    }

    fn running_standing(&self, now: Instant, due: Instant) -> Standing {
        let (today, due_day) = (wall(now).date(), wall(due).date());
        if now > due {
            return Standing::Overdue { days: self.working_days_between(due_day, today), minutes: self.working_minutes(due, now) };
        }
        match self.working_days_between(today, due_day) {
            _ if today == due_day => Standing::DueToday { at: due },
            days @ 0..=2 => Standing::DueSoon { days },
            days => Standing::Within { days },
        }
    }
}

impl Standing {
    pub const fn tone(self) -> Tone {
        match self {
            Self::Within { .. } | Self::Early | Self::OnTime => Tone::Ok,
            Self::DueSoon { .. } | Self::DueToday { .. } => Tone::Soon,
            Self::Overdue { .. } | Self::Late { .. } => Tone::Late,
            Self::Paused => Tone::Paused,
        }
    }

    /// `Quá hạn 2 ngày`, `Hôm nay, 17:00`, `Còn 3 ngày`, `Tạm dừng` …
    pub fn words(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn vietnamese(self) -> String {
        match self {
            Self::Within { days } | Self::DueSoon { days } => format!("Còn {days} ngày"),
            Self::DueToday { at } => format!("Hôm nay, {}", local(at).format("%H:%M")),
            Self::Overdue { days: 0, minutes: 0..60 } => "Vừa quá hạn".into(),
            Self::Overdue { days: 0, minutes } => format!("Quá hạn {} giờ", minutes / 60),
            Self::Overdue { days, .. } => format!("Quá hạn {days} ngày"),
            Self::Paused => "Tạm dừng".into(),
            Self::Early => "Trước hạn".into(),
            Self::OnTime => "Đúng hạn".into(),
            Self::Late { days: 0 } => "Trễ hạn".into(),
            Self::Late { days } => format!("Trễ hạn {days} ngày"),
        }
    }

    fn english(self) -> String {
        let days_word = |days: i64| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        match self {
            Self::Within { days } | Self::DueSoon { days } => format!("{} left", days_word(days)),
            Self::DueToday { at } => format!("Today, {}", local(at).format("%H:%M")),
            Self::Overdue { days: 0, minutes: 0..60 } => "Just overdue".into(),
            Self::Overdue { days: 0, minutes } => format!("{} h overdue", minutes / 60),
            Self::Overdue { days, .. } => format!("{} overdue", days_word(days)),
            Self::Paused => "Paused".into(),
            Self::Early => "Early".into(),
            Self::OnTime => "On time".into(),
            Self::Late { days: 0 } => "Late".into(),
            Self::Late { days } => format!("{} late", days_word(days)),
        }
    }
}
