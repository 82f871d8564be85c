# Words of the register.

register-title = Sổ theo dõi hồ sơ
register-sheet = Sổ theo dõi
register-period = Từ ngày { $from } đến ngày { $to }
register-from = Tiếp nhận từ ngày
register-to = Đến ngày
register-unit = Đơn vị
register-all-units = Tất cả đơn vị của tôi
register-field = Lĩnh vực
register-all-fields = Tất cả lĩnh vực
register-show = Xem sổ
register-xlsx = Tải tệp Excel (XLSX)
register-csv = Tải tệp CSV
register-whole = Hiện cả kỳ để in
register-empty = Không có hồ sơ nào được tiếp nhận trong thời gian này.
register-empty-hint = Chọn khoảng ngày khác, hoặc bỏ chọn lĩnh vực.

register-number = TT
register-code = Mã hồ sơ
register-service = Nội dung (tên thủ tục)
register-sets = Số bộ hồ sơ
register-applicant = Tên cá nhân, tổ chức
register-address = Địa chỉ
register-contact = Số điện thoại, e-mail
register-received = Ngày nhận
register-due = Hẹn trả kết quả
register-finished = Ngày có kết quả
register-returned = Ngày trả kết quả
register-method = Phương thức nhận
register-handed-by = Bên giao
register-receiver = Bên nhận
register-received-by = Người nhận hồ sơ
register-note = Ghi chú
register-book-full = Tệp Excel chỉ chứa { $most } hồ sơ đầu tiên. Chọn khoảng ngày ngắn hơn, hoặc tải tệp CSV để có đủ.
register-book-bound = Tệp Excel chứa nhiều nhất 50.000 hồ sơ; tệp CSV không giới hạn.
