//! A hostile pass over the whole portal: every address with everything that a program which means harm would send.
//! Nothing may break, nothing may come back as markup, nothing may lead elsewhere.

mod bombs;
mod chance;
mod fuzz;
mod idor;
mod nasty;
mod stored;
mod timing;
