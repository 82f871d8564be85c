# The inbox of notices on the portal.
notices-title = Notices
notices-bell = { $count ->
    [0] Notices
   *[other] Notices: { $count } unread
}
notices-unread = { $count ->
    [one] You have one unread notice.
   *[other] You have { $count } unread notices.
}
notices-new = New
notices-read-all = Mark all as read
notices-all-read = All notices are marked as read.
notices-none = No notices yet. News of your dossiers will be here.
notices-short = Everything the portal has told you

ways-title = How you are told
ways-portal = Every notice about a dossier is always in Notices on the portal.
ways-too = Tell me by these ways too
ways-email = E-mail to { $email }
ways-email-hint = When a dossier needs a supplement, is refused or has a result, a letter is sent even if you untick this, because of a deadline or a right of yours.
ways-sms = Text messages to { $phone }
ways-sms-hint = Short messages without your name. Not at night.
ways-no-phone = For text messages, first tell your telephone number:
ways-saved = Saved how you want to be told.
