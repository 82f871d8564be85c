//! Every kind of job, and who does it.

use std::sync::Arc;

use super::{
    enclosing::Papers,
    schedule::{SweepAccounts, SweepDrafts},
};
use crate::{
    accounts::{
        self, AskToConfirm, InviteOfficial, LetterDesk, SendNewPasswordLink, TellAccountChanged, TellKnownAddress,
        own::{self, AskNewAddress, TellOldAddress},
    },
    attachments::{self, EraseRemoved, ScanAttachment, ScanWaiting, SweepFiles},
    audit::{self, SealAudit},
    catalogue::{self, EnterService},
    dossiers::{self, LapseWaiting, RecountDates, Rules, TellWhatPresses},
    notifications::{
        self, DeliverNotice, DeliverSms, MailVoice, Post, Quiet, ReplayStuck,
        texts::{TryLetter, try_letter},
    },
    platform::{
        Platform,
        queue::{JobError, Registry},
    },
    retention::{self, Retain},
};

/// The handlers of this process.
pub fn registry(platform: &Platform, rules: &Rules) -> Registry {
    let kept_clean = retaining(housekeeping(letters(Registry::default(), platform), platform), platform);
    dossier_times(scanning(kept_clean, platform), platform, rules)
}

/// What time does to dossiers by itself.
fn dossier_times(registry: Registry, platform: &Platform, rules: &Rules) -> Registry {
    let [(lapsing, lapse_rules), (counting, count_rules), (telling, tell_rules)] =
        std::array::from_fn(|_| (platform.clone(), rules.clone()));
    registry
        .on(move |job: LapseWaiting, attempt| {
            let (platform, rules) = (lapsing.clone(), lapse_rules.current());
            async move { dossiers::lapse(&mut *platform.db.get().await?, &rules, attempt.now, &job).await }
        })
        .on(move |job: RecountDates, attempt| {
            let (platform, rules) = (counting.clone(), count_rules.clone());
            async move { dossiers::recount_some(&mut *platform.db.get().await?, &rules, attempt.now, &job).await }
        })
        .on(move |_: TellWhatPresses, attempt| {
            let (platform, rules) = (telling.clone(), tell_rules.current());
            async move {
                let told = dossiers::tell_what_presses(&mut *platform.db.get().await?, &rules, attempt.now).await?;
                tracing::info!(told, "officials know what presses");
                Ok(())
            }
        })
}

fn letters(registry: Registry, platform: &Platform) -> Registry {
    let post = post(platform);
    let (messages, trials) = (post.clone(), post.clone());
    let desk = LetterDesk {
        db: platform.db.clone(),
        mailer: platform.mail.clone(),
        views: platform.views.clone(),
        config: Arc::clone(&platform.config),
    };
    let [second_desk, third_desk, new_desk, old_desk, link_desk, invitations] = std::array::from_fn(|_| desk.clone());
    registry
        .on(move |job: DeliverNotice, attempt| {
            let post = post.clone();
            async move { notifications::deliver(&post, &job, attempt).await }
        })
        .on(move |job: DeliverSms, attempt| {
            let post = messages.clone();
            async move { notifications::deliver_sms(&post, &job, attempt).await }
        })
        .on(move |job: TryLetter, attempt| {
            let post = trials.clone();
            async move { try_letter(&post, job, attempt).await }
        })
        .on(move |job: AskToConfirm, attempt| {
            let desk = desk.clone();
            async move { accounts::ask_to_confirm(&desk, job, attempt).await }
        })
        .on(move |job: TellKnownAddress, attempt| {
            let desk = second_desk.clone();
            async move { accounts::tell_known_address(&desk, job, attempt).await }
        })
        .on(move |job: TellAccountChanged, attempt| {
            let desk = third_desk.clone();
            async move { accounts::tell_account_changed(&desk, job, attempt).await }
        })
        .on(move |job: SendNewPasswordLink, attempt| {
            let desk = link_desk.clone();
            async move { accounts::send_new_password_link(&desk, job, attempt).await }
        })
        .on(move |job: InviteOfficial, attempt| {
            let desk = invitations.clone();
            async move { accounts::invite_official(&desk, job, attempt).await }
        })
        .on(move |job: AskNewAddress, attempt| {
            let desk = new_desk.clone();
            async move { own::ask_new_address(&desk, job, attempt).await }
        })
        .on(move |job: TellOldAddress, attempt| {
            let desk = old_desk.clone();
            async move { own::tell_old_address(&desk, job, attempt).await }
        })
}

fn housekeeping(registry: Registry, platform: &Platform) -> Registry {
    let [eraser, sweeper, sealer, cleaner, forgetter, replayer, namer] = std::array::from_fn(|_| platform.clone());
    registry
        .on(move |job: EnterService, _| {
            let platform = namer.clone();
            async move { catalogue::enter_service(&mut *platform.db.get().await?, &job).await }
        })
        .on(move |job: EraseRemoved, _| {
            let platform = eraser.clone();
            async move { attachments::erase_removed(&mut *platform.db.get().await?, &platform.files, &job).await }
        })
        .on(move |_: SweepFiles, attempt| {
            let platform = sweeper.clone();
            async move {
                let swept = attachments::sweep(&mut *platform.db.get().await?, &platform.files, attempt.now).await?;
                tracing::info!(swept, "files that nothing names are gone");
                Ok(())
            }
        })
        .on(move |_: SealAudit, _| {
            let platform = sealer.clone();
            async move { Ok(audit::seal(&mut *platform.db.get().await?).await.map(drop)?) }
        })
        .on(move |_: SweepAccounts, attempt| {
            let platform = cleaner.clone();
            async move { Ok(accounts::sweep(&mut *platform.db.get().await?, attempt.now).await.map(drop)?) }
        })
        .on(move |_: ReplayStuck, attempt| {
            let platform = replayer.clone();
            async move { notifications::replay_stuck(&mut *platform.db.get().await?, attempt.now).await.map(drop) }
        })
        .on(move |_: SweepDrafts, attempt| {
            let platform = forgetter.clone();
            async move { Ok(dossiers::sweep_drafts(&mut *platform.db.get().await?, attempt.now).await.map(drop)?) }
        })
}

/// What the rules of the installation throw away.
fn retaining(registry: Registry, platform: &Platform) -> Registry {
    let platform = platform.clone();
    registry.on(move |_: Retain, attempt| {
        let platform = platform.clone();
        async move {
            let rules = retention::read(&platform.config.folder).map_err(|fault| JobError::GiveUp(fault.to_string()))?;
            let gone = retention::apply(&mut *platform.db.get().await?, attempt.now, &rules).await?;
            tracing::info!(gone = gone.iter().map(|one| one.count).sum::<usize>(), "what is over is gone");
            Ok(())
        }
    })
}

fn scanning(registry: Registry, platform: &Platform) -> Registry {
    let [one, all] = std::array::from_fn(|_| platform.clone());
    registry
        .on(move |job: ScanAttachment, _| {
            let platform = one.clone();
            async move { attachments::scan(&platform.db, &platform.files, &job).await }
        })
        .on(move |_: ScanWaiting, _| {
            let platform = all.clone();
            async move { attachments::scan_waiting(&platform.db, &platform.files).await }
        })
}

fn post(platform: &Platform) -> Post {
    Post {
        db: platform.db.clone(),
        mailer: platform.mail.clone(),
        sms: platform.sms.clone(),
        quiet: Quiet::of(&platform.config.sms),
        views: platform.views.clone(),
        voice: MailVoice::of(&platform.config),
        enclosures: Arc::new(Papers::of(platform)),
    }
}
