DROP FUNCTION vn_norm(text);
DROP EXTENSION pg_trgm;
DROP EXTENSION unaccent;
