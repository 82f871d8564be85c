//! Questions and answers.

mod conditions;
