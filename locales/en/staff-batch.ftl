# Words of acts on many dossiers.

batch-bar = With the chosen dossiers:
batch-pick = Choose dossier { $code }
batch-pick-column = Choose
batch-forward = Forward
batch-approve = Approve
batch-print = Print papers
batch-nothing = No dossier is chosen. Tick dossiers in the list, then choose what to do.
batch-will = Will be done
batch-wont = Will not be done, and why
batch-papers = Papers to print
batch-no-papers = No paper has been issued for this dossier.
batch-forward-now = Forward { $count } dossiers
batch-approve-now = Approve { $count } dossiers
batch-not-found = There is no such dossier in your agency.
batch-meanwhile = { $name } acted on this dossier at { $at }. Look at it again, then retry.
batch-wrong-status = The dossier is “{ $status }”; this cannot be done yet.
batch-failed = The system failed; this dossier has not changed. Try again.
batch-done = Forwarded to the step “{ $step }”.
batch-summary = { $failed ->
    [0] { $done } dossiers done.
   *[other] { $done } dossiers done; { $failed } not done.
}
batch-not-done = Not done
batch-all-done = Done
batch-retry = Retry those not done
batch-assign = Assign
batch-assign-now = Assign { $count } dossiers
batch-take-now = Take { $count } dossiers on
batch-assign-will = Will be assigned
batch-assign-wont = Will not be assigned, and why
batch-assigned = Assigned at the step “{ $step }”.
