# My dossiers, the page of one dossier, withdrawal.

mine-title = My dossiers
mine-empty = You have no dossiers yet. Find the service you need to begin.
mine-find-service = Find a service
mine-to-do = Waiting for you
mine-running = In progress
mine-drafts = Drafts
mine-done = Done
mine-answer-until = supplement before { $day }
mine-due = result due { $day }
mine-submitted = submitted { $day }
mine-supplement-now = Supplement now
mine-see-result = See the result
mine-draft-kept = saved at { $saved }, kept until { $until }
mine-draft-continue = Continue
mine-draft-discard = Delete draft

dossier-title = Dossier { $code }
dossier-code = Dossier code
dossier-road = Progress
dossier-history = See everything that happened
dossier-answers = What you declared
dossier-answers-show = See what you declared
dossier-documents = Documents you gave
dossier-facts = Facts
dossier-why-this-day = Why this day?
dossier-withdraw = Withdraw the dossier
dossier-again = Apply again with these answers
dossier-paper = { $title }, no. { $number } (PDF)
dossier-meanwhile = The dossier changed at { $at }: { $what }. What you just did was not carried out.

dossier-supplement-tag = Waiting for you
dossier-supplement-title = { $count ->
    [one] Supplement one item before { $day }
   *[other] Supplement { $count } items before { $day }
}
dossier-supplement-paused = The time limit stands still while the agency waits for you.
dossier-supplement-else = If nothing comes by the end of { $day }, the agency may return the dossier.
dossier-answered-tag = Supplement sent
dossier-answered-title = You sent the supplement at { $at }
dossier-answered-next = { $agency } is looking at what you sent. The time limit runs on when it is complete.
dossier-not-accepted-title = { $agency } did not accept this dossier
dossier-refused-title = { $agency } refused this dossier
dossier-refused-what = If the reason is unclear or you disagree, call { $phone }, ask at { $agency }, or complain as the law provides. You may also apply again when the conditions are met.
dossier-apply-again = Submit a new dossier
dossier-finished-title = The result is ready
dossier-finished-online = Download the result here. It comes from { $agency }.
dossier-finished-counter = Look at the result here and collect the paper at { $agency }. Bring your identity paper.
dossier-returned-title = Result returned on { $day }
dossier-download-result = Download the result (PDF)
dossier-registered-title = Submitted, waiting to be accepted
dossier-registered-next = The one-stop shop of { $agency } is checking the dossier. You get an e-mail as soon as it is accepted.
dossier-registered-due = You get an answer by { $at } at the latest.
dossier-processing-title = The dossier is being processed
dossier-processing-due = Result due { $at }
dossier-processing-step = Present step: { $step }.
dossier-late-sorry = { $agency } apologises: this dossier is overdue. It answers for the delay. Call { $phone } to ask for the new date.

fact-submitted = Submitted
fact-accepted = Accepted
fact-due = Result due
fact-standing = Time limit
fact-finished = Result ready
fact-fee = Fee
fact-no-fee = None
fact-return = Collecting the result
fact-agency = Handled by

road-your-turn = Your turn
road-by-you = You
road-by-portal = The portal
road-to-step = Now at: { $step }
road-due = Result due { $day }
road-answer-until = Supplement before { $day }

withdrawal-title = Withdraw this dossier?
withdrawal-warning = A withdrawn dossier cannot be opened again. To go on, you must submit a new one.
withdrawal-reason = Reason
withdrawal-keep = Keep it, back to the dossier
withdrawal-done = Dossier { $code } was withdrawn.

file-waiting = This file is being checked for safety. Open it again in a few minutes.
file-infected = This file carries harmful code, so nobody can open it. Send another file.
fact-owner = Owner of the dossier

claim-title = Add a dossier handed in at a counter
claim-what = A dossier that you handed in at a one-stop shop or sent by post can be followed in this account. What you need is on the receipt.
claim-code = Dossier code
claim-check-code = Check code
claim-check-code-hint = Printed beside the QR code of the receipt.
claim-last-four = Last 4 digits of the phone or identification number you gave
claim-button = Add to my account
claim-fault-check-code = Enter the check code printed beside the QR code
claim-not-found = No dossier fits all three, or it is in an account already. Check the receipt, or ask the one-stop shop.
claim-done = Dossier { $code } is now in your account.
