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
