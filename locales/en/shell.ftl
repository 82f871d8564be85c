# Words that stand around every page: header, menu, footer, and the parts that pages share.

portal-home = { $name }, home page
skip-to-content = Skip to main content

menu = Menu
menu-main = Main menu
menu-services = Services
menu-track = Track a dossier
menu-mine = My dossiers
menu-help = Help
menu-inbox = Dossiers to process
menu-mailbox = Demonstration mailbox

sign-in = Sign in
sign-up = Register
sign-out = Sign out
signed-in-as = You are signed in as

staff-side = Work
staff-area = Official

help-line = Need help? Call { $hotline } ({ $hours }) or visit the one-stop desk where you live.
footer-links = About this portal
footer-privacy = Personal data protection
footer-accessibility = Accessibility
footer-owner = { $name } { $province }, running on the Một Cửa software.
demo-ribbon = Demonstration: the people, dossiers and phone numbers here are invented.

back = Back
breadcrumbs = Breadcrumb
error-prefix = Error:
errors-left = { $count ->
    [one] 1 answer to correct
   *[other] { $count } answers to correct
}
optional = (optional)
show-password = Show
hide-password = Hide
show-password-label = Show password
hide-password-label = Hide password
change = Change
flash-success = Done
flash-info = Notice
flash-warning = Please note
warning = Please note
copy = Copy
copied = Copied
print = Print this page

date-day = Day
date-month = Month
date-year = Year
date-hour = Hour
date-minute = Minute

file-choose = Choose a file or take a photo
file-remove = Remove
file-retry = Try again
file-sending = Uploading { $percent }%
file-checking = Checking the file
file-received = Received
file-readable = Can everything be read? If it is blurred or a corner is missing, remove it and take the photo again.
file-dark = This photo looks dark. If it is hard to read, remove it and take it again in better light.
file-failed = This file could not be uploaded. Check your connection and choose it again.
file-too-large = The file is larger than { $limit }. Take the photo at a lower resolution or choose another file.

autosave-saving = Saving…
autosave-saved = Saved automatically at { $time }
autosave-offline = No connection. What you typed is kept on this device and will be saved once you are back online.
autosave-failed = Not saved. Press the button below to save.
autosave-signed-out = Your session has ended. Sign in again to save; what you typed is kept on this device.
autosave-conflict = This dossier was just changed in another window. Reload the page to see the latest version.
autosave-restored = What you typed last time but could not save has been put back.
autosave-mine = Here
autosave-theirs = Saved version

step-of = Step { $current } of { $total }
all-parts = See all parts
timeline-done = Done
timeline-now = Now at this step
timeline-later = Next step
page-previous = Previous page
page-next = Next page
pages = Pages
beside = Dossiers beside this one in the list
beside-previous = Previous dossier
beside-next = Next dossier
beside-at = Dossier { $at } in the list
beside-keys-on = Keys J (next), K (previous): on
beside-keys-off = Keys J (next), K (previous): off
page-number = Page { $number }
tabs = Parts of this page

mail-automatic = This message was sent automatically; there is no need to reply.
mail-help = Need help? Call { $hotline }.
