//! What becomes of a letter that did not leave (pure).

use chrono::TimeDelta;

use crate::{kernel::clock::Instant, notifications::Failure, platform::queue::Attempt};

/// However long the other side is away, a letter older than this is shown to an administrator.
const OLDEST: TimeDelta = TimeDelta::days(3);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Again, with the pauses of the queue, to the limit of its attempts.
    AfterAPause,
    /// Again then, without an attempt used up: the whole channel is shut.
    At(Instant),
    Never,
}

/// A letter is not blamed for a channel that is shut for everybody.
pub(super) fn after(failure: Failure, attempt: Attempt, written_at: Instant, shut_until: Option<Instant>) -> Next {
    let too_old = attempt.now.instant() - written_at > OLDEST;
    match (failure, shut_until) {
        (Failure::BadAddress | Failure::Permanent | Failure::Unwritable, _) => Next::Never,
        (Failure::Unreachable | Failure::Throttled, Some(_)) if too_old => Next::Never,
        (Failure::Unreachable | Failure::Throttled, Some(until)) => Next::At(until),
        _ if attempt.is_last() => Next::Never,
        (Failure::Unreachable | Failure::Throttled | Failure::Temporary, _) => Next::AfterAPause,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{clock::Now, ids::JobId};

    #[test]
    fn every_failure_has_its_end() {
        let now = Now("2026-11-23T02:00:00Z".parse().expect("a time"));
        let try_of = |number| Attempt { job: JobId::new(), number, max: 16, now };
        let (young, old) = (now.plus(TimeDelta::hours(-1)), now.plus(TimeDelta::days(-4)));
        let until = now.plus(TimeDelta::minutes(1));
        for failure in [Failure::BadAddress, Failure::Permanent, Failure::Unwritable] {
            assert_eq!(after(failure, try_of(1), young, None), Next::Never);
        }
        assert_eq!(after(Failure::Temporary, try_of(1), young, None), Next::AfterAPause);
        assert_eq!(after(Failure::Temporary, try_of(16), young, None), Next::Never);
        assert_eq!(after(Failure::Unreachable, try_of(1), young, None), Next::AfterAPause);
        assert_eq!(after(Failure::Unreachable, try_of(16), young, Some(until)), Next::At(until));
        assert_eq!(after(Failure::Throttled, try_of(1), young, Some(until)), Next::At(until));
        assert_eq!(after(Failure::Unreachable, try_of(1), old, Some(until)), Next::Never);
    }
}
