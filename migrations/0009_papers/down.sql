DROP TABLE paper_counters;
DROP TABLE papers;
