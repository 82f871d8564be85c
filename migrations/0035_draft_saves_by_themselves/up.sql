-- A page of the editor saves itself while somebody writes: such saves of one person at one part grow
-- into one line of the history instead of a line for every pause.
ALTER TABLE service_draft_saves ADD COLUMN automatic boolean NOT NULL DEFAULT false;
