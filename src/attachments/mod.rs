//! Files of a dossier.
