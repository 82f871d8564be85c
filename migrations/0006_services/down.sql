DROP TABLE service_agencies;
DROP TABLE service_versions;
DROP EXTENSION btree_gist;
DROP TABLE services;
