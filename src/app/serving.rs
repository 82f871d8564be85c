//! Serving and working until a signal: the running requests and jobs are finished, then it ends.

use std::{net::TcpListener, time::Duration};

use actix_web::{App, HttpServer, web};
use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::Portal;
use crate::{jobs, platform::config::Server, web as screens};

/// Answers requests on this socket, and does the jobs unless the settings leave them to others.
pub async fn serve(portal: Portal, listener: TcpListener) -> anyhow::Result<()> {
    anyhow::ensure!(portal.platform.assets.are_built(), "the pages' styles and scripts are not built: run `make assets`, then build again");
    let config = portal.platform.config.clone();
    let (platform, rules) = (web::Data::new(portal.platform.clone()), web::Data::new(portal.rules.clone()));
    let factory = move || App::new().app_data(platform.clone()).app_data(rules.clone()).configure(screens::routes);
    let server = HttpServer::new(factory)
        .workers(threads(&config.server))
        // Without it a packed answer on a kept connection waits for an acknowledgement.
        .tcp_nodelay(true)
        .client_request_timeout(Duration::from_secs(30))
        .shutdown_timeout(config.server.shutdown_seconds)
        .disable_signals()
        .listen(listener)?
        .run();
    let handle = server.handle();
    let ended = stop_signal()?;
    let stop = CancellationToken::new();
    let renewing = background(keep_current(portal.clone(), stop.clone()));
    let working =
        portal.platform.config.jobs.in_server.then(|| jobs::run_worker(portal.platform.clone(), portal.rules.clone(), stop.clone()));
    let working = background(async move {
        if let Some(working) = working {
            working.await;
        }
    });
    let stopping = background(async move {
        ended.await;
        tracing::info!("stopping: finishing what is running");
        handle.stop(true).await;
    });
    let served = server.await;
    stop.cancel();
    stopping.abort();
    renewing.abort();
    finish(working, config.server.shutdown_seconds).await;
    served.context("the server")
}

const LOOK_FOR_VERSIONS_EVERY: Duration = Duration::from_secs(10);

/// What was published or changed by another process is known here, too.
async fn keep_current(portal: Portal, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = tokio::time::sleep(LOOK_FOR_VERSIONS_EVERY) => {}
            () = stop.cancelled() => return,
        }
        let renewed = async {
            let mut conn = portal.platform.db.get().await?;
            let services = portal.rules.catalogue.renew(&mut conn).await?;
            anyhow::Ok(portal.rules.renew(&mut conn).await? || services)
        };
        match renewed.await {
            Ok(true) => tracing::info!("the rules were read again: an administrator changed services or the calendar"),
            Ok(false) => {}
            Err(error) => tracing::warn!(error = format!("{error:#}"), "the rules cannot be looked at; again in ten seconds"),
        }
    }
}

/// Does the jobs, and nothing else.
pub async fn work(portal: Portal) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let patience = portal.platform.config.server.shutdown_seconds;
    let ended = stop_signal()?;
    let working = background(jobs::run_worker(portal.platform, portal.rules, stop.clone()));
    ended.await;
    tracing::info!("stopping: finishing the jobs in hand");
    stop.cancel();
    finish(working, patience).await;
    Ok(())
}

/// A job that takes longer is left to its lease: another worker takes it over.
async fn finish(working: tokio::task::JoinHandle<()>, seconds: u64) {
    if tokio::time::timeout(Duration::from_secs(seconds.max(1)), working).await.is_err() {
        tracing::warn!("a job is still running; it will be done again elsewhere");
    }
}

/// Ctrl-C, or what a service manager sends.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[expect(clippy::disallowed_methods, reason = "the composition root starts what runs beside the requests")]
fn background<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> tokio::task::JoinHandle<T> {
    tokio::spawn(work)
}

fn threads(config: &Server) -> usize {
    match config.workers {
        0 => std::thread::available_parallelism().map_or(2, usize::from),
        given => given,
    }
}
