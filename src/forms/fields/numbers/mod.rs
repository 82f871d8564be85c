//! Numbers and money.

mod money;
pub(super) mod number;

pub use money::MoneyField;
pub use number::Number;
