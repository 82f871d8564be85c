ALTER TABLE sessions DROP COLUMN strong;
DROP INDEX accounts_verified_personal_id;
ALTER TABLE accounts
    DROP CONSTRAINT accounts_verified_number,
    DROP COLUMN personal_id_verified_by,
    DROP COLUMN personal_id_verified_at;
DROP TABLE outside_identities;
DROP TABLE ceremonies;
