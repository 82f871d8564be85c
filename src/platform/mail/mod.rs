//! Letters on their way: SMTP or the local mailbox.
