//! Texts in Vietnamese and English, from Fluent files.
