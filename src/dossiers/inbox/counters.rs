//! How many stand in each queue.

use super::Queue;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counters {
    pub mine: i64,
    pub held: i64,
    pub late: i64,
    pub today: i64,
    pub new: i64,
    pub waiting: i64,
    pub to_sign: i64,
    pub to_return: i64,
    pub open: i64,
}

impl Counters {
    /// `None` for the queue that holds history: nobody counts that on every page.
    pub const fn of(&self, queue: Queue) -> Option<i64> {
        match queue {
            Queue::Mine => Some(self.mine),
            Queue::Held => Some(self.held),
            Queue::Late => Some(self.late),
            Queue::Today => Some(self.today),
            Queue::New => Some(self.new),
            Queue::Waiting => Some(self.waiting),
            Queue::ToSign => Some(self.to_sign),
            Queue::ToReturn => Some(self.to_return),
            Queue::Open => Some(self.open),
            Queue::All => None,
        }
    }
}
