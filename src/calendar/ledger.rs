//! The clock of one dossier: what started, paused, resumed, moved and stopped it. Each entry holds
//! the due time before and after, so the return date can always be explained; the whole ledger can
//! be counted again under another calendar.

use super::{
    counting::{instant, wall},
    days::Calendar,
    limit::Limit,
};
use crate::kernel::clock::Instant;

crate::text_enum!(
    /// What happened to the clock.
    ClockKind {
        Started = "started",
        Paused = "paused",
        Resumed = "resumed",
        Extended = "extended",
        Recounted = "recounted",
        Stopped = "stopped",
    }
);

/// One line of the ledger; the row of `dossier_clock` without its dossier and number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockEntry {
    pub kind: ClockKind,
    pub at: Instant,
    pub calendar_version: String,
    /// Working minutes left to the due time; negative when it has passed. Told when the clock pauses.
    pub minutes_left: Option<i32>,
    pub due_before: Option<Instant>,
    pub due_after: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockPhase {
    NotStarted,
    Running,
    Paused,
    Stopped,
}

/// Why the clock does not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClockRefused {
    #[error("the clock has already started")]
    AlreadyStarted,
    #[error("the clock has not started")]
    NotStarted,
    #[error("the clock is paused")]
    AlreadyPaused,
    #[error("the clock is not paused")]
    NotPaused,
    #[error("the clock has stopped for good")]
    Stopped,
    /// Decree 61/2018 Article 19: the return date is put off once at most.
    #[error("the return date has already been put off once")]
    AlreadyExtended,
    #[error("the new return date must be later than the old one and on a working day")]
    NotAnExtension,
}

/// The ledger of a dossier with its limit. Each verb adds one entry and returns it, to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    limit: Limit,
    entries: Vec<ClockEntry>,
}

impl Ledger {
    /// The ledger as stored, in order; empty before the dossier is accepted.
    pub fn new(limit: Limit, entries: Vec<ClockEntry>) -> Self {
        Self { limit, entries }
    }

    pub fn limit(&self) -> Limit {
        self.limit
    }

    pub fn entries(&self) -> &[ClockEntry] {
        &self.entries
    }

    /// The due time as last told to the citizen. While paused it is the one from before the pause.
    pub fn due(&self) -> Option<Instant> {
        self.entries.last().and_then(|e| e.due_after)
    }

    pub fn phase(&self) -> ClockPhase {
        let last = self.entries.iter().rev().map(|e| e.kind).find(|k| !matches!(k, ClockKind::Extended | ClockKind::Recounted));
        match last {
            None => ClockPhase::NotStarted,
            Some(ClockKind::Paused) => ClockPhase::Paused,
            Some(ClockKind::Stopped) => ClockPhase::Stopped,
            Some(_) => ClockPhase::Running,
        }
    }

    pub fn was_extended(&self) -> bool {
        self.entries.iter().any(|e| e.kind == ClockKind::Extended)
    }

    /// The dossier was accepted.
    pub fn start(&mut self, calendar: &Calendar, at: Instant) -> Result<ClockEntry, ClockRefused> {
        match self.phase() {
            ClockPhase::NotStarted => Ok(self.add(calendar, ClockKind::Started, at, None)),
            _ => Err(ClockRefused::AlreadyStarted),
        }
    }

    /// Something is asked of the citizen, or the work is stopped for a while.
    pub fn pause(&mut self, calendar: &Calendar, at: Instant) -> Result<ClockEntry, ClockRefused> {
        self.expect_running()?;
        Ok(self.add(calendar, ClockKind::Paused, at, None))
    }

    /// The work goes on: the working minutes that were left are given again.
    pub fn resume(&mut self, calendar: &Calendar, at: Instant) -> Result<ClockEntry, ClockRefused> {
        match self.phase() {
            ClockPhase::Paused => Ok(self.add(calendar, ClockKind::Resumed, at, None)),
            ClockPhase::Stopped => Err(ClockRefused::Stopped),
            _ => Err(ClockRefused::NotPaused),
        }
    }

