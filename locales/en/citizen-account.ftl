# My account.
account-title = My account
account-safety = Keeping the account safe
account-wrong-password = The password is wrong. Check it and enter it again.
account-wrong-code = The code is wrong. Enter the 6 digits that your phone shows now.
account-password-now = Current password
account-password-why = Once more, to be sure that it is you

account-second-title = Two-step sign-in
account-second-short = Besides the password, a code from your phone is needed
account-second-on = On
account-second-off = Off
account-second-turn-on = Turn on
account-second-on-title = Two-step sign-in is on
account-second-on-what = At each sign-in you also enter a code from your phone.
account-second-is-off = Two-step sign-in is off.
account-second-keep = Officials cannot turn it off. When you change your phone, use a recovery code or ask an administrator.
account-second-turn-off = Turn two-step sign-in off
account-second-required-title = Officials need two-step sign-in
account-second-required = People's dossiers open only to officials who have set up codes. It takes about two minutes.
account-second-why = Somebody who knows your password still cannot sign in without the code on your phone.
account-second-need = You need
account-second-need-phone = your phone
account-second-need-app = an authenticator app on it, of the kind that shows codes of 6 digits
account-second-need-minutes = about two minutes
account-second-begin = Begin

account-set-up-title = Set up codes on your phone
account-set-up-scan = 1. Scan this code
account-set-up-scan-how = Open the authenticator app, choose to add an account, and scan the square code below.
account-set-up-qr = A square code for the authenticator app. If you cannot scan it, type in the letters below.
account-set-up-by-hand = Cannot scan? Type it in
account-set-up-by-hand-how = In the app, choose to enter a setup key, time-based, and type in these letters:
account-set-up-prove = 2. Enter the code it shows
account-set-up-code = Code on your phone
account-set-up-confirm = Turn two-step sign-in on

account-codes-title = Recovery codes
account-codes-heading = Keep your recovery codes
account-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones.
    [one] You have one recovery code left for when your phone is not at hand.
   *[other] You have { $count } recovery codes left for when your phone is not at hand.
}
account-codes-renew = Make new recovery codes
account-codes-once = These codes are shown only once. Print them or write them down now.
account-codes-how = If you lose your phone, sign in with one of these codes. Each works once. Keep them safe, and not with the phone.
account-codes-kept = I have kept the codes

account-again-title-codes = Make new recovery codes
account-again-what-codes = You will get 10 new codes. None of the old ones will work any more.
account-again-do-codes = Make new codes
account-again-title-off = Turn two-step sign-in off
account-again-what-off = Afterwards, whoever knows your password can sign in.
account-again-do-off = Turn it off
account-again-keep = Leave it as it is
account-again-title-close = Close the account
account-again-what-close = Afterwards you can no longer sign in. Dossiers already sent are still handled and kept as the rules demand; look them up by their code or at the one-stop counter.
account-again-do-close = Close my account

account-see = See
account-save = Save
account-not-given = Not given
account-details-title = My details
account-details-what = These are filled into new forms. Dossiers already sent do not change.
account-details-saved = Your details are saved.
account-address = Address
account-address-hint = House number, street or hamlet; commune or ward; province or city
account-lang = Language
account-lang-vi = Vietnamese
account-lang-en = English

account-password-title = Password
account-password-heading = Change the password
account-password-what = Afterwards, every other device is signed out.
account-password-new = New password
account-password-changed = The password is changed. Other devices have been signed out.

account-email-title = E-mail address
account-email-heading = Change the e-mail address
account-email-now = The address now: { $email }
account-email-how = We send a letter to the new address. It changes only when you open the link in that letter; the old address is told as well.
account-email-new = New e-mail address
account-email-send = Send the letter
account-email-same = This is the address you use already. Enter another one.
account-email-sent = A letter is on its way to { $email }. Open it and follow the link.
account-email-changed = From now on you sign in with { $email }.
account-link-title = Confirm the new e-mail address
account-link-what = From now on you will sign in and get letters at { $email }.
account-link-do = Use this address
account-link-dead-title = This link does not work
account-link-dead = It is too old, was used already, or belongs to another account. Sign in to the right account, or ask for another letter.

account-devices-title = Devices signed in
account-devices-short = See where the account is used, sign out from afar
account-devices-what = A device you do not know? Sign it out and change your password:
account-device-unknown = A browser without a name
account-device-times = Signed in on { $since }. Last used on { $seen }.
account-device-this = This device
account-device-end = Sign out
account-devices-end = Sign out every other device
account-device-ended = That device is signed out.
account-devices-ended = Every other device is signed out.

account-data-title = My data
account-data-more = Take a copy of the data, close the account
account-data-what = The portal keeps your account, the dossiers and files you sent, and the notices sent to you.
account-copy-title = A copy of the data
account-copy-what = Download one JSON file with your account, all dossiers and drafts, and the lists of files and notices. Keep it safe.
account-copy-do = Download the copy
account-close-short = If you no longer use the portal, you may close the account.
account-close-official = An official's account can be closed only after an administrator has ended your post on the portal.
account-closed = Your account is closed.

account-readers-title = Who looked at my dossiers
account-readers-what = Each time an official opens your dossier or one of its files, it is noted here. If something looks strange, call the hotline.
account-readers-none = No official has opened a dossier of yours yet.
account-readers-once = Looked on { $day } at { $time }.
account-readers-times = Looked { $count } times on { $day }, from { $first } to { $last }.
account-readers-files = Files were opened too.
account-readers-former = An official who has left the post
account-readers-of = Dossier
