# What a citizen does while the office works: checks the draft, pays, asks to have the dossier back.

dossier-ask-withdrawal = Ask to withdraw
dossier-draft-tag = Please check
dossier-draft-title = Check the draft before { $until }
dossier-draft-else = Look at everything that will stand on the result. If you do not answer by then, the office takes it that you agree and goes on.
dossier-draft-now = Check the draft
dossier-payment-title = Pay { $amount } so that work can go on
dossier-payment-how = Pay in cash or by transfer at the one-stop shop of { $agency }; give the code { $code }. You get a receipt at once.
dossier-payment-paused = The clock stands still and goes on when the money is there.
dossier-stopped-title = The office has stopped work on this dossier for now
dossier-stopped-next = When work goes on you receive a new date. For questions call { $phone } or go to { $agency }.
dossier-put-off = { $agency } apologises for not being ready in time and has set the date above. The slip of apology is under “About the dossier”.
dossier-withdrawal-asked = You have asked to withdraw the dossier; { $agency } is considering it and will answer.

mine-check-until = check the draft before { $until }
mine-check-now = Check
mine-pay = pay the fee at { $agency }
mine-pay-how = How to pay

checking-title = Check the draft of the result
checking-explained = This is what will stand on the result. Answer before { $until }; otherwise the office takes it that you agree.
checking-agree = It is right, I agree
checking-wrong-title = Is something wrong?
checking-wrong = What is wrong, and what would be right?
checking-wrong-hint = For example: “The identity card was issued on 05/06/2021, not 06/05/2021.”
checking-correct = Ask for a correction
checking-wrong-missing = Write what is wrong and how it should be
checking-agreed = Thank you. The dossier goes on to the next step.
checking-corrected = Your request was sent. You will receive a new draft.

withdrawal-ask-title = Ask to withdraw this dossier?
withdrawal-ask-explained = The dossier has been accepted, so { $agency } has to agree. Work goes on meanwhile; you will receive a letter.
withdrawal-ask-button = Ask to withdraw
withdrawal-asked = Your request to withdraw { $code } was sent.
