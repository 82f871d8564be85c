//! Hồ sơ: the heart. What a person asks of an agency, from the first answer typed to the result
//! handed over.
//!
//! Invariants: a dossier is pinned to one version of its service for life; its code never changes;
//! every act is one transaction that writes state, event, clock ledger, audit, papers and notices
//! together or not at all; events are a hash chain and only grow; the citizen sees roles, never names
//! of officials; who may not see a dossier is told that there is none.
//!
//! What may be done is decided by `workflow`, how long it may take by `calendar`; this room applies
//! both. It must not know pages, requests or how mail is sent.

mod acting;
mod around;
mod attaching;
mod batch;
mod decision;
mod draft;
mod drafts;
mod event;
mod folder;
mod inbox;
mod model;
mod processing;
mod queries;
mod reading;
mod reception;
mod register;
mod result;
mod returning;
mod rules;
mod submission;
mod supplement;
mod telling;
mod verification;

use acting::{act, applying, at_hand};
use around::lapsing;

pub use act::{ActRefused, Done, LockVersion, Meanwhile, Missing, Seen};
pub use around::{
    assignment::{Candidate, Holder, assign, candidates},
    calendar::{CalendarRefused, CalendarWish, ForeseenCalendar, change_calendar, foresee_calendar},
    confirmation::{ask_correction, confirm_draft},
    consultation::{OpinionGiven, Question, answer_consultation, consult, may_be_asked},
    extension::{Extension, extend},
    lapsing::{LapseWaiting, lapse},
    noting::add_note,
    payment::{CounterPayment, PaymentNote, request_payment, take_payment},
    recounting::{RecountDates, Recounted, recount, recount_some, would_move},
    stopping::{resume, stop},
    withdrawal::{agree_withdrawal, ask_withdrawal, decline_withdrawal, withdraw},
};
pub use attaching::{
    AttachRefused, NewFile, attach, attachment_for_citizen, attachment_for_official, paper_for_citizen, paper_for_official,
    remove_attachment,
};
pub use batch::{BatchAct, BatchItem, Foreseen, Sharing, batch, foresee, share};
pub use decision::refuse;
pub use draft::{
    AgencyRefused, FieldConflict, SaveRefused, Saved, StartRefused, TypedPage, choose_agency, discard_draft, handles, save_answers,
    start_again, start_draft, sweep_drafts,
};
pub use drafts::{
    Intake, IntakeRefused, OpenIntake, Reusable, ReusedFrom, begin_intake, claim, may_take_in, open_intakes, reusable, reuse, take_in,
};
pub use event::{EventKind, EventNote};
pub use folder::{ConsultationFacts, MessageFacts, MessageKind, Opinion, PaymentFacts, PaymentMethod, Present};
pub use inbox::{
    Assigned, Counters, Days, Inbox, InboxCursor, InboxFilter, InboxRow, NextTask, NotACursor, NotAPosition, Plan, Position, Queue,
    SavedView, Search, SearchKind, Turn, ViewRefused, beside, delete_view, inbox, plans, position, rename_view, save_view, saved_views,
};
pub use processing::{approve, forward, forward_to, recall, send_back};
pub use reading::*;
pub use reception::accept;
pub use register::{RegisterCursor, RegisterFilter, RegisterPart, RegisterRow, open_register, register};
pub use result::{IssuedResult, ResultDocument, ResultNote, ResultSource, issue_result};
pub use returning::{Receiver, collect_online, return_result};
pub use rules::Rules;
pub use submission::{SubmissionKey, SubmitRefused, Submitted, submit};
pub use supplement::{
    SupplementAnswers, SupplementRequest, answer_supplement, complete_supplement, request_supplement, supplement_preview,
};
pub use telling::{
    daily::{TellWhatPresses, tell_what_presses},
    letter_kinds::letter_kinds,
};
pub use verification::{BrokenChain, ChainVerdict, verify_chains};
