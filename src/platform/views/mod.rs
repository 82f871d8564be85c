//! Pages drawn by tera.
