# Letters about a dossier: what has happened, what comes next, what you need to do.

mail-fact-code = Dossier code
mail-fact-service = Procedure
mail-fact-agency = Handled by
mail-fact-due = Result due
mail-fact-fee = Fee
mail-fact-number = Number of the result
mail-fact-answer-until = Send the supplement by
mail-fact-place = Where to collect the result
mail-open-dossier = Open the dossier
mail-track = Without signing in you can track it with its code and the last 4 digits of the phone number or personal id.
mail-reason = Reason: { $reason }
mail-not-you = If it was not you, call { $hotline } at once.

mail-submitted-subject = We have received your dossier { $code }
mail-submitted-done = You submitted your dossier to { $agency } at { $submitted_at }.
mail-submitted-next = An official will check it and answer by { $answer_by } at the latest: accept it, ask for a supplement, or tell you why it cannot be accepted. You need not do anything now.
mail-submitted-paper = The receipt of your submission is enclosed.

mail-accepted-subject = Dossier { $code } has been accepted
mail-accepted-done = { $agency } accepted your dossier at { $accepted_at }.
mail-accepted-paper = The reception slip with the return date is enclosed (in Vietnamese). Keep it for collecting the result.
mail-accepted-next = When there is a result, or when more papers are needed, we will tell you at once by e-mail.

mail-supplement-requested-subject = Dossier { $code } needs a supplement from you
mail-supplement-requested-ask = { $agency } has examined your dossier and needs the following from you:
mail-supplement-requested-until = Send it by { $answer_until } at the latest. Meanwhile the time limit is paused; it goes on when the agency has everything.
mail-supplement-requested-button = Send the supplement
mail-supplement-requested-only = Only these items are needed; you need not fill in the dossier again.
mail-supplement-requested-paper = The supplement request is enclosed (in Vietnamese).

mail-supplement-received-subject = We have received the supplement to dossier { $code }
mail-supplement-received-done = You sent the supplement to { $agency } at { $received_at }.
mail-supplement-received-next = An official will check it. When the agency confirms that nothing is missing, the time limit goes on and you are told the new due date. You need not do anything now.

mail-supplement-completed-subject = Dossier { $code } is complete, processing goes on
mail-supplement-completed-done = { $agency } has everything it needs and goes on with your dossier.
mail-supplement-completed-due = New due date: { $due_at }.

mail-refused-subject = Dossier { $code } was refused
mail-refused-done = We are sorry: { $agency } cannot accept or grant your dossier.
mail-refused-paper = The refusal slip is enclosed (in Vietnamese).
mail-refused-next = You can submit a new dossier when the conditions are met. If the reason is not clear, call { $hotline } or ask at { $agency }.

mail-result-ready-subject = The result of dossier { $code } is ready
mail-result-ready-done = { $agency } finished your dossier at { $finished_at }.
mail-result-ready-online = Sign in and download the result from the dossier's page. It is a personal paper, so it is not sent by e-mail.
mail-result-ready-in-person = Collect it at the place below during office hours; bring your identity paper and the dossier code.
mail-result-ready-postal = The post will bring it to the address that you gave.
mail-result-ready-button-online = Download the result

mail-returned-subject = The result of dossier { $code } has been returned
mail-returned-done = { $agency } returned the result to { $receiver } at { $returned_at }.
mail-returned-thanks = Thank you for using the online public services.
mail-returned-not-you = If neither you nor somebody you asked collected it, call { $hotline } at once.

mail-withdrawn-subject = Dossier { $code } has been withdrawn
mail-withdrawn-done = The dossier sent to { $agency } was withdrawn at { $withdrawn_at }, as you asked. The agency no longer handles it.
mail-withdrawn-next = You can submit a new dossier at any time.
mail-account-changed-subject = Your account has changed
mail-account-changed-second-factor-on = Two-step sign-in has been turned on for your account on { $portal }. From now on, each sign-in also needs a code from your phone.
mail-account-changed-second-factor-off = Two-step sign-in has been turned off for your account on { $portal }. From now on, the password alone signs in.
mail-account-changed-recovery-codes = The recovery codes of your account on { $portal } have been renewed. The old ones no longer work.
mail-account-changed-recovery-code-used = Somebody has just signed in to your account on { $portal } with a recovery code. That code cannot be used again.
mail-account-changed-password-changed = The password of your account on { $portal } has been changed. Other devices have been signed out.
mail-account-changed-button = Look at your account
mail-account-changed-not-you = If this was not you, change your password at once and call { $hotline }.
mail-account-changed-email-changed = Your account on { $portal } has moved to another e-mail address. Letters about dossiers now go there.
mail-confirm-new-address-subject = Confirm your new e-mail address
mail-confirm-new-address-ask = You asked to move your account on { $portal } to this e-mail address. Sign in and open the link below to confirm it.
mail-confirm-new-address-button = Confirm the new address
mail-confirm-new-address-or = If the button does not open, copy this link into your browser:
mail-confirm-new-address-valid = The link works for { $hours } hours.
mail-confirm-new-address-not-you = If it was not you, ignore this letter. Nothing changes.
mail-account-changed-second-factor-reset = An administrator of your unit has reset the two-step verification of your account on { $portal }. All devices are signed out. After signing in with your password, set up new codes before dossiers open.

mail-press-subject = Late dossiers: { $late }, due soon: { $soon }
mail-press-what = This morning { $late } late dossiers and { $soon } that are due today or on the next working day wait for you at { $agency }.
mail-press-late = late since { $due }
mail-press-due = due { $due }
mail-press-open = Open the list

mail-news-draft-subject = Dossier { $code }: please check the draft
mail-news-draft-done = { $agency } has drafted the result of your dossier.
mail-news-draft-next = Open the dossier, check every detail and answer by { $at }. If you do not answer until then, the agency takes it that you agree with the draft.
mail-news-payment-subject = Dossier { $code } waits for your payment
mail-news-payment-done = { $agency } asks you to pay { $amount } for this dossier.
mail-news-payment-next = Pay at the one-stop counter of { $agency }. While it waits, the time limit stands still; it goes on when the money has arrived.
mail-news-paid-subject = Payment received for dossier { $code }
mail-news-paid-done = { $agency } received { $amount } at { $at }.
mail-news-paid-next = The receipt is enclosed. You need not do anything now.
mail-news-put-off-subject = With our apology: a new date for dossier { $code }
mail-news-put-off-done = { $agency } apologises that your dossier is not finished in time. The new date of the result: { $due_at }.
mail-news-put-off-next = The apology with the new date is enclosed.
mail-news-stopped-subject = Dossier { $code } has been stopped for a while
mail-news-stopped-done = { $agency } has stopped work on your dossier since { $at }.
mail-news-stopped-next = The notice is enclosed. When work goes on, you are told the new date.
mail-news-recounted-subject = The date of dossier { $code } has changed
mail-news-recounted-done = The office calendar has changed (days off were added or removed), so the date was counted anew: { $due_at }.
mail-news-recounted-next = The page of the dossier shows the count day by day, under “Why this day?”.
mail-news-declined-subject = Dossier { $code } cannot be withdrawn now
mail-news-declined-done = { $agency } does not agree to the withdrawal and goes on with the dossier.
mail-news-declined-next = If the reason is not clear, ask the one-stop counter of { $agency }.
