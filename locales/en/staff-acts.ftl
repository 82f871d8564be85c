# The acts around the work at the desk, and what other agencies ask.

bench-seldom = Other acts
bench-send-draft = Send the draft to the citizen to check
bench-forward-aside = By way of the step: { $step }
bench-opinions = Opinions of other agencies
bench-waits-for-payment = The dossier waits for the citizen to pay the fee. The clock stands still.
bench-waits-for-draft = The citizen is checking the draft. Silence is agreement; the dossier then goes on by itself.
desk-fee-paid = Paid { $at }

alert-withdrawal = The citizen asked to withdraw the dossier on { $at }
alert-stopped = Work on the dossier was stopped on { $at }
alert-payment = Waiting for the citizen to pay { $amount }, asked on { $at }
alert-extended = An apology was sent; the new date is { $due }
alert-supplement = Waiting for the citizen’s supplement until { $until }
alert-correction = The citizen asked for a correction of the draft on { $at }

act-citizen-says = The citizen's reason
act-stopped-because = Why it was stopped

stop-title = Stop work on the dossier
stop-explained = The clock stands still. The citizen receives a notice with the reason.
stop-reason = Reason
stop-reason-hint = Say what is waited for, on what ground, and when work goes on.
stop-button = Stop and tell the citizen
act-stopped = Work on the dossier { $code } is stopped; the citizen was told.

resume-title = Go on with the dossier
resume-explained = The clock goes on with the time that was left. The citizen receives the new date.
resume-note = Note for the official
resume-note-hint = The citizen does not see it.
resume-button = Go on
act-resumed = Work on { $code } goes on. Promised for { $due }.

ask-fee-title = Ask the citizen to pay the fee
ask-fee-explained = The clock stands still until the money is there. The citizen is told how much and how to pay.
ask-fee-reason = Explanation for the citizen
ask-fee-reason-hint = For example: “Two copies at 8,000 dong each.”
ask-fee-button = Ask for the fee
act-fee-asked = The citizen was asked to pay. The clock stands still.

agree-title = Let the dossier be withdrawn
agree-explained = The dossier ends and the papers go back to the citizen. This cannot be undone.
agree-note = Message for the citizen
agree-note-hint = For example: where and when to fetch the originals.
agree-button = Agree to the withdrawal
act-withdrawal-agreed = The dossier { $code } is withdrawn; the citizen was told.

decline-title = Decline the withdrawal
decline-explained = Work on the dossier goes on. The citizen receives the reason.
decline-reason = Reason
decline-reason-hint = For example: the result has been signed already.
decline-button = Send the reason and go on
act-withdrawal-declined = The citizen was answered; work on { $code } goes on.

payment-title = Take the fee
payment-amount = Amount due
payment-explained = The receipt is written at once. A dossier that waited for the money goes on.
payment-method = Way of payment
payment-cash = Cash at the counter
payment-transfer = Bank transfer
payment-payer = Name of the payer
payment-button = Record the payment and write the receipt
act-fee-taken = The fee of { $code } is paid. The receipt is among the issued papers.

extend-title = Apologise and set a new date
extend-explained = Possible once. The citizen receives a slip of apology with the reason and the new date.
extend-due = Present date
extend-day = New date
extend-day-hint = A working day after the present date, for example 05/12/2026. The result is ready by the end of that day.
extend-reason = Reason for the delay
extend-reason-hint = The citizen reads these words in the slip.
extend-button = Send the apology and the new date
act-extended = The apology was sent. New date: { $due }.

consult-title = Ask another agency
consult-explained = The dossier stays at its step meanwhile. The agency sees the question only, not the dossier.
consult-rule = Time to answer: { $limit }. { $silence }
consult-silence-consent = Silence counts as agreement.
consult-silence-none = After that the asking agency decides by itself.
consult-choose = Choose an agency
consult-agency = Agency
consult-question = Question
consult-question-hint = Say enough for an answer without the dossier, and no more personal data than needed.
consult-button = Send the question
consult-nothing = There is nothing to ask other agencies at this step.
act-consulted = The question was sent. The answer will be shown at the dossier { $code }.

opinion-agrees = Agrees
opinion-disagrees = Disagrees
opinion-informs = Gives information
opinion-answered = answered { $at }
opinion-waits = Waiting until { $at }
opinion-lapsed = No answer; the time ended { $at }
opinion-lapsed-consent = No answer, taken as agreement since { $at }
opinion-sent = The answer was sent to { $agency }.

opinions-title = Questions to us
opinions-asking = { $agency } asks
opinions-until = Answer by { $at }
opinions-none = No agency is waiting for your opinion.
opinions-answer-of = Answer of { $agency }
opinions-opinion = Opinion
opinions-answer = Answer
opinions-send = Send the answer
opinions-closed = This question was answered or its time has ended.

act-recalled = The dossier { $code } is back at the step “{ $step }”.

issue-file-too-large = The file is larger than { $limit } MB. Scan in black and white or with a lower resolution, then choose it again.
issue-file-empty = The file is empty. Choose the result document again.
issue-file-not-pdf = “{ $name }” is not a PDF. Save the document as PDF, then choose it again.
handover-id = Number of the receiver's identity paper
handover-id-hint = Of the identity card or passport that was shown.

hands-free = In nobody's hands: anyone at this step may act.
hands-mine = In your hands.
hands-of = In the hands of { $name }.
hands-take = Take this on
hands-lay-down = Put back in the common queue
hands-take-back = Take back to the common queue
hands-give = Give to somebody else

assign-title = Assign
assign-to = Assign to
assign-hint = Only those who may act at this step. Whoever has least comes first.
assign-load = Holds { $open } dossiers
assign-load-late = Holds { $open } dossiers, { $late } overdue
assign-nobody = To nobody in particular
assign-nobody-hint = The dossier goes back to the common queue of the step.
assign-no-one = Nobody in the agency may act at this step today.
assign-button = Assign
assign-by-load = Share out by present load
assign-by-load-hint = Evenly: dossiers in nobody's hands go one after the other to whoever holds least.
assign-look = Preview
act-assigned = Dossier { $code } is assigned at the step “{ $step }”.
act-freed = Dossier { $code } is back in the common queue of the step “{ $step }”.

alert-present = { $name } has had this dossier open since { $at }
note-added = The note is added.
notes-title = Internal notes
notes-label = Add a note
notes-hint = Read by officials of the agency only; it cannot be changed or deleted.
notes-button = Add note
view-size = Size of the picture
view-fit = Fit
view-turn = Turn the picture
