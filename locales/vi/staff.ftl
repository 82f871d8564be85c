# Words of the desk.

side-work = Công việc
side-watch = Theo dõi

queue-mine = Đang ở bước của tôi
queue-held = Giao cho tôi
queue-late = Quá hạn
queue-today = Đến hạn hôm nay
queue-new = Chờ tiếp nhận
queue-waiting = Chờ công dân bổ sung
queue-to-sign = Chờ ký duyệt
queue-to-return = Chờ trả kết quả
queue-open = Đang giải quyết
queue-all = Tất cả hồ sơ


inbox-search = Tìm theo mã, họ tên, số định danh, số điện thoại
inbox-service = Dịch vụ
inbox-all-services = Tất cả dịch vụ
inbox-channel = Nguồn nộp
inbox-filter = Lọc
inbox-filtered = Danh sách đang được lọc.
inbox-clear = Bỏ bộ lọc
inbox-see-all = Xem mọi hồ sơ đang giải quyết
inbox-empty = Không có hồ sơ nào trong danh sách này.
inbox-code = Mã hồ sơ
inbox-applicant = Người nộp
inbox-what = Dịch vụ
inbox-step = Bước hiện tại
inbox-deadline = Thời hạn
inbox-due = Hẹn trả
inbox-mine = Bước của bạn
inbox-news = Có nội dung mới từ công dân

bench-back = Danh sách hồ sơ
bench-documents = Giấy tờ
bench-answers = Tờ khai
bench-jumps = Các phần của trang
bench-no-documents = Hồ sơ này không có tệp đính kèm.
bench-not-given = Chưa có tệp cho: { $names }
bench-no-preview = Trình duyệt không hiển thị được loại tệp này.
bench-download = Tải tệp về
bench-open-file = Mở “{ $name }” ở cửa sổ mới
bench-changes-title = Công dân đã bổ sung
bench-acts = Xử lý hồ sơ
bench-act-on-step = Xử lý bước “{ $step }”
bench-note = Ý kiến chuyển bước
bench-note-hint = Cán bộ bước sau đọc; công dân không thấy.
bench-forward-to = Chuyển bước: { $step }
bench-waits-for-citizen = Hồ sơ đang chờ công dân bổ sung. Thời hạn giải quyết tạm dừng.
bench-waits-for-step = Hồ sơ đang ở bước “{ $step }” của cán bộ khác.
bench-ended = Hồ sơ đã kết thúc, không còn việc phải làm.
bench-result = Kết quả
bench-result-file = Xem văn bản kết quả
bench-facts = Thông tin hồ sơ
bench-why = Vì sao hẹn trả ngày này?
bench-papers = Văn bản đã phát hành
bench-history = Lịch sử xử lý

desk-fact-status = Trạng thái
desk-fact-channel = Nguồn nộp
desk-fact-submitted = Ngày nộp
desk-fact-accepted = Ngày tiếp nhận
desk-fact-due = Hẹn trả kết quả
desk-fact-step-due = Hạn của bước này
desk-fact-fee = Phí, lệ phí
desk-fact-phone = Số điện thoại
desk-fact-email = E-mail
desk-fact-personal-id = Số định danh cá nhân
desk-fact-agency = Cơ quan giải quyết

ask-title = Yêu cầu bổ sung hồ sơ
ask-once = Chỉ được yêu cầu bổ sung một lần trong quá trình giải quyết: hãy nêu mọi nội dung cần bổ sung. Thời hạn giải quyết tạm dừng trong lúc chờ.
ask-items = Công dân cần bổ sung, sửa những mục nào?
ask-reason = Lý do và hướng dẫn cho công dân
ask-reason-hint = Viết để công dân hiểu ngay phải làm gì, ví dụ: “Ảnh trích lục bị mờ phần số và ngày. Hãy chụp lại dưới ánh sáng đủ, thấy rõ 4 góc.”
ask-days = Số ngày để công dân bổ sung
ask-days-hint = Từ 1 đến 60 ngày.
ask-send = Gửi yêu cầu bổ sung
ask-canned = Lý do thường gặp
ask-canned-hint = Đánh dấu lý do nào thì câu đó được đưa vào đầu ô dưới đây; sau khi xem trước vẫn sửa được.
ask-preview = Xem trước
ask-preview-title = Người nộp sẽ đọc như sau
ask-preview-what = Chưa gửi. Sửa ở dưới nếu cần, rồi bấm Gửi yêu cầu bổ sung.
ask-preview-until = Bổ sung trước { $day }
canned-blurred = Ảnh chụp bị mờ hoặc thiếu góc, không đọc được. Đề nghị chụp lại rõ, đủ bốn góc.
canned-pages = Tệp gửi thiếu trang. Đề nghị gửi đủ các trang, cả mặt sau.
canned-expired = Giấy tờ đã hết giá trị sử dụng. Đề nghị gửi giấy tờ còn giá trị.
canned-other-paper = Tệp gửi không phải giấy tờ được yêu cầu. Đề nghị gửi đúng giấy tờ.
canned-mismatch = Nội dung khai không khớp với giấy tờ đã gửi. Đề nghị sửa lại cho khớp, hoặc gửi đúng giấy tờ.
canned-unsigned = Giấy tờ chưa có chữ ký. Đề nghị ký rồi gửi lại.

