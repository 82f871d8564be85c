//! `motcua check`: whether the administrator's files can be put into service. Needs no database.

use clap::Args;

use super::{Place, say};
use crate::{
    agencies::AgencyRegister,
    calendar::Calendars,
    catalogue::{self, procedures},
    forms::World,
    platform::{i18n::Texts, library::Library},
    retention,
};

#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    pub fn run(self) -> anyhow::Result<()> {
        let folder = self.place.settings()?.folder;
        AgencyRegister::load(&folder)?;
        Calendars::load(&folder)?;
        for rule in retention::read(&folder)?.iter().filter(|rule| rule.unverified) {
            say(format_args!("not checked against the law yet: retention of {}, {} days", rule.what, rule.days));
        }
        let files = catalogue::read_files(&folder)?;
        let world = World::read(&files, Texts::load(&Library::Carried)?)?;
        let report = catalogue::check(&files, &world);
        for unverified in &report.unverified {
            say(format_args!("not checked against the law yet: {unverified}"));
        }
        let list = procedures::read_list(&folder);
        let of_the_list = list.as_ref().err().into_iter().flatten().map(ToString::to_string);
        let faults: Vec<String> = report.faults.iter().cloned().chain(of_the_list).collect();
        for fault in &faults {
            eprintln!("{fault}");
        }
        anyhow::ensure!(faults.is_empty(), "{} faults", faults.len());
        say(format_args!("{} procedures are listed", list.map(|list| list.procedures.len()).unwrap_or_default()));
        say(format_args!("{} services with {} fields and {} examples are in order", report.services, report.fields, report.examples));
        Ok(())
    }
}
