//! The statuses of a dossier, as the National Portal counts them.

use super::Decision;

crate::text_enum!(
    /// Trạng thái hồ sơ. A draft belongs to the citizen alone and has no national code.
    Status {
        Draft = "draft",
        /// Mới đăng ký: sent, to be answered within eight working hours.
        Registered = "registered",
        /// Được tiếp nhận: the legal limit runs.
        Accepted = "accepted",
        /// Không được tiếp nhận.
        NotAccepted = "not_accepted",
        /// Đang xử lý.
        Processing = "processing",
        /// Yêu cầu bổ sung giấy tờ: the clock stands still.
        SupplementRequested = "supplement_requested",
        /// Yêu cầu thực hiện nghĩa vụ tài chính.
        PaymentRequested = "payment_requested",
        /// Công dân yêu cầu rút hồ sơ.
        Withdrawn = "withdrawn",
        /// Dừng xử lý.
        Stopped = "stopped",
        /// Đã xử lý xong: there is a result, which may be a refusal.
        Finished = "finished",
        /// Đã trả kết quả.
        Returned = "returned",
    }
);

/// Whether the time of the law passes in a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockRuns {
    /// Not begun: before acceptance.
    NotYet,
    Runs,
    Paused,
    /// At an end.
    Over,
}

impl Status {
    /// The code of the National Portal, 1 to 10.
    pub const fn code(self) -> Option<u8> {
        match self {
            Self::Draft => None,
            Self::Registered => Some(1),
            Self::Accepted => Some(2),
            Self::NotAccepted => Some(3),
            Self::Processing => Some(4),
            Self::SupplementRequested => Some(5),
            Self::PaymentRequested => Some(6),
            Self::Withdrawn => Some(7),
            Self::Stopped => Some(8),
            Self::Finished => Some(9),
            Self::Returned => Some(10),
        }
    }

    pub const fn clock(self) -> ClockRuns {
        match self {
            Self::Draft | Self::Registered => ClockRuns::NotYet,
            Self::Accepted | Self::Processing => ClockRuns::Runs,
            Self::SupplementRequested | Self::PaymentRequested | Self::Stopped => ClockRuns::Paused,
            Self::NotAccepted | Self::Withdrawn | Self::Finished | Self::Returned => ClockRuns::Over,
        }
    }

    /// Nothing more will happen.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::NotAccepted | Self::Withdrawn | Self::Returned)
    }

    /// Somebody still has to do something: what a queue may show.
    pub const fn is_open(self) -> bool {
        !self.is_final() && !matches!(self, Self::Draft)
    }

    /// The legal changes (workflow of the national exchange). Staying where one is, is always legal
    /// for an open dossier: steps change within a status.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Draft => matches!(next, Self::Registered | Self::Accepted),
            Self::Registered => matches!(next, Self::Accepted | Self::NotAccepted | Self::SupplementRequested | Self::Withdrawn),
            Self::Accepted => {
                matches!(next, Self::Accepted | Self::Processing | Self::PaymentRequested | Self::Withdrawn)
            }
            Self::Processing => matches!(
                next,
                Self::Processing | Self::SupplementRequested | Self::PaymentRequested | Self::Withdrawn | Self::Stopped | Self::Finished
            ),
            Self::SupplementRequested => matches!(
                next,
                Self::SupplementRequested | Self::Accepted | Self::Processing | Self::NotAccepted | Self::Stopped | Self::Withdrawn
            ),
            Self::PaymentRequested => matches!(next, Self::Accepted | Self::Processing | Self::Withdrawn),
            Self::Stopped => matches!(next, Self::Processing),
            Self::Finished => matches!(next, Self::Returned),
            Self::NotAccepted | Self::Withdrawn | Self::Returned => false,
        }
    }

    /// The key under which screens, mails and papers find the word for this status. A result that
    /// refuses must not be announced as good news.
    pub const fn text_key(self, decision: Option<Decision>) -> &'static str {
        match (self, decision) {
            (Self::Finished, Some(Decision::Refused)) => "status-finished-refused",
            (Self::Returned, Some(Decision::Refused)) => "status-returned-refused",
            (Self::Draft, _) => "status-draft",
            (Self::Registered, _) => "status-registered",
            (Self::Accepted, _) => "status-accepted",
            (Self::NotAccepted, _) => "status-not-accepted",
            (Self::Processing, _) => "status-processing",
            (Self::SupplementRequested, _) => "status-supplement-requested",
            (Self::PaymentRequested, _) => "status-payment-requested",
            (Self::Withdrawn, _) => "status-withdrawn",
            (Self::Stopped, _) => "status-stopped",
            (Self::Finished, _) => "status-finished",
            (Self::Returned, _) => "status-returned",
        }
    }
}
