//! How a notice and its delivery are said, to citizens and officials alike.

use serde::Serialize;

use super::{
    shell::Visit,
    words::{self, Tag},
};
use crate::notifications::{Channel, Failure, Logged, NoticeState};

/// A line of the component `ui.told`.
#[derive(Debug, Clone, Serialize)]
pub struct ToldLine {
    title: String,
    /// By which way, to which address.
    way: String,
    at: String,
    state: Tag,
    /// What that means, if it did not arrive.
    remark: String,
}

impl ToldLine {
    pub fn of(visit: &Visit, logged: &Logged) -> Self {
        let (kind, key, remark) = standing(logged);
        let remark = if remark.is_empty() { String::new() } else { visit.text(remark, &[("count", logged.attempts.into())]) };
        Self {
            title: logged.title.clone(),
            way: visit.text(way(logged.channel), &[("to", logged.to.clone().into())]),
            at: words::moment(logged.sent_at.unwrap_or(logged.told_at)),
            state: Tag { kind, text: visit.text(key, &[]) },
            remark,
        }
    }

    /// As samples show it.
    pub fn samples() -> Vec<Self> {
        let line = |kind: &'static str, state: &str, remark: &str| Self {
            title: "Đã nhận hồ sơ H44.101-261123-0007 của bạn".into(),
            way: "Thư điện tử đến n•••@example.vn".into(),
            at: "23/11/2026, 14:32".into(),
            state: Tag { kind, text: state.into() },
            remark: remark.into(),
        };
        vec![line("ok", "Đã gửi", ""), line("late", "Không gửi được", "Địa chỉ này không nhận thư.")]
    }
}

fn way(channel: Channel) -> &'static str {
    match channel {
        Channel::Portal => "told-way-portal",
        Channel::Email => "told-way-email",
        Channel::Sms => "told-way-sms",
    }
}

fn standing(logged: &Logged) -> (&'static str, &'static str, &'static str) {
    match (logged.state, logged.failure) {
        (NoticeState::Sent, _) => ("ok", "told-sent", ""),
        (NoticeState::Waiting, None) => ("wait", "told-waiting", ""),
        (NoticeState::Waiting, Some(_)) => ("soon", "told-trying", "told-trying-remark"),
        (NoticeState::Failed | NoticeState::GivenUp, Some(Failure::BadAddress)) => ("late", "told-failed", "told-bad-address"),
        (NoticeState::Failed, _) => ("late", "told-failed", "told-failed-remark"),
        (NoticeState::GivenUp, _) => ("neutral", "told-given-up", "told-given-up-remark"),
    }
}