    /// A new return date with an apology.
    pub fn extend(&mut self, calendar: &Calendar, at: Instant, new_due: Instant) -> Result<ClockEntry, ClockRefused> {
        self.expect_running()?;
        if self.was_extended() {
            return Err(ClockRefused::AlreadyExtended);
        }
        if self.due().is_some_and(|due| new_due <= due) || new_due <= at || !calendar.is_working_day(wall(new_due).date()) {
            return Err(ClockRefused::NotAnExtension);
        }
        Ok(self.add(calendar, ClockKind::Extended, at, Some(new_due)))
    }

    /// The result is ready, or the dossier ended otherwise. A paused clock may stop too.
    pub fn stop(&mut self, calendar: &Calendar, at: Instant) -> Result<ClockEntry, ClockRefused> {
        match self.phase() {
            ClockPhase::NotStarted => Err(ClockRefused::NotStarted),
            ClockPhase::Stopped => Err(ClockRefused::Stopped),
            _ => Ok(self.add(calendar, ClockKind::Stopped, at, None)),
        }
    }

    /// The calendar has changed: the new entry if the due time moves by it. Once stopped, nothing moves.
    pub fn recount(&mut self, calendar: &Calendar, at: Instant) -> Option<ClockEntry> {
        let new_due = match self.phase() {
            ClockPhase::Running | ClockPhase::Paused => self.recounted(calendar)?,
            _ => return None,
        };
        (Some(new_due) != self.due()).then(|| self.add(calendar, ClockKind::Recounted, at, Some(new_due)))
    }

    /// The due time as a pure function of the ledger and a calendar, whatever was stored.
    pub fn recounted(&self, calendar: &Calendar) -> Option<Instant> {
        let replayed = self.entries.iter().filter(|e| e.kind != ClockKind::Recounted);
        let mut fresh = Self::new(self.limit, Vec::new());
        for entry in replayed {
            // The date of an extension was chosen by people; it only moves off a new day off.
            let chosen = entry.due_after.filter(|_| entry.kind == ClockKind::Extended).map(|due| calendar.off_days_off(due));
            fresh.add(calendar, entry.kind, entry.at, chosen);
        }
        fresh.due()
    }

    fn expect_running(&self) -> Result<(), ClockRefused> {
        match self.phase() {
            ClockPhase::Running => Ok(()),
            ClockPhase::NotStarted => Err(ClockRefused::NotStarted),
            ClockPhase::Paused => Err(ClockRefused::AlreadyPaused),
            ClockPhase::Stopped => Err(ClockRefused::Stopped),
        }
    }

    fn add(&mut self, calendar: &Calendar, kind: ClockKind, at: Instant, chosen: Option<Instant>) -> ClockEntry {
        let due_before = self.due();
        let due_after = match kind {
            ClockKind::Started => Some(calendar.due_at(at, self.limit)),
            ClockKind::Resumed => self.after_pause(calendar, at),
            _ => chosen.or(due_before),
        };
        let pauses = kind == ClockKind::Paused || (kind == ClockKind::Recounted && self.phase() == ClockPhase::Paused);
        let paused_at = if kind == ClockKind::Paused { Some(at) } else { self.paused_at() };
        let left = paused_at.zip(due_after).map(|(from, due)| calendar.working_minutes(from, due));
        let minutes_left = left.filter(|_| pauses).map(|m| i32::try_from(m).unwrap_or(i32::MAX));
        let entry = ClockEntry { kind, at, calendar_version: calendar.version().to_owned(), minutes_left, due_before, due_after };
        self.entries.push(entry.clone());
        entry
    }

    fn paused_at(&self) -> Option<Instant> {
        self.entries.iter().rev().find(|e| e.kind == ClockKind::Paused).map(|e| e.at)
    }

    /// The minutes left at the pause, counted from the resumption. A due time that was an opening
    /// (07:30) stays an opening: it must not turn into the closing (17:30) before it.
    fn after_pause(&self, calendar: &Calendar, at: Instant) -> Option<Instant> {
        let due = self.due()?;
        let left = i64::from(self.entries.iter().rev().find_map(|e| e.minutes_left)?);
        let moved = calendar.add_minutes(at, left);
        Some(if calendar.is_opening(wall(due)) { calendar.working_start(moved) } else { moved })
    }
}

impl Calendar {
    /// The same time on the next working day, if this day is not worked.
    fn off_days_off(&self, due: Instant) -> Instant {
        let due = wall(due);
        instant(self.within_hours(self.working_day_from(due.date()), super::counting::minute_of(due)))
    }
}
