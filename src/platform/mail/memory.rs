//! A mailbox in memory, for tests; it can be told to refuse.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Letter, MailError};

/// Cheap to clone; all clones are the same mailbox.
#[derive(Debug, Clone, Default)]
pub struct MemoryMailbox(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    letters: Vec<Letter>,
    refusals: VecDeque<MailError>,
}

impl MemoryMailbox {
    /// Every letter so far, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.inside().letters.clone()
    }

    /// The letters to one address, oldest first.
    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        self.inside().letters.iter().filter(|letter| letter.to.as_str() == address).cloned().collect()
    }

    /// The next letter is refused like this, once; several refusals queue up.
    pub fn refuse_next(&self, error: MailError) {
        self.inside().refusals.push_back(error);
    }

    pub(super) fn keep(&self, letter: &Letter) -> Result<String, MailError> {
        let mut inside = self.inside();
        if let Some(error) = inside.refusals.pop_front() {
            return Err(error);
        }
        inside.letters.push(letter.clone());
        Ok("kept in memory".to_owned())
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
