ALTER TABLE services
    ADD COLUMN search_name text GENERATED ALWAYS AS (vn_norm(name)) STORED NOT NULL,
    ADD COLUMN search_all text GENERATED ALWAYS AS (vn_norm(name || ' ' || keywords || ' ' || code || ' ' || field)) STORED NOT NULL;
CREATE INDEX services_search ON services USING gin (search_all gin_trgm_ops);
DROP TABLE procedure_lists;
DROP TABLE procedure_texts;
DROP TABLE procedure_names;
DROP TABLE procedures;
