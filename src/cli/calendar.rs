//! `motcua calendar due START LIMIT [--agency CODE]`: by when, and why, day by day.

use clap::{Args, Subcommand};

use super::{Place, say};
use crate::calendar::{self, Calendars};

#[derive(Args)]
pub(super) struct Calendar {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    /// The due time of something that begins at START and may take LIMIT.
    Due {
        /// Local time of Việt Nam: 2026-02-13T10:00
        start: String,
        /// "3 working days", "8 hours", "30 calendar days", "same day"
        limit: String,
        /// Code of the agency whose hours count.
        #[arg(long, value_name = "CODE")]
        agency: Option<String>,
        #[command(flatten)]
        place: Place,
    },
}

impl Calendar {
    pub fn run(self) -> anyhow::Result<()> {
        let Question::Due { start, limit, agency, place } = self.question;
        let calendars = Calendars::load(&place.settings()?.folder)?;
        say(calendar::cli_due(&calendars, &start, &limit, agency.as_deref())?.trim_end());
        Ok(())
    }
}
