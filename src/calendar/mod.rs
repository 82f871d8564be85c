//! Time as the law counts it.
