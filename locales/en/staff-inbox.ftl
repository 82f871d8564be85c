# Words of the list of dossiers.

task-title = Next task
task-open = Open the dossier
task-late = Overdue by { $late } of working time (due { $due }).
task-answer = The applicant must have an answer before { $due }: { $left } of working time left.
task-slack = Due { $due }, { $left } of working time left; the remaining steps need { $needed }. Only { $slack } to spare, the least among the dossiers at your step.
task-short = Due { $due }, { $left } of working time left, but the remaining steps need { $needed }: { $slack } short. Act now so that it is not late.

inbox-all = All
inbox-more-filters = More filters
inbox-status = Status
inbox-assigned = In whose hands
inbox-assigned-me = Assigned to me
inbox-assigned-nobody = Assigned to nobody
inbox-received-from = Handed in from
inbox-received-to = Handed in until
inbox-due-from = Due from
inbox-due-to = Due until
inbox-received = Handed in { $day }
inbox-search-all = Search in all dossiers
inbox-empty-filtered = No dossier fits the filter.
inbox-empty-mine = No dossier is left at your step.

views-title = Saved filters
views-keep = Save this filter
views-name = Name of the filter
views-name-hint = For example: Births overdue. A name used before replaces that filter.
views-share = Share with { $unit }
views-keep-button = Save filter
views-manage = Edit saved filters
views-rename = Rename
views-delete = Delete filter
views-none = You have saved no filter yet. Filter the list of dossiers, then choose “Save this filter”.
views-shared = Shared by colleagues
views-shared-with = Shared with { $agency }
views-by = By { $name }
views-saved = The filter is saved.
views-renamed = The filter is renamed.
views-deleted = The filter is deleted.
views-fault-name = Not saved: enter a name of at most 60 letters.
views-fault-taken = Not renamed: another of your filters has this name.
views-fault-too-many = Not saved: you have 30 filters. Delete some first.
listed-first = That was the first dossier of the list.
listed-last = That was the last dossier of the list.
