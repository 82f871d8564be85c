//! The history of a dossier, for officials with names, for citizens with roles; and the road ahead.

use crate::{
    dossiers::event::{EventKind, EventNote},
    kernel::{actor::Role, clock::Instant},
};

/// Who did it, as a citizen reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    You,
    /// "Bộ phận Một cửa", "Công chức tư pháp – hộ tịch": never a name.
    Role(Role),
    Portal,
}

/// One line of the history as the citizen reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicEvent {
    pub kind: EventKind,
    pub at: Instant,
    pub by: By,
    /// What was said to the citizen.
    pub reason: Option<String>,
    /// The step it went to, in the words for citizens.
    pub to_step: Option<String>,
    /// The return date that the event set.
    pub due_after: Option<Instant>,
    pub items: Option<usize>,
    pub answer_until: Option<Instant>,
}

/// One line of the history as an official reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffEvent {
    pub kind: EventKind,
    pub at: Instant,
    pub actor_name: String,
    pub actor_role: Option<Role>,
    /// The step at which it happened, and the one it went to, by their names for officials.
    pub step: Option<String>,
    pub to_step: Option<String>,
    pub note: EventNote,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState {
    Done,
    /// Here it is now.
    Current,
    /// Here it is, and it is the citizen's turn.
    WaitingForYou,
    Ahead,
}

/// One stage of the road from submission to result, past, present and future.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// In the words for citizens.
    pub name: String,
    pub state: StageState,
    /// When it was done, or reached.
    pub at: Option<Instant>,
}
