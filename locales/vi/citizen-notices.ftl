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

ways-title = Cách nhận thông báo
ways-portal = Mọi thông báo về hồ sơ luôn nằm trong mục Thông báo trên cổng.
ways-too = Ngoài ra, báo cho tôi bằng
ways-email = Thư điện tử đến { $email }
ways-email-hint = Khi hồ sơ cần bổ sung, bị từ chối hoặc có kết quả, cổng vẫn gửi thư dù bạn bỏ chọn, vì có thời hạn hoặc quyền lợi của bạn.
ways-sms = Tin nhắn đến số { $phone }
ways-sms-hint = Tin ngắn không dấu, không có tên bạn. Không gửi vào ban đêm.
ways-no-phone = Muốn nhận tin nhắn, trước hết bạn cần ghi số điện thoại:
ways-saved = Đã lưu cách nhận thông báo.
