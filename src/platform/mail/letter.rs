//! What is sent: one letter to one person, as text and as HTML, with or without enclosures.

use crate::kernel::{clock::Instant, person::Email};

/// Who writes: shown as `name <address>`; replies go there.
#[derive(Debug, Clone)]
pub struct Sender {
    pub name: String,
    pub address: Email,
}

/// One letter to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The part before `@` of the `Message-ID`: the same for every attempt to send this letter.
    pub id: String,
    pub to: Email,
    /// May be empty. Control characters are left out.
    pub to_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub enclosures: Vec<Enclosure>,
    /// Its date: when it was decided to write it, not when it left.
    pub written_at: Instant,
}

/// A file that goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    pub file_name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    pub bytes: Vec<u8>,
}
