DROP INDEX sessions_id;
ALTER TABLE sessions DROP COLUMN awaits_second, DROP COLUMN id;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
