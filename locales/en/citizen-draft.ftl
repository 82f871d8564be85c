# Beginning, choosing where, filling in, documents, checking, submitting, supplementing.

begin-have-draft = You have a draft that was not submitted
begin-continue = Continue the draft saved at { $at }
begin-who = Who may apply
begin-prepare = Have at hand
begin-paper-when = { $name } (only if it applies to you)
begin-paper-data = { $name } (if no database has it)
begin-paper-optional = { $name } (not required)
begin-not-needed = You do not have to hand in
begin-saved-by-itself = What you type is saved by itself. You can stop and go on at any time.
begin-start = Start
begin-new = Start a new dossier
begin-not-online = This service does not take dossiers online yet. Hand them in at the one-stop shop.
begin-draft-made = A draft was made. It is kept under My dossiers.

draft-continue = Save and continue
draft-leave = Save draft and leave
draft-saved = The draft was saved.

agency-title = Where do you submit?
agency-what = Choose the commune or ward that receives and decides your dossier.
agency-search = Find a commune or ward
agency-search-hint = Type the new name or the one before 01/07/2025, with or without marks
agency-search-button = Search
agency-no-hit = Nothing found for “{ $sought }”. Try another name, or choose from the list below.
agency-hits = Found for “{ $sought }”
agency-suggested = Suitable places
agency-your-home = Where you live, according to your account
agency-formerly = Includes the former { $name }
agency-other = Choose another place
agency-other-how = Search for the commune or ward in the box above, then choose it from the results.
agency-all = Commune or ward
agency-choose = Choose a commune or ward
agency-missing = Choose the commune or ward where you submit
agency-not-competent = This place does not decide the service you chose. Choose another commune or ward.

conflict-title = This page was changed in another window just now
conflict-what = At { $at } something else was saved for this page. Nothing was overwritten. Choose what you want to keep.
conflict-question = Question
conflict-keep-mine = Keep what I typed here
conflict-keep-theirs = Keep what was saved

documents-title = Documents
documents-how = Send photos or PDF files, at most { $limit } each. You may send several files for one document.
documents-photo-help = How to take a clear photo?
documents-photo-advice = Put the paper on a dark surface in good light without glare. Take the photo straight, with all four corners and every word readable.
documents-send = Send the chosen files
documents-missing = Choose a file for “{ $name }”
upload-too-large = The file “{ $name }” is larger than { $limit }. Take the photo with a lower resolution or choose another file.
upload-empty = The file “{ $name }” is empty. Choose another file.
upload-broken = The connection broke while “{ $name }” was sent. Choose the file again.
upload-too-many = This document takes at most { $limit } files. Remove one before sending “{ $name }”.
upload-not-asked = This dossier does not need the file “{ $name }”.
upload-unknown-kind = The file “{ $name }” is not a JPG, PNG or WebP photo or a PDF. Take a photo, or save it as PDF.
upload-too-many-pixels = The picture “{ $name }” is too large to be opened. Take it again or make it smaller, then send it.
upload-pdf-acts = The file “{ $name }” holds a program that runs by itself, so nobody here opens it. Print it to a new PDF, or take a photo.
upload-pdf-carries = The file “{ $name }” hides another file, so nobody here opens it. Print it to a new PDF and send each file by itself.
upload-pdf-closed = The file “{ $name }” is locked by a password or damaged. Open it, print it to a new PDF, and send that.
upload-too-often = You have sent too many files within an hour. “{ $name }” was not taken; send it again after { $limit }.
upload-not-showable = The photo “{ $name }” is HEIC, which browsers do not show. Send a JPG: on an iPhone choose Settings, Camera, Formats, Most Compatible.

review-title = Check before you submit
review-errors = { $count ->
    [one] One thing to complete before you submit
   *[other] { $count } things to complete before you submit
}
review-agency = Submitted to
review-no-agency = Not chosen yet
review-elsewhere = From what you declared, the competent place may be { $agency }. Check where you submit.
review-unanswered = Not answered
review-documents = Documents
review-no-file = No file yet
review-fee-when = The portal does not take payments yet. You pay at the one-stop shop when you collect the result.
review-fee-local = Fixed by the province; the official tells you if there is something to pay
review-fee-exempt = No fee: { $reason }
review-promise = By submitting you confirm that what you declared is true and that you answer for it.
review-expired = This draft has expired. Start a new dossier.

receipt-title = Dossier submitted
receipt-your-code = Your dossier code
receipt-what = { $service }. Sent to { $agency } at { $at }.
receipt-next = What happens next
receipt-next-check = The one-stop shop of { $agency } checks the dossier within 8 working hours.
receipt-next-check-by = The one-stop shop of { $agency } checks the dossier and answers you by { $at } at the latest.
receipt-next-slip = When it is accepted you get an e-mail with the reception slip and the day of the result.
receipt-next-supplement = If papers are missing, you get one request that names everything.
receipt-mail = The same was sent to { $email }.
receipt-documents = Documents received
receipt-follow = Follow the dossier
receipt-download = Download the receipt (PDF)
receipt-to-mine = To My dossiers

discard-title = Delete this draft?
discard-what = { $service }, saved at { $saved }.
discard-warning = All answers and files of the draft will be deleted and cannot be brought back.
discard-keep = Keep the draft
discard-done = The draft was deleted.

supplement-title = Supplement the dossier
supplement-until = Supplement before { $day }
supplement-before = Declared: { $value }
supplement-old-files = Files handed in before
supplement-once = Everything else in the dossier stays as it is. After sending, the agency looks at it and goes on.
supplement-sent = The supplement was sent. The agency will look at it and go on.

# The first page leads elsewhere.
not-eligible-title = You need another service
not-eligible-instead = The service that fits
not-eligible-procedure = Procedure { $code }
not-eligible-kept = Chose by mistake? Change your answer; the draft is kept.
not-eligible-change = Change your answers
not-eligible-discard = Discard this draft

parts-title = Parts of your application
parts-done = Done
parts-begun = Begun
parts-not = Not begun
parts-optional = Optional
parts-done-of = { $done } of { $total } parts are done. You may do them in any order.
parts-saved = Saved at { $at }.
again-draft-made = A draft was made from application { $code }. Check each part, give the papers again, then submit.
parts-wrong = To be mended
reuse-from-dossier = In dossier { $code } ({ $service }, handed in on { $day }) you have already said: { $labels }.
reuse-from-account = Your account already knows: { $labels }.
reuse-do = Use this again
reuse-keeps = Only empty boxes are filled. What you have typed stays as it is.
reuse-done = { $count } answers were filled in. Please check them before you go on.
review-dropped = { $count ->
    [one] { $count } answer is not sent
   *[other] { $count } answers are not sent
}
review-dropped-why = By what you said, these questions do not apply any more. Their answers are not part of the dossier; if you change your mind, they are still there.
review-applicant = Who applies
receipt-for-whom = { $applicant } applies for the owner of the dossier, { $owner }.
draft-at-counter = At the counter of { $agency }, for { $name }
