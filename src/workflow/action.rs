//! What somebody may want to do with a dossier.

crate::text_enum!(
    /// One word an act, the same in addresses, events, audit and translation keys.
    Action {
        // of the citizen
        Submit = "submit",
        AnswerSupplement = "answer_supplement",
        ConfirmDraft = "confirm_draft",
        AskCorrection = "ask_correction",
        Withdraw = "withdraw",
        AskWithdrawal = "ask_withdrawal",
        CollectOnline = "collect_online",
        // of officials
        TakeIn = "take_in",
        Accept = "accept",
        RequestSupplement = "request_supplement",
        CompleteSupplement = "complete_supplement",
        Forward = "forward",
        SendBack = "send_back",
        Recall = "recall",
        Assign = "assign",
        Approve = "approve",
        Refuse = "refuse",
        Consult = "consult",
        RequestPayment = "request_payment",
        TakePayment = "take_payment",
        Extend = "extend",
        Stop = "stop",
        Resume = "resume",
        AgreeWithdrawal = "agree_withdrawal",
        DeclineWithdrawal = "decline_withdrawal",
        IssueResult = "issue_result",
        ReturnResult = "return_result",
        // of an agency that was asked
        AnswerConsultation = "answer_consultation",
        // of the portal, when a time has run out
        LapseDraft = "lapse_draft",
        LapseConsultation = "lapse_consultation",
    }
);

/// Whose act it is at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doer {
    /// The person whose dossier it is.
    Citizen,
    Official,
    /// An official of an agency that was asked for its opinion.
    Asked,
    Portal,
}

impl Action {
    pub const fn doer(self) -> Doer {
        match self {
            Self::Submit
            | Self::AnswerSupplement
            | Self::ConfirmDraft
            | Self::AskCorrection
            | Self::Withdraw
            | Self::AskWithdrawal
            | Self::CollectOnline => Doer::Citizen,
            Self::AnswerConsultation => Doer::Asked,
            Self::LapseDraft | Self::LapseConsultation => Doer::Portal,
            _ => Doer::Official,
        }
    }

    /// Done by the person whose dossier it is.
    pub const fn is_of_citizen(self) -> bool {
        matches!(self.doer(), Doer::Citizen)
    }

    /// The button's and the history's key: `action-accept`.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Submit => "action-submit",
            Self::AnswerSupplement => "action-answer-supplement",
            Self::ConfirmDraft => "action-confirm-draft",
            Self::AskCorrection => "action-ask-correction",
            Self::Withdraw => "action-withdraw",
            Self::AskWithdrawal => "action-ask-withdrawal",
            Self::CollectOnline => "action-collect-online",
            Self::TakeIn => "action-take-in",
            Self::Accept => "action-accept",
            Self::RequestSupplement => "action-request-supplement",
            Self::CompleteSupplement => "action-complete-supplement",
            Self::Forward => "action-forward",
            Self::SendBack => "action-send-back",
            Self::Recall => "action-recall",
            Self::Assign => "action-assign",
            Self::Approve => "action-approve",
            Self::Refuse => "action-refuse",
            Self::Consult => "action-consult",
            Self::RequestPayment => "action-request-payment",
            Self::TakePayment => "action-take-payment",
            Self::Extend => "action-extend",
            Self::Stop => "action-stop",
            Self::Resume => "action-resume",
            Self::AgreeWithdrawal => "action-agree-withdrawal",
            Self::DeclineWithdrawal => "action-decline-withdrawal",
            Self::IssueResult => "action-issue-result",
            Self::ReturnResult => "action-return-result",
            Self::AnswerConsultation => "action-answer-consultation",
            Self::LapseDraft => "action-lapse-draft",
            Self::LapseConsultation => "action-lapse-consultation",
        }
    }

    /// The last part of the act's address: `tiep-nhan`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Submit => "nop",
            Self::AnswerSupplement => "bo-sung",
            Self::ConfirmDraft => "du-thao",
            Self::AskCorrection => "du-thao/sua",
            Self::Withdraw => "rut",
            Self::AskWithdrawal => "xin-rut",
            Self::CollectOnline => "nhan-ket-qua",
            Self::TakeIn => "tiep-nhan-tai-quay",
            Self::Accept => "tiep-nhan",
            Self::RequestSupplement => "yeu-cau-bo-sung",
            Self::CompleteSupplement => "hoan-thanh-bo-sung",
            Self::Forward => "chuyen-buoc",
            Self::SendBack => "tra-lai",
            Self::Recall => "thu-hoi",
            Self::Assign => "giao-viec",
            Self::Approve => "ky-duyet",
            Self::Refuse => "tu-choi",
            Self::Consult => "xin-y-kien",
            Self::RequestPayment => "yeu-cau-thanh-toan",
            Self::TakePayment => "thu-phi",
            Self::Extend => "hen-lai",
            Self::Stop => "dung-xu-ly",
            Self::Resume => "tiep-tuc",
            Self::AgreeWithdrawal => "dong-y-rut",
            Self::DeclineWithdrawal => "khong-dong-y-rut",
            Self::IssueResult => "ban-hanh",
            Self::ReturnResult => "tra-ket-qua",
            Self::AnswerConsultation => "tra-loi",
            Self::LapseDraft => "het-han-xac-nhan",
            Self::LapseConsultation => "het-han-tra-loi",
        }
    }
}
