//! Hồ sơ cần xử lý: what waits for an official, over all services and agencies he works for.
//!
//! Queues are derived from agency, role and step, never stored. What will be late first stands first.
//! Every list, counter and search is answered from an index, however many dossiers there are; a search
//! is written in the audit, because its hits show whose dossiers exist.

mod counters;
mod filter;
mod list;
mod model;
mod next;
mod position;
mod queries;
mod search;
mod views;

pub use counters::Counters;
pub use filter::{Assigned, Days, InboxCursor, InboxFilter, NotACursor, Queue, Turn};
pub use list::{Inbox, InboxRow, beside, inbox, position};
pub use next::NextTask;
pub use position::{NotAPosition, Position};
pub(super) use queries::held;
pub use queries::{Plan, plans};
pub use search::{Search, SearchKind};
pub use views::{SavedView, ViewRefused, delete_view, rename_view, save_view, saved_views};
