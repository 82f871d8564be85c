# Hộp thông báo trên cổng.
notices-title = Thông báo
notices-bell = { $count ->
    [0] Thông báo
   *[other] Thông báo: { $count } chưa đọc
}
notices-unread = Bạn có { $count } thông báo chưa đọc.
notices-new = Mới
notices-read-all = Đánh dấu tất cả đã đọc
notices-all-read = Đã đánh dấu tất cả thông báo là đã đọc.
notices-none = Chưa có thông báo nào. Khi hồ sơ của bạn có tin mới, thông báo nằm ở đây.
notices-short = Mọi điều cổng đã báo cho bạn
