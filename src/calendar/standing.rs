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

/// Minutes are of working time. What is left and what is over is counted the same way everywhere, in
/// whole working days of eight hours, below that in hours: a badge never says more than there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// Due on a working day after the next two.
    Within {
        minutes: i64,
    },
    /// Due on one of the next two working days.
    DueSoon {
        minutes: i64,
    },
    DueToday {
        at: Instant,
    },
    Overdue {
        minutes: i64,
    },
    Paused,
    /// Finished on an earlier day than the due day.
    Early,
    /// Finished on the due day (Decision 766/QĐ-TTg compares dates).
    OnTime,
    /// Finished so many working days after the due day.
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
        if now > due {
            return Standing::Overdue { minutes: self.working_minutes(due, now) };
        }
        let (today, due_day, minutes) = (wall(now).date(), wall(due).date(), self.working_minutes(now, due));
        match self.working_days_between(today, due_day) {
            _ if today == due_day => Standing::DueToday { at: due },
            0..=2 => Standing::DueSoon { minutes },
            _ => Standing::Within { minutes },
        }
    }
}

/// Eight hours of work are a day.
const DAY: i64 = 8 * 60;

impl Standing {
    pub const fn tone(self) -> Tone {
        match self {
            Self::Within { .. } | Self::Early | Self::OnTime => Tone::Ok,
            Self::DueSoon { .. } | Self::DueToday { .. } => Tone::Soon,
            Self::Overdue { .. } | Self::Late { .. } => Tone::Late,
            Self::Paused => Tone::Paused,
        }
    }

    /// `Quá hạn 2 ngày làm việc`, `Hôm nay, 17:00`, `Còn 3 ngày làm việc`, `Tạm dừng` …
    pub fn words(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn vietnamese(self) -> String {
        match self {
            Self::Within { minutes: minutes @ DAY.. } | Self::DueSoon { minutes: minutes @ DAY.. } => {
                format!("Còn {} ngày làm việc", minutes / DAY)
            }
            Self::Within { minutes: minutes @ 60.. } | Self::DueSoon { minutes: minutes @ 60.. } => {
                format!("Còn {} giờ làm việc", minutes / 60)
            }
            Self::Within { .. } | Self::DueSoon { .. } => "Còn dưới 1 giờ làm việc".into(),
            Self::DueToday { at } => format!("Hôm nay, {}", local(at).format("%H:%M")),
            Self::Overdue { minutes: minutes @ DAY.. } => format!("Quá hạn {} ngày làm việc", minutes / DAY),
            Self::Overdue { minutes: minutes @ 60.. } => format!("Quá hạn {} giờ làm việc", minutes / 60),
            Self::Overdue { .. } => "Vừa quá hạn".into(),
            Self::Paused => "Tạm dừng".into(),
            Self::Early => "Trước hạn".into(),
            Self::OnTime => "Đúng hạn".into(),
            Self::Late { days: 0 } => "Trễ hạn".into(),
            Self::Late { days } => format!("Trễ hạn {days} ngày"),
        }
    }

    fn english(self) -> String {
        let some = |count: i64, one: &str| format!("{count} working {one}{}", if count == 1 { "" } else { "s" });
        match self {
            Self::Within { minutes: minutes @ DAY.. } | Self::DueSoon { minutes: minutes @ DAY.. } => {
                format!("{} left", some(minutes / DAY, "day"))
            }
            Self::Within { minutes: minutes @ 60.. } | Self::DueSoon { minutes: minutes @ 60.. } => {
                format!("{} left", some(minutes / 60, "hour"))
            }
            Self::Within { .. } | Self::DueSoon { .. } => "Under 1 working hour left".into(),
            Self::DueToday { at } => format!("Today, {}", local(at).format("%H:%M")),
            Self::Overdue { minutes: minutes @ DAY.. } => format!("{} overdue", some(minutes / DAY, "day")),
            Self::Overdue { minutes: minutes @ 60.. } => format!("{} overdue", some(minutes / 60, "hour")),
            Self::Overdue { .. } => "Just overdue".into(),
            Self::Paused => "Paused".into(),
            Self::Early => "Early".into(),
            Self::OnTime => "On time".into(),
            Self::Late { days: 0 } => "Late".into(),
            Self::Late { days: 1 } => "1 day late".into(),
            Self::Late { days } => format!("{days} days late"),
        }
    }
}
