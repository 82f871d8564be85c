//! Finding a procedure as people look for it, over the whole list that the portal ships.

mod everyday;
mod reading;
mod walking;
