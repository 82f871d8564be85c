DROP TRIGGER audit_only_seal ON audit;
DROP FUNCTION audit_only_seal();
DROP INDEX audit_unsealed;
ALTER TABLE audit DROP COLUMN place;
