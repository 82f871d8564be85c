# Words of the desk.

side-work = Work
side-watch = Watch

queue-mine = At my step
queue-held = Assigned to me
queue-late = Overdue
queue-today = Due today
queue-new = To be accepted
queue-waiting = Waiting for the citizen
queue-to-sign = To be signed
queue-to-return = To be handed over
queue-open = Being handled
queue-all = All dossiers


inbox-search = Search by code, name, personal id, phone
inbox-service = Service
inbox-all-services = All services
inbox-channel = Channel
inbox-filter = Filter
inbox-filtered = The list is filtered.
inbox-clear = Remove the filter
inbox-see-all = See all open dossiers
inbox-empty = There is no dossier in this list.
inbox-code = Dossier code
inbox-applicant = Applicant
inbox-what = Service
inbox-step = Present step
inbox-deadline = Deadline
inbox-due = Promised for
inbox-mine = Your step
inbox-news = News from the citizen

bench-back = List of dossiers
bench-documents = Documents
bench-answers = Declared
bench-jumps = Parts of this page
bench-no-documents = This dossier has no files.
bench-not-given = No file yet for: { $names }
bench-no-preview = The browser cannot show this kind of file.
bench-download = Download the file
bench-open-file = Open “{ $name }” in a new window
bench-changes-title = The citizen has answered
bench-acts = Handle the dossier
bench-act-on-step = Step “{ $step }”
bench-note = Note for the next step
bench-note-hint = Read by the next official; the citizen does not see it.
bench-forward-to = Forward to: { $step }
bench-waits-for-citizen = The dossier waits for the citizen. The clock stands still.
bench-waits-for-step = The dossier is at the step “{ $step }” of another official.
bench-ended = The dossier has ended; there is nothing left to do.
bench-result = Result
bench-result-file = See the result document
bench-facts = About the dossier
bench-why = Why this date?
bench-papers = Issued papers
bench-history = History

desk-fact-status = Status
desk-fact-channel = Channel
desk-fact-submitted = Submitted
desk-fact-accepted = Accepted
desk-fact-due = Promised for
desk-fact-step-due = Due at this step
desk-fact-fee = Fee
desk-fact-phone = Phone
desk-fact-email = E-mail
desk-fact-personal-id = Personal id
desk-fact-agency = Handling agency

ask-title = Ask for a supplement
ask-once = A supplement can be asked for only once during processing: name everything. The clock stands still meanwhile.
ask-items = What must the citizen add or correct?
ask-reason = Reason and guidance for the citizen
ask-reason-hint = Write so that the citizen knows at once what to do.
ask-days = Days to answer
ask-days-hint = From 1 to 60 days.
ask-send = Send the request
ask-canned = Common reasons
ask-canned-hint = What is ticked is put at the beginning of the box below, where it can still be changed after the preview.
ask-preview = Preview
ask-preview-title = The applicant will read this
ask-preview-what = Not sent yet. Change it below if you need to, then send the request.
ask-preview-until = Supplement before { $day }
canned-blurred = The picture is blurred or has a corner missing and cannot be read. Please take it again, sharp and with all four corners.
canned-pages = Pages are missing from the file. Please send all of them, the backs too.
canned-expired = The paper is no longer valid. Please send one that is.
canned-other-paper = The file is not the paper that was asked for. Please send the right one.
canned-mismatch = What was declared does not match the papers sent. Please correct it, or send the right paper.
canned-unsigned = The paper is not signed. Please sign it and send it again.

refuse-title = Refuse the dossier
refuse-explained = The citizen receives a slip with reason and legal basis. This cannot be undone.
refuse-reason = Reason for refusal
refuse-reason-hint = Which condition is not met, by which rule, and what the citizen can do next.
refuse-button = Refuse the dossier

send-back-title = Send back to the step before
send-back-explained = The dossier returns to the step “{ $step }”. The citizen does not see this.
send-back-reason = Reason
send-back-reason-hint = What has to be done again?
send-back-button = Send back

issue-title = Issue the result
issue-explained = Give number, date and signer, and attach the signed document. The citizen is told at once.
issue-number = Number
issue-number-hint = For example: 12/UBND-XNTTHN
issue-date = Date of issue
issue-signer = Signer
issue-signer-hint = Name and office
issue-summary = Abstract
issue-file = Result document (PDF)
issue-file-generated = Without a file, the portal draws the document from the service's template.
issue-file-needed = A scan or a digitally signed file, at most 20 MB.
issue-button = Issue and tell the citizen

handover-title = Hand the result over at the counter
handover-explained = Records who took the result. The time is now.
handover-receiver = Name of the receiver
handover-receiver-hint = If it is another person, add the relation to the applicant.
handover-button = Record the handover

act-accepted = Dossier { $code } accepted. Promised for { $due }.
act-forwarded = Dossier { $code } forwarded to “{ $step }”.
act-approved = Dossier { $code } approved, now at “{ $step }”.
act-supplement-completed = Supplement taken in. The clock runs again, promised for { $due }.
act-supplement-requested = The citizen has been asked. The clock stands still.
act-refused = Dossier { $code } refused; the citizen has been told.
act-sent-back = Dossier { $code } sent back to “{ $step }”.
act-issued = Result of dossier { $code } issued; the citizen has been told.
act-returned = Handover of dossier { $code } recorded.
act-meanwhile = Not done: { $name } acted on this dossier at { $at } ({ $what }). Look again, then decide.
desk-fact-owner = Owner of the dossier

staff-reset-title = Reset a colleague's two-step verification
staff-reset-what = For an official of your unit who has lost the phone and has no recovery codes left. All devices are signed out; the next sign-in needs the password only, and new codes must be set up before dossiers open.
staff-reset-sure = Only after you have met the person. Fraudsters call and pretend to be colleagues.
staff-reset-email = E-mail address of the official
staff-reset-reason = Reason
staff-reset-reason-hint = Kept in the log, for example: phone lost on 23/11
staff-reset-password = Your own password
staff-reset-do = Reset two-step verification
staff-reset-wrong-email = Enter the official's e-mail address, such as hotich@example.vn
staff-reset-no-reason = Give a reason
staff-reset-nobody = No other official of your unit uses this address. Check the address.
staff-reset-done = Two-step verification of { $email } is reset. The person was told by letter.
