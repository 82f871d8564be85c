//! Text messages on their way, through whatever gateway the installation has: [`SmsGateway`] is the
//! adapter, [`HttpGateway`] the one for gateways that take JSON over HTTP. It knows telephone numbers
//! and a few words, not why anybody is written to.
//!
//! Never call it inside a transaction. Sending the same message again bears the same id, so that a
//! gateway can recognise the double.

mod http;

use std::{pin::Pin, sync::Arc};

pub use http::{HttpGateway, HttpGatewaySettings};

use crate::kernel::person::Phone;

/// The longest message that is one message: unaccented letters, as every telephone shows them.
pub const LONGEST: usize = 160;

/// Text messages fail in the same ways as letters.
pub type SmsError = super::mail::MailError;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// The same at every attempt.
    pub id: String,
    pub to: Phone,
    pub text: String,
}

/// What the gateway replied, or why it did not take the message.
pub type Taking<'a> = Pin<Box<dyn Future<Output = Result<String, SmsError>> + Send + 'a>>;

/// A way to send text messages.
pub trait SmsGateway: Send + Sync + 'static {
    fn send<'a>(&'a self, message: &'a TextMessage) -> Taking<'a>;
}

/// The gateway of this installation, if it has one. Cheap to clone.
#[derive(Clone, Default)]
pub struct Sms(Option<Arc<dyn SmsGateway>>);

impl Sms {
    pub fn through(gateway: impl SmsGateway) -> Self {
        Self(Some(Arc::new(gateway)))
    }

    /// Nobody is sent text messages here.
    pub const fn off() -> Self {
        Self(None)
    }

    pub const fn is_on(&self) -> bool {
        self.0.is_some()
    }

    pub async fn send(&self, message: &TextMessage) -> Result<String, SmsError> {
        match &self.0 {
            Some(gateway) => gateway.send(message).await,
            None => Err(SmsError::Permanent("text messages are switched off".to_owned())),
        }
    }
}
