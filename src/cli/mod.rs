//! Commands of the binary: each reads its arguments, opens what it needs and calls one verb.

mod calendar;
mod catalogue;
mod check;
mod database;
mod files;
mod health;
mod migrate;
mod retention;
mod serve;
mod service;
mod verify;

use std::{ffi::OsString, io::Write, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::{
    app::Base,
    kernel::clock::ClockAhead,
    platform::{
        config::{Config, Overrides},
        telemetry,
    },
};

/// Một Cửa: the public-services portal of a province.
#[derive(Parser)]
#[command(name = "motcua", version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the portal: pages, jobs, and the private database if no other is named.
    Serve(serve::Serve),
    /// Run the jobs alone, beside other processes that serve.
    Work(serve::Work),
    /// Bring the tables of the database up to date, or take steps back.
    Migrate(migrate::Migrate),
    /// Check services, calendars and agencies before they are put into service.
    Check(check::Check),
    /// Count time as the law counts it.
    Calendar(calendar::Calendar),
    /// Texts of the national database.
    Catalogue(catalogue::Catalogue),
    /// Facts about a service; services as folders, carried away, brought in, compared.
    Service(service::Service),
    /// Throw away what the rules of retention.toml say, or only say what would go.
    Retention(retention::Retention),
    /// The keys under which files lie encrypted.
    Files(files::Files),
    /// Check that the sealed history is whole.
    Verify(verify::Verify),
    /// Ask the portal on this machine whether it is ready.
    Health(health::Health),
    /// Run the private database alone, to look into it with psql.
    Database(database::Database),
}

/// Where the settings are; the same for every command.
#[derive(Args, Clone, Default)]
struct Place {
    /// Folder of the private database, files and mail; server.data.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The installation's own configuration folder, with its portal.toml.
    #[arg(long, value_name = "DIR", env = "MOTCUA_CONFIG")]
    config: Option<PathBuf>,
}

impl Place {
    fn overrides(&self) -> Overrides {
        Overrides { folder: self.config.clone(), data: self.data.clone(), ..Overrides::default() }
    }

    fn settings(&self) -> anyhow::Result<Config> {
        settings(&self.overrides())
    }
}

fn settings(overrides: &Overrides) -> anyhow::Result<Config> {
    let config = Config::load(overrides)?;
    telemetry::start(&config.log)?;
    Ok(config)
}

/// Reads the command and runs it. A failure is one line that says what to do.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let line = match CommandLine::try_parse_from(args) {
        Ok(line) => line,
        Err(error) => error.exit(),
    };
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(obey(line.command)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("motcua: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(serve) => serve.run().await,
        Command::Work(work) => work.run().await,
        Command::Check(check) => check.run(),
        Command::Calendar(calendar) => calendar.run().await,
        Command::Catalogue(catalogue) => catalogue.run().await,
        Command::Service(service) => service.run().await,
        Command::Retention(retention) => retention.run().await,
        Command::Files(files) => files.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Migrate(migrate) => migrate.run().await,
        Command::Health(health) => health.run(),
        Command::Database(database) => database.run().await,
    }
}

/// Opens the database of the settings for one piece of work, and closes it whatever came of it.
async fn with_base<T>(config: Config, work: impl AsyncFnOnce(&Base) -> anyhow::Result<T>) -> anyhow::Result<T> {
    with_base_ahead(config, 0, work).await
}

/// The same with a clock that is ahead by so many hours: only for a demonstration, in which a day to come is rehearsed.
async fn with_base_ahead<T>(config: Config, hours: u16, work: impl AsyncFnOnce(&Base) -> anyhow::Result<T>) -> anyhow::Result<T> {
    if hours > 0 && !config.portal.demo {
        anyhow::bail!("--hours-ahead moves the clock of a demonstration: use it with --demo");
    }
    let mut base = Base::reach(config).await?;
    if hours > 0 {
        base.clock = std::sync::Arc::new(ClockAhead(chrono::TimeDelta::hours(hours.into())));
    }
    let outcome = work(&base).await;
    tokio::task::spawn_blocking(move || base.close()).await?;
    outcome
}

/// One line on standard output. Nobody listening is no failure.
fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
