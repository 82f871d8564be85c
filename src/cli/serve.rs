//! `motcua serve`: everything in one process, and `motcua work`: the jobs alone.

use std::net::TcpListener;

use anyhow::Context;
use clap::Args;

use super::{Place, say, settings, with_base, with_base_ahead};
use crate::{
    accounts::demo::Demo,
    app,
    kernel::places::Place as Page,
    platform::config::{Config, Overrides},
};

#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address and port; server.listen.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// With invented people, whose accounts are printed.
    #[arg(long)]
    demo: bool,
    /// With the clock so many hours ahead, to rehearse a day to come; only with --demo.
    #[arg(long, value_name = "HOURS", default_value_t = 0, requires = "demo")]
    hours_ahead: u16,
    /// Read templates, texts and assets from the project's folder, while they are written.
    #[arg(long, hide = true, value_name = "DIR")]
    sources: Option<std::path::PathBuf>,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        let overrides = Overrides { listen: self.listen, demo: self.demo, sources: self.sources, ..self.place.overrides() };
        let mut config = settings(&overrides)?;
        // Before anything slow: an address in use is told at once, and who comes early waits.
        let listener = TcpListener::bind(config.server.listen).with_context(|| format!("cannot listen on {}", config.server.listen))?;
        listener.set_nonblocking(true)?;
        config.server.listen = listener.local_addr()?;
        with_base_ahead(config, self.hours_ahead, async |base| {
            let portal = base.portal().await?;
            if base.config.portal.demo {
                let mut conn = portal.platform.db.get().await?;
                let demo = app::demo(&mut conn, portal.platform.clock.now(), &base.config.folder).await?;
                drop(conn);
                introduce(&demo, &base.config);
            }
            say(format_args!("Một Cửa: {}", base.config.address()));
            app::serve(portal, listener).await
        })
        .await
    }
}

/// The accounts to sign in with, for whoever started the demonstration.
fn introduce(demo: &Demo, config: &Config) {
    say(format_args!("\nTài khoản minh họa (mật khẩu chung: {})\n", demo.password));
    let width = demo.accounts.iter().map(|account| account.email.as_str().len()).max().unwrap_or_default();
    for account in &demo.accounts {
        say(format_args!("  {:width$}  {} – {}", account.email.as_str(), account.name, account.what));
    }
    if secrecy::ExposeSecret::expose_secret(&config.mail.smtp_url).is_empty() {
        say(format_args!("\nHộp thư: {}{}\n", config.address(), Page::Mailbox.path()));
    }
}

#[derive(Args)]
pub(super) struct Work {
    #[command(flatten)]
    place: Place,
}

impl Work {
    pub async fn run(self) -> anyhow::Result<()> {
        with_base(self.place.settings()?, async |base| app::work(base.portal().await?).await).await
    }
}
