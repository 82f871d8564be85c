DROP INDEX procedures_in_order;
ALTER TABLE procedures DROP COLUMN standing, DROP COLUMN everyday;
CREATE INDEX procedures_in_order ON procedures (distance, code);
