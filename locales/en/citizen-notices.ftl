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
