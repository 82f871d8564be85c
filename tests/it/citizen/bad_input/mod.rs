//! What arrives broken, forged, late, or at somebody else's address: a sentence, and nothing lost.

mod other_ways;
