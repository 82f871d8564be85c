# The words of a dossier: one vocabulary for screens, letters and papers.

status-draft = Draft
status-registered = Submitted, waiting to be accepted
status-accepted = Accepted
status-not-accepted = Not accepted
status-processing = In progress
status-supplement-requested = Supplement needed
status-payment-requested = Waiting for payment
status-withdrawn = Withdrawn
status-stopped = Stopped
status-finished = Result ready
status-finished-refused = Refused
status-returned = Result returned
status-returned-refused = Refused (dossier returned)

event-submitted = Dossier submitted
event-accepted = Dossier accepted
event-supplement-requested = Supplement requested
event-supplement-answered = Supplement sent
event-supplement-completed = Supplement complete, processing goes on
event-forwarded = Forwarded to the next step
event-sent-back = Sent back to the step before
event-approved = Approved and signed
event-refused = Dossier refused
event-result-issued = Result ready
event-result-returned = Result returned
event-collected-online = Result collected online
event-withdrawn = Dossier withdrawn

action-submit = Submit
action-answer-supplement = Send the supplement
action-withdraw = Withdraw
action-collect-online = Collect the result
action-accept = Accept
action-request-supplement = Request a supplement
action-complete-supplement = Take the supplement, go on
action-forward = Forward
action-send-back = Send back
action-approve = Approve
action-refuse = Refuse
action-issue-result = Issue the result
action-return-result = Return the result

refusal-not-the-owner = Only the person who submitted the dossier can do this.
refusal-not-an-official = Only officials of the agency that handles the dossier can do this.
refusal-not-your-step = The present step belongs to another role.
refusal-wrong-status = The dossier has moved on, so this cannot be done any more. Reload the page to see where it is now.
refusal-not-at-this-step = This does not belong to the present step of the dossier.
refusal-supplement-asked-already = A supplement was already requested once; it cannot be requested again.
refusal-supplement-not-answered = The citizen has not sent the supplement yet.
refusal-supplement-answered-already = The supplement has been sent already; the agency is looking at it.
refusal-supplement-still-running = The time to send the supplement is not over yet.
refusal-no-step-before = There is no step before to send it back to.
refusal-no-step-after = There is no step after to forward it to.
refusal-withdrawal-after-acceptance = The dossier has been accepted. To withdraw it, contact the one-stop shop that handles it.
refusal-not-returned-online = The result of this dossier is not returned online.

missing-reason = Enter the reason
missing-reason-too-long = Shorten the reason to 2,000 characters at most
missing-items = Choose at least one item to be supplemented
missing-days = Enter the number of days to answer, from 1 to 60
missing-result-number = Enter the number of the result
missing-result-date = Enter the date of issue, for example 05/11/2026
missing-result-signer = Enter the name of the signer
missing-result-abstract = Enter what the result is about
missing-result-file = Choose the signed file, or choose to make it from the template
missing-receiver = Enter the name of the person who receives the result
missing-supplement-item = An item has not been supplemented yet

role-reception_officer = One-stop shop
role-case_officer = Case officer
role-civil_status_officer = Civil-status officer
role-division_head = Head of division
role-unit_leader = Leader of the People's Committee
role-records_clerk = Records clerk
role-cashier = Cashier
role-return_officer = Return counter
role-unit_admin = Unit administrator
role-system_admin = System administrator
role-auditor = Auditor

return-method-in_person = Collect at the one-stop shop
return-method-online = Online, on this portal
return-method-postal = By public post

channel-online = Online
channel-in_person = In person
channel-postal = By post
