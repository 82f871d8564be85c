# Tài khoản của tôi.
account-title = Tài khoản của tôi
account-safety = Bảo vệ tài khoản
account-wrong-password = Mật khẩu chưa đúng. Kiểm tra lại rồi nhập lần nữa.
account-wrong-code = Mã chưa đúng. Nhập 6 chữ số đang hiện trên điện thoại.
account-password-now = Mật khẩu hiện tại
account-password-why = Nhập lại để chắc chắn là chính bạn

account-second-title = Xác thực hai bước
account-second-short = Ngoài mật khẩu, cần thêm mã trên điện thoại để đăng nhập
account-second-on = Đang bật
account-second-off = Chưa bật
account-second-turn-on = Bật
account-second-on-title = Xác thực hai bước đang bật
account-second-on-what = Mỗi lần đăng nhập, bạn nhập thêm mã trên điện thoại.
account-second-is-off = Đã tắt xác thực hai bước.
account-second-keep = Cán bộ không tắt được xác thực hai bước. Khi đổi điện thoại, hãy dùng mã dự phòng hoặc nhờ quản trị viên.
account-second-turn-off = Tắt xác thực hai bước
account-second-required-title = Cán bộ cần xác thực hai bước
account-second-required = Hồ sơ của người dân chỉ mở cho cán bộ đã cài đặt mã xác thực. Cài đặt mất khoảng hai phút.
account-second-why = Nếu ai đó biết mật khẩu của bạn, họ vẫn không đăng nhập được khi thiếu mã trên điện thoại của bạn.
account-second-need = Bạn cần có
account-second-need-phone = điện thoại của bạn
account-second-need-app = một ứng dụng xác thực trên điện thoại, loại hiện mã 6 chữ số
account-second-need-minutes = khoảng hai phút
account-second-begin = Bắt đầu cài đặt

account-set-up-title = Cài đặt mã trên điện thoại
account-set-up-scan = 1. Quét mã này
account-set-up-scan-how = Mở ứng dụng xác thực, chọn thêm tài khoản rồi quét mã vuông dưới đây.
account-set-up-qr = Mã vuông để quét bằng ứng dụng xác thực. Nếu không quét được, hãy nhập tay dãy chữ ở dưới.
account-set-up-by-hand = Không quét được? Nhập tay
account-set-up-by-hand-how = Trong ứng dụng, chọn nhập khóa thiết lập, loại theo thời gian, rồi nhập dãy chữ này:
account-set-up-prove = 2. Nhập mã đang hiện
account-set-up-code = Mã trên điện thoại
account-set-up-confirm = Bật xác thực hai bước

account-codes-title = Mã dự phòng
account-codes-heading = Cất giữ mã dự phòng
account-codes-left = { $count ->
    [0] Bạn không còn mã dự phòng nào. Hãy tạo mã mới.
   *[other] Bạn còn { $count } mã dự phòng để dùng khi không có điện thoại.
}
account-codes-renew = Tạo mã dự phòng mới
account-codes-once = Các mã này chỉ hiện một lần. Hãy in hoặc chép ra giấy ngay bây giờ.
account-codes-how = Khi mất điện thoại, bạn đăng nhập bằng một trong các mã này. Mỗi mã dùng một lần. Cất ở nơi an toàn, không để cùng điện thoại.
account-codes-kept = Tôi đã cất giữ các mã

account-again-title-codes = Tạo mã dự phòng mới
account-again-what-codes = Bạn sẽ nhận 10 mã mới. Mọi mã cũ không dùng được nữa.
account-again-do-codes = Tạo mã mới
account-again-title-off = Tắt xác thực hai bước
account-again-what-off = Sau khi tắt, ai biết mật khẩu của bạn là đăng nhập được.
account-again-do-off = Tắt xác thực hai bước
account-again-keep = Để nguyên như cũ
account-again-title-close = Đóng tài khoản
account-again-what-close = Sau khi đóng, bạn không đăng nhập được nữa. Hồ sơ đã nộp vẫn được giải quyết và lưu giữ theo quy định; bạn tra cứu bằng mã hồ sơ hoặc đến Bộ phận Một cửa.
account-again-do-close = Đóng tài khoản của tôi

