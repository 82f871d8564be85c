//! What every verb consults besides the dossier itself.

use std::sync::Arc;

use crate::calendar::Calendars;

/// The calendars, the services and the agencies as they are in force; cheap to clone.
#[derive(Clone)]
pub struct Rules {
    pub calendars: Arc<Calendars>,
}
