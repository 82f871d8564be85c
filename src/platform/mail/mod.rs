//! Letters on their way. A [`Mailer`] hands one letter to the mail server, to the local mailbox
//! folder (the default of a first run: `.eml` files that the demo page shows), or to the memory of
//! a test. It knows addresses and bytes, not why anybody is written to.
//!
//! Never call it inside a transaction: a letter is sent by a job. Sending the same letter again
//! gives the same `Message-ID`, so that a mailbox can recognise the double.

mod letter;
mod local;
mod memory;
mod mime;
mod smtp;

use std::sync::Arc;

pub use letter::{Enclosure, Letter, Sender};
pub use local::{KeptLetter, LocalMailbox};
pub use memory::MemoryMailbox;
pub use smtp::SmtpSettings;

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The other side cannot be reached or does not let us in: no connection, silence, our own
    /// password refused. Concerns every letter.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// Too many at once: the other side asks for a pause.
    #[error("throttled: {0}")]
    Throttled(String),
    /// This letter may leave later: a 4xx reply, a full mailbox.
    #[error("temporary: {0}")]
    Temporary(String),
    /// Nobody is at this address.
    #[error("bad address: {0}")]
    BadAddress(String),
    /// The other side said no to this letter for good.
    #[error("permanent: {0}")]
    Permanent(String),
    /// It cannot be written as a letter at all.
    #[error("unwritable: {0}")]
    Unwritable(String),
}

impl MailError {
    /// Trying again would change nothing.
    pub const fn is_for_good(&self) -> bool {
        matches!(self, Self::BadAddress(_) | Self::Permanent(_) | Self::Unwritable(_))
    }
}

/// Where letters go. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    sender: Sender,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(Arc<smtp::Server>),
    Local(LocalMailbox),
    Memory(MemoryMailbox),
}

impl Mailer {
    /// # Errors
    /// What is wrong with the address or the certificate, in words for the operator.
    pub fn smtp(sender: Sender, settings: &SmtpSettings) -> anyhow::Result<Self> {
        Ok(Self { sender, way: Way::Smtp(Arc::new(smtp::Server::new(settings)?)) })
    }

    pub fn local(sender: Sender, mailbox: LocalMailbox) -> Self {
        Self { sender, way: Way::Local(mailbox) }
    }

    pub fn memory(sender: Sender, mailbox: MemoryMailbox) -> Self {
        Self { sender, way: Way::Memory(mailbox) }
    }

    /// The folder behind the demo's mailbox page, when letters go there.
    pub fn mailbox(&self) -> Option<&LocalMailbox> {
        match &self.way {
            Way::Local(mailbox) => Some(mailbox),
            Way::Smtp(_) | Way::Memory(_) => None,
        }
    }

    /// The letters so far, when they go into memory.
    pub fn memory_mailbox(&self) -> Option<&MemoryMailbox> {
        match &self.way {
            Way::Memory(mailbox) => Some(mailbox),
            Way::Smtp(_) | Way::Local(_) => None,
        }
    }

    /// Hands over one letter; returns what the other side replied.
    pub async fn send(&self, letter: &Letter) -> Result<String, MailError> {
        let message = mime::compose(&self.sender, letter)?;
        match &self.way {
            Way::Smtp(server) => server.send(message).await,
            Way::Local(mailbox) => mailbox.keep(letter, &message.formatted()).await,
            Way::Memory(mailbox) => mailbox.keep(letter),
        }
    }
}
