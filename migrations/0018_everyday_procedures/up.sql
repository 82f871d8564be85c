-- Procedures for which people have words of their own come right behind the services: a list that began with
-- customs would help nobody.
ALTER TABLE procedures
    ADD COLUMN everyday boolean NOT NULL DEFAULT false;
ALTER TABLE procedures
    ADD COLUMN standing smallint GENERATED ALWAYS AS (
        CASE WHEN offered_online THEN 0 WHEN everyday THEN 1
             WHEN 'commune' = ANY (levels) THEN 2 WHEN 'province' = ANY (levels) THEN 3 ELSE 4 END
    ) STORED NOT NULL;
DROP INDEX procedures_in_order;
CREATE INDEX procedures_in_order ON procedures (standing, code);
