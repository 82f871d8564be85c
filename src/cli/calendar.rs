//! `motcua calendar due START LIMIT [--agency CODE]`: by when, and why, day by day.
//! `motcua calendar recount [--apply]`: whose return date the calendars as they are now move.

use clap::{Args, Subcommand};

use super::{Place, say, with_base};
use crate::{
    app::Portal,
    calendar::{self, Calendars},
    dossiers::{self, Recounted},
    kernel::clock::{Instant, local},
};

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
    /// Show whose return date has moved by a change of the calendars; with --apply move it and tell.
    Recount {
        /// Write the new dates, with an event and a letter each.
        #[arg(long)]
        apply: bool,
        #[command(flatten)]
        place: Place,
    },
}

impl Calendar {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.question {
            Question::Due { start, limit, agency, place } => {
                let calendars = Calendars::load(&place.settings()?.folder)?;
                say(calendar::cli_due(&calendars, &start, &limit, agency.as_deref())?.trim_end());
                Ok(())
            }
            Question::Recount { apply, place } => recount(&place, apply).await,
        }
    }
}

async fn recount(place: &Place, apply: bool) -> anyhow::Result<()> {
    with_base(place.settings()?, async |base| {
        let portal = Portal::open(base.platform().await?).await?;
        let (mut conn, now) = (portal.platform.db.get().await?, portal.platform.clock.now());
        let moved = match apply {
            true => dossiers::recount(&mut conn, &portal.rules, now).await?,
            false => dossiers::would_move(&mut conn, &portal.rules, now).await?,
        };
        let moment = |at: Option<Instant>| at.map(|at| local(at).format("%d/%m/%Y %H:%M").to_string()).unwrap_or_default();
        for dossier in &moved {
            let Recounted { code, agency, before, after, paused } = dossier;
            let note = if *paused { " (paused)" } else { "" };
            say(format_args!("{code}  {}  →  {}  {agency}{note}", moment(*before), moment(*after)));
        }
        let what = if apply { "moved" } else { "would move; run again with --apply to move them" };
        say(format_args!("{} dossiers {what}", moved.len()));
        Ok(())
    })
    .await
}
