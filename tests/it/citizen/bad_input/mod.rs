//! Every question of a form, answered as badly as people and machines can, through the screens: a sentence
//! at the right place, what was typed kept, nothing else lost, and never a broken page.

mod cases;
mod every_question;
mod other_ways;
