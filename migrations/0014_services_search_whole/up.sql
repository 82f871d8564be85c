-- Generated from columns that are never null.
ALTER TABLE services ALTER COLUMN search_name SET NOT NULL, ALTER COLUMN search_all SET NOT NULL;
