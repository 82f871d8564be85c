//! `motcua retention`: what is thrown away by the rules, now or only looked at.

use clap::Args;

use super::{Place, say, with_base};
use crate::retention::{self, Outcome, Rule};

#[derive(Args)]
pub(super) struct Retention {
    #[command(flatten)]
    place: Place,
    /// Say what would go, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Retention {
    pub async fn run(self) -> anyhow::Result<()> {
        with_base(self.place.settings()?, async |base| {
            let rules = retention::read(&base.config.folder)?;
            let platform = base.platform().await?;
            let mut conn = platform.db.get().await?;
            let now = platform.clock.now();
            let (word, outcomes) = match self.dry_run {
                true => ("would go", retention::preview(&mut conn, now, &rules).await?),
                false => ("gone", retention::apply(&mut conn, now, &rules).await?),
            };
            for (rule, outcome) in rules.iter().zip(&outcomes) {
                say(line(rule, outcome, word));
            }
            say("submitted dossiers, their papers and files, and the audit are kept");
            Ok(())
        })
        .await
    }
}

fn line(rule: &Rule, outcome: &Outcome, word: &str) -> String {
    let doubt = if rule.unverified { ", not checked against the law yet" } else { "" };
    format!("{}: {} {word} ({} days after the end; {}{doubt})", outcome.what, outcome.count, rule.days, rule.source)
}