refuse-title = Từ chối giải quyết hồ sơ
refuse-explained = Công dân nhận Phiếu từ chối nêu lý do và căn cứ. Không thể hoàn tác.
refuse-reason = Lý do từ chối
refuse-reason-hint = Nêu rõ điều kiện nào không đáp ứng, theo quy định nào, và công dân có thể làm gì tiếp.
refuse-button = Từ chối hồ sơ

send-back-title = Trả lại bước trước
send-back-explained = Hồ sơ trở về bước “{ $step }”. Công dân không thấy nội dung này.
send-back-reason = Lý do trả lại
send-back-reason-hint = Cán bộ bước trước cần làm lại điều gì?
send-back-button = Trả lại bước trước

issue-title = Ban hành kết quả
issue-explained = Lấy số, ngày, người ký và đính kèm văn bản đã ký. Công dân được báo ngay khi ban hành.
issue-number = Số, ký hiệu
issue-number-hint = Ví dụ: 12/UBND-XNTTHN
issue-date = Ngày ban hành
issue-signer = Người ký
issue-signer-hint = Họ tên và chức vụ
issue-summary = Trích yếu
issue-file = Văn bản kết quả (PDF)
issue-file-generated = Nếu không chọn tệp, hệ thống lập văn bản theo mẫu của dịch vụ.
issue-file-needed = Bản quét hoặc bản ký số, tối đa 20 MB.
issue-button = Ban hành và báo công dân

handover-title = Trả kết quả tại quầy
handover-explained = Ghi nhận người đã nhận kết quả. Thời điểm nhận là bây giờ.
handover-receiver = Họ và tên người nhận
handover-receiver-hint = Nếu nhận thay, ghi thêm quan hệ với chủ hồ sơ.
handover-button = Ghi nhận đã trả kết quả

act-accepted = Đã tiếp nhận hồ sơ { $code }. Hẹn trả kết quả: { $due }.
act-forwarded = Đã chuyển hồ sơ { $code } sang bước “{ $step }”.
act-approved = Đã ký duyệt hồ sơ { $code }, chuyển sang bước “{ $step }”.
act-supplement-completed = Đã nhận bổ sung. Thời hạn tính tiếp, hẹn trả: { $due }.
act-supplement-requested = Đã gửi yêu cầu bổ sung cho công dân. Thời hạn tạm dừng.
act-refused = Đã ghi nhận từ chối hồ sơ { $code }; công dân đã được báo.
act-sent-back = Đã trả hồ sơ { $code } về bước “{ $step }”.
act-issued = Đã ban hành kết quả của hồ sơ { $code }; công dân đã được báo.
act-returned = Đã ghi nhận trả kết quả hồ sơ { $code }.
act-meanwhile = Chưa thực hiện: { $name } đã xử lý hồ sơ này lúc { $at } ({ $what }). Xem lại hồ sơ rồi quyết định tiếp.
desk-fact-owner = Chủ hồ sơ

staff-reset-title = Đặt lại xác thực hai bước của đồng nghiệp
staff-reset-what = Dùng khi cán bộ của đơn vị mất điện thoại và không còn mã dự phòng. Mọi thiết bị của người đó bị đăng xuất; lần đăng nhập sau chỉ cần mật khẩu, rồi phải cài đặt mã mới trước khi mở được hồ sơ.
staff-reset-sure = Chỉ làm khi bạn đã gặp trực tiếp người đó. Kẻ gian hay gọi điện giả làm đồng nghiệp.
staff-reset-email = Địa chỉ e-mail của cán bộ
staff-reset-reason = Lý do
staff-reset-reason-hint = Được lưu vào nhật ký, ví dụ: mất điện thoại ngày 23/11
staff-reset-password = Mật khẩu của bạn
staff-reset-do = Đặt lại xác thực hai bước
staff-reset-wrong-email = Nhập địa chỉ e-mail của cán bộ, ví dụ hotich@example.vn
staff-reset-no-reason = Ghi lý do
staff-reset-nobody = Không có cán bộ nào khác của đơn vị bạn dùng địa chỉ này. Kiểm tra lại địa chỉ.
staff-reset-done = Đã đặt lại xác thực hai bước của { $email }. Người đó đã được báo bằng thư.
