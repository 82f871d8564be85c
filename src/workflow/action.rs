//! What somebody may want to do with a dossier.

crate::text_enum!(
    /// One word an act, the same in addresses, events, audit and translation keys.
    Action {
        // of the citizen
        Submit = "submit",
        AnswerSupplement = "answer_supplement",
        Withdraw = "withdraw",
        CollectOnline = "collect_online",
        // of officials
        Accept = "accept",
        RequestSupplement = "request_supplement",
        CompleteSupplement = "complete_supplement",
        Forward = "forward",
        SendBack = "send_back",
        Approve = "approve",
        Refuse = "refuse",
        IssueResult = "issue_result",
        ReturnResult = "return_result",
    }
);

impl Action {
    /// Done by the person whose dossier it is; all others are done by officials.
    pub const fn is_of_citizen(self) -> bool {
        matches!(self, Self::Submit | Self::AnswerSupplement | Self::Withdraw | Self::CollectOnline)
    }

    /// The button's and the history's key: `action-accept`.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Submit => "action-submit",
            Self::AnswerSupplement => "action-answer-supplement",
            Self::Withdraw => "action-withdraw",
            Self::CollectOnline => "action-collect-online",
            Self::Accept => "action-accept",
            Self::RequestSupplement => "action-request-supplement",
            Self::CompleteSupplement => "action-complete-supplement",
            Self::Forward => "action-forward",
            Self::SendBack => "action-send-back",
            Self::Approve => "action-approve",
            Self::Refuse => "action-refuse",
            Self::IssueResult => "action-issue-result",
            Self::ReturnResult => "action-return-result",
        }
    }

    /// The last part of the act's address at the desk: `tiep-nhan`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Submit => "nop",
            Self::AnswerSupplement => "bo-sung",
            Self::Withdraw => "rut",
            Self::CollectOnline => "nhan-ket-qua",
            Self::Accept => "tiep-nhan",
            Self::RequestSupplement => "yeu-cau-bo-sung",
            Self::CompleteSupplement => "hoan-thanh-bo-sung",
            Self::Forward => "chuyen-buoc",
            Self::SendBack => "tra-lai",
            Self::Approve => "ky-duyet",
            Self::Refuse => "tu-choi",
            Self::IssueResult => "ban-hanh",
            Self::ReturnResult => "tra-ket-qua",
        }
    }
}
