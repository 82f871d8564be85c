//! Looking what would go, and letting it go, some at a time.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Kind, Rule, queries};
use crate::{
    audit,
    kernel::{actor::Actor, clock::Now},
    platform::{
        db::{AsyncConnection, Conn, DbError, DbResult},
        queue::Job,
    },
};

/// Applies the rules: nightly.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Retain {}

impl Job for Retain {
    const KIND: &'static str = "retain";
    const MAX_ATTEMPTS: i32 = 3;
}

/// No transaction holds more rows than this.
const AT_A_TIME: i64 = 500;

/// How many things of a kind go, or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub what: Kind,
    pub count: usize,
}

/// What would go now. Changes nothing.
pub async fn preview(conn: &mut Conn, now: Now, rules: &[Rule]) -> DbResult<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for rule in rules {
        let count = queries::count(conn, rule.what, rule.limit(now)).await?;
        outcomes.push(Outcome { what: rule.what, count: usize::try_from(count).unwrap_or_default() });
    }
    Ok(outcomes)
}

/// Lets it go. What is half done when the process ends is done the next time; each kind that lost something
/// leaves a line in the audit.
pub async fn apply(conn: &mut Conn, now: Now, rules: &[Rule]) -> DbResult<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for rule in rules {
        let mut count = 0;
        loop {
            let gone = conn
                .transaction::<usize, DbError, _>(async |conn| {
                    let gone = queries::delete(conn, rule.what, rule.limit(now), AT_A_TIME).await?;
                    if gone > 0 {
                        let data = json!({ "count": gone, "days": rule.days, "unverified": rule.unverified });
                        audit::record(conn, now, &Actor::System, "retain", "retention", rule.what.as_str(), data).await?;
                    }
                    Ok(gone)
                })
                .await?;
            count += gone;
            if gone == 0 {
                break;
            }
        }
        outcomes.push(Outcome { what: rule.what, count });
    }
    Ok(outcomes)
}
