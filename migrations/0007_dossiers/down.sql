DROP TABLE dossier_counters;
DROP TABLE supplement_requests;
DROP TABLE dossier_clock;
DROP TABLE dossier_events;
DROP TABLE dossiers;
