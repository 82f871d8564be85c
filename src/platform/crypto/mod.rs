//! Passwords, tokens, keyed hashes.
