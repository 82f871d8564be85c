//! The words in which the acts of the page `reason` differ.

use crate::workflow::Action;

/// Keys of texts.
pub struct Words {
    pub heading: &'static str,
    pub explained: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub button: &'static str,
    /// Said when it is done.
    pub said: &'static str,
    /// Nothing has to be written.
    pub optional: bool,
    pub kind: &'static str,
}

const REFUSE: Words = Words {
    heading: "refuse-title",
    explained: "refuse-explained",
    label: "refuse-reason",
    hint: "refuse-reason-hint",
    button: "refuse-button",
    said: "act-refused",
    optional: false,
    kind: "warning",
};

const SEND_BACK: Words = Words {
    heading: "send-back-title",
    explained: "send-back-explained",
    label: "send-back-reason",
    hint: "send-back-reason-hint",
    button: "send-back-button",
    said: "act-sent-back",
    kind: "primary",
    ..REFUSE
};

const STOP: Words = Words {
    heading: "stop-title",
    explained: "stop-explained",
    label: "stop-reason",
    hint: "stop-reason-hint",
    button: "stop-button",
    said: "act-stopped",
    ..REFUSE
};

const RESUME: Words = Words {
    heading: "resume-title",
    explained: "resume-explained",
    label: "resume-note",
    hint: "resume-note-hint",
    button: "resume-button",
    said: "act-resumed",
    optional: true,
    kind: "primary",
};

const REQUEST_PAYMENT: Words = Words {
    heading: "ask-fee-title",
    explained: "ask-fee-explained",
    label: "ask-fee-reason",
    hint: "ask-fee-reason-hint",
    button: "ask-fee-button",
    said: "act-fee-asked",
    optional: true,
    kind: "primary",
};

const AGREE: Words = Words {
    heading: "agree-title",
    explained: "agree-explained",
    label: "agree-note",
    hint: "agree-note-hint",
    button: "agree-button",
    said: "act-withdrawal-agreed",
    optional: true,
    kind: "warning",
};

const DECLINE: Words = Words {
    heading: "decline-title",
    explained: "decline-explained",
    label: "decline-reason",
    hint: "decline-reason-hint",
    button: "decline-button",
    said: "act-withdrawal-declined",
    kind: "primary",
    ..REFUSE
};

pub const fn words(action: Action) -> Words {
    match action {
        Action::SendBack => SEND_BACK,
        Action::Stop => STOP,
        Action::Resume => RESUME,
        Action::RequestPayment => REQUEST_PAYMENT,
        Action::AgreeWithdrawal => AGREE,
        Action::DeclineWithdrawal => DECLINE,
        _ => REFUSE,
    }
}
