//! Thông báo: what people are told. A room that tells something defines a struct, implements
//! [`Notice`] and calls [`enqueue`] inside its transaction; the letter leaves after the commit.
//!
//! Invariants: a notice exists exactly if the act it tells of was committed; its row is never
//! deleted by sending; it is sent until the mail server takes it or refuses it for good, and every
//! attempt bears the same `Message-ID`; letters about one dossier leave in their order. What fails for
//! good stays to be settled by an administrator. A secret in it (a link that opens an account) is blanked
//! once the letter has left. Whoever has an account finds the same words on the portal, unread until
//! opened there or until the dossier was looked at.
//!
//! A notice of kind `submitted` is written by `templates/mails/submitted.txt` (first line: the
//! subject) and `templates/mails/submitted.html`, with sentences from `locales/*/mails.ftl`, or those that an
//! administrator had written instead when it was told ([`texts`]). Both
//! see the notice's fields, and `lang`, `name`, `enclosed` (whether a paper goes along), `address`
//! (of the portal, without a slash at its end), `portal_name`, `portal_province`, `portal_hotline`.
//!
//! Must not know what a dossier is: what is told about one is defined in `dossiers`.

mod composing;
mod dead_letters;
mod delivery;
mod inbox;
mod log;
mod model;
mod notice;
mod queries;
pub mod texts;
mod words;

pub use composing::{MailVoice, Written, compose, unmatched};
pub use dead_letters::{
    DeadLetter, DeadLetterRefused, ReplayStuck, Settling, Verdict, dead_letters, looks_after_letters, replay_stuck, settle,
};
pub use delivery::{DeliverNotice, DeliverSms, Enclosures, Post, Quiet, deliver, deliver_sms};
pub use inbox::{Inbox, InboxNotice, Opened, inbox, open, read_all, saw_dossier};
pub use log::{Logged, delivery_log};
pub use model::{Channel, Failure, NoticeState, SentNotice, TextRow};
pub use notice::{Notice, Recipient, enqueue};
pub use queries::outbox::list;
pub use words::{day_in_words, moment_in_words};