account-see = Xem
account-save = Lưu thay đổi
account-not-given = Chưa có
account-details-title = Thông tin của tôi
account-details-what = Những thông tin này được điền sẵn vào tờ khai mới. Hồ sơ đã nộp không thay đổi theo.
account-details-saved = Đã lưu thông tin của bạn.
account-address = Địa chỉ
account-address-hint = Số nhà, đường hoặc thôn; xã, phường; tỉnh, thành phố
account-lang = Ngôn ngữ
account-lang-vi = Tiếng Việt
account-lang-en = Tiếng Anh

account-password-title = Mật khẩu
account-password-heading = Đổi mật khẩu
account-password-what = Sau khi đổi, mọi thiết bị khác đang đăng nhập sẽ bị đăng xuất.
account-password-new = Mật khẩu mới
account-password-changed = Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.

account-email-title = Địa chỉ e-mail
account-email-heading = Đổi địa chỉ e-mail
account-email-now = Địa chỉ hiện nay: { $email }
account-email-how = Chúng tôi gửi thư xác nhận đến địa chỉ mới. Địa chỉ chỉ thay đổi khi bạn mở liên kết trong thư đó; địa chỉ cũ cũng nhận được một thư báo.
account-email-new = Địa chỉ e-mail mới
account-email-send = Gửi thư xác nhận
account-email-same = Đây là địa chỉ bạn đang dùng. Nhập địa chỉ khác.
account-email-sent = Đã gửi thư xác nhận đến { $email }. Hãy mở thư và bấm liên kết trong đó.
account-email-changed = Từ nay bạn đăng nhập bằng { $email }.
account-link-title = Xác nhận địa chỉ e-mail mới
account-link-what = Từ nay bạn sẽ đăng nhập và nhận thư tại { $email }.
account-link-do = Dùng địa chỉ này
account-link-dead-title = Liên kết này không dùng được
account-link-dead = Liên kết đã hết hạn, đã dùng rồi, hoặc thuộc về tài khoản khác. Hãy đăng nhập đúng tài khoản, hoặc yêu cầu gửi thư mới.

account-devices-title = Thiết bị đang đăng nhập
account-devices-short = Xem nơi tài khoản đang được dùng, đăng xuất từ xa
account-devices-what = Thấy thiết bị lạ? Hãy đăng xuất thiết bị đó và đổi mật khẩu:
account-device-unknown = Trình duyệt không rõ tên
account-device-times = Đăng nhập lúc { $since }. Dùng gần nhất lúc { $seen }.
account-device-this = Thiết bị này
account-device-end = Đăng xuất
account-devices-end = Đăng xuất mọi thiết bị khác
account-device-ended = Đã đăng xuất thiết bị đó.
account-devices-ended = Đã đăng xuất mọi thiết bị khác.

account-data-title = Dữ liệu của tôi
account-data-more = Tải bản sao dữ liệu, đóng tài khoản
account-data-what = Cổng lưu thông tin tài khoản, hồ sơ và tệp bạn gửi, cùng những thông báo đã gửi cho bạn.
account-copy-title = Bản sao dữ liệu
account-copy-what = Tải về một tệp JSON gồm thông tin tài khoản, mọi hồ sơ và bản nháp, danh sách tệp và thông báo. Hãy giữ tệp này cẩn thận.
account-copy-do = Tải bản sao dữ liệu
account-close-short = Nếu không dùng cổng nữa, bạn có thể đóng tài khoản.
account-close-official = Tài khoản cán bộ chỉ đóng được sau khi quản trị viên kết thúc nhiệm vụ của bạn trên cổng.
account-closed = Đã đóng tài khoản của bạn.

account-readers-title = Ai đã xem hồ sơ của tôi
account-readers-what = Mỗi lần cán bộ mở hồ sơ hoặc tệp của bạn đều được ghi lại ở đây. Nếu thấy điều gì lạ, hãy gọi tổng đài.
account-readers-none = Chưa có cán bộ nào mở hồ sơ của bạn.
account-readers-once = Xem ngày { $day }, lúc { $time }.
account-readers-times = Xem { $count } lần ngày { $day }, từ { $first } đến { $last }.
account-readers-files = Có mở tệp đính kèm.
account-readers-former = Cán bộ nay đã thôi nhiệm vụ
account-readers-of = Hồ sơ
