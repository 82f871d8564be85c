//! `motcua check`: whether the administrator's files can be put into service. Needs no database.

use clap::Args;

use super::{Place, say};
use crate::{
    agencies::AgencyRegister,
    calendar::Calendars,
    catalogue,
    forms::World,
    platform::{i18n::Texts, library::Library},
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
        let files = catalogue::read_files(&folder)?;
        let world = World::read(&files, Texts::load(&Library::Carried)?)?;
        let report = catalogue::check(&files, &world);
        for unverified in &report.unverified {
            say(format_args!("not checked against the law yet: {unverified}"));
        }
        for fault in &report.faults {
            eprintln!("{fault}");
        }
        anyhow::ensure!(report.faults.is_empty(), "{} faults", report.faults.len());
        say(format_args!("{} services with {} fields and {} examples are in order", report.services, report.fields, report.examples));
        Ok(())
    }
}
