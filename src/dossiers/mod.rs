//! The heart: a dossier from draft to result.
