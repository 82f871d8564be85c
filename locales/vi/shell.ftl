# Words that stand around every page: header, menu, footer, and the parts that pages share.

portal-home = { $name }, trang chủ
skip-to-content = Đến nội dung chính

menu = Danh mục
menu-main = Danh mục chính
menu-services = Dịch vụ
menu-track = Tra cứu hồ sơ
menu-mine = Hồ sơ của tôi
menu-help = Hướng dẫn
menu-inbox = Hồ sơ cần xử lý
menu-mailbox = Hộp thư minh họa

sign-in = Đăng nhập
sign-up = Đăng ký
sign-out = Đăng xuất
signed-in-as = Bạn đang đăng nhập:

staff-side = Công việc
staff-area = Cán bộ

help-line = Cần giúp đỡ? Gọi { $hotline } ({ $hours }) hoặc đến Bộ phận Một cửa nơi bạn cư trú.
footer-links = Thông tin về cổng
footer-privacy = Bảo vệ dữ liệu cá nhân
footer-accessibility = Khả năng tiếp cận
footer-owner = { $name } { $province }, vận hành bằng phần mềm Một Cửa.
demo-ribbon = Bản minh họa: người, hồ sơ và số điện thoại ở đây không có thật.

back = Quay lại
breadcrumbs = Đường dẫn
error-prefix = Lỗi:
errors-left = Còn { $count } chỗ cần sửa
optional = (không bắt buộc)
show-password = Hiện
hide-password = Ẩn
show-password-label = Hiện mật khẩu
hide-password-label = Ẩn mật khẩu
change = Sửa
flash-success = Đã xong
flash-info = Thông báo
flash-warning = Lưu ý
warning = Lưu ý
copy = Sao chép
copied = Đã sao chép
print = In trang này

date-day = Ngày
date-month = Tháng
date-year = Năm
date-hour = Giờ
date-minute = Phút

file-choose = Chọn tệp hoặc chụp ảnh
file-remove = Xóa
file-retry = Thử lại
file-sending = Đang tải lên { $percent }%
file-checking = Đang kiểm tra tệp
file-received = Đã nhận
file-readable = Ảnh có đọc rõ không? Nếu mờ hoặc thiếu góc, hãy xóa rồi chụp lại.
file-dark = Ảnh này có vẻ tối. Nếu khó đọc, hãy xóa rồi chụp lại ở chỗ đủ sáng.
file-failed = Chưa tải được tệp này. Kiểm tra kết nối rồi chọn lại tệp.
file-too-large = Tệp lớn hơn { $limit }. Chụp lại ở độ phân giải nhỏ hơn hoặc chọn tệp khác.

autosave-saving = Đang lưu…
autosave-saved = Đã tự động lưu lúc { $time }
autosave-offline = Mất kết nối. Nội dung được giữ trên máy này và sẽ lưu khi có mạng.
autosave-failed = Chưa lưu được. Bấm nút bên dưới để lưu.
autosave-signed-out = Phiên đăng nhập đã hết. Đăng nhập lại để lưu; nội dung vẫn được giữ trên máy này.
autosave-conflict = Hồ sơ này vừa được sửa ở cửa sổ khác. Tải lại trang để xem bản mới nhất.
autosave-restored = Đã đưa lại nội dung bạn nhập lần trước nhưng chưa kịp lưu.
autosave-mine = Ở đây
autosave-theirs = Bản đã lưu

step-of = Bước { $current }/{ $total }
all-parts = Xem tất cả các phần
timeline-done = Đã xong
timeline-now = Đang ở bước này
timeline-later = Bước tiếp theo
page-previous = Trang trước
page-next = Trang sau
pages = Các trang
beside = Hồ sơ bên cạnh trong danh sách
beside-previous = Hồ sơ trước
beside-next = Hồ sơ sau
beside-at = Hồ sơ { $at } trong danh sách
beside-keys-on = Phím tắt J (sau), K (trước): đang bật
beside-keys-off = Phím tắt J (sau), K (trước): đang tắt
page-number = Trang { $number }
tabs = Các phần của trang

mail-automatic = Thư này do hệ thống gửi tự động, bạn không cần trả lời.
mail-help = Cần giúp đỡ? Gọi { $hotline }.
