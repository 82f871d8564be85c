//! Numbers and money.

mod money;
mod number;

pub use money::MoneyField;
pub use number::Number;
