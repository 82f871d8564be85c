# The acts around the work at the desk, and what other agencies ask.

bench-seldom = Việc khác
bench-send-draft = Gửi bản dự thảo để công dân kiểm tra
bench-forward-aside = Chuyển qua bước: { $step }
bench-opinions = Ý kiến cơ quan khác
bench-waits-for-payment = Hồ sơ đang chờ công dân nộp phí, lệ phí. Thời hạn giải quyết tạm dừng.
bench-waits-for-draft = Công dân đang kiểm tra bản dự thảo. Hết thời gian mà không trả lời là đồng ý; hồ sơ tự chuyển bước.
desk-fee-paid = Đã thu lúc { $at }

alert-withdrawal = Công dân xin rút hồ sơ lúc { $at }
alert-stopped = Hồ sơ đã dừng giải quyết từ { $at }
alert-payment = Chờ công dân nộp { $amount }, yêu cầu lúc { $at }
alert-extended = Đã xin lỗi và hẹn lại: trả kết quả { $due }
alert-supplement = Chờ công dân bổ sung đến { $until }
alert-correction = Công dân đề nghị sửa bản dự thảo lúc { $at }

act-citizen-says = Lý do của công dân
act-stopped-because = Lý do đã dừng

stop-title = Dừng giải quyết hồ sơ
stop-explained = Thời hạn tạm dừng. Công dân nhận Thông báo dừng giải quyết nêu rõ lý do.
stop-reason = Lý do dừng
stop-reason-hint = Nêu việc phải chờ, căn cứ và khi nào giải quyết tiếp, để công dân hiểu.
stop-button = Dừng giải quyết và báo công dân
act-stopped = Đã dừng giải quyết hồ sơ { $code }; công dân đã được báo.

resume-title = Tiếp tục giải quyết hồ sơ
resume-explained = Thời hạn chạy tiếp với phần thời gian còn lại. Công dân nhận ngày hẹn trả mới.
resume-note = Ghi chú cho cán bộ xử lý
resume-note-hint = Công dân không thấy nội dung này.
resume-button = Tiếp tục giải quyết
act-resumed = Hồ sơ { $code } được giải quyết tiếp. Hẹn trả kết quả: { $due }.

ask-fee-title = Yêu cầu công dân nộp phí, lệ phí
ask-fee-explained = Thời hạn tạm dừng đến khi thu được tiền. Công dân được báo số tiền và cách nộp.
ask-fee-reason = Giải thích cho công dân
ask-fee-reason-hint = Ví dụ: “Lệ phí cấp 2 bản sao, mỗi bản 8.000 đồng.”
ask-fee-button = Gửi yêu cầu nộp tiền
act-fee-asked = Đã yêu cầu công dân nộp tiền. Thời hạn tạm dừng.

agree-title = Đồng ý cho rút hồ sơ
agree-explained = Hồ sơ kết thúc, công dân nhận lại giấy tờ đã nộp. Không thể hoàn tác.
agree-note = Lời nhắn cho công dân
agree-note-hint = Ví dụ: nhận lại bản chính ở đâu, khi nào.
agree-button = Đồng ý cho rút
act-withdrawal-agreed = Đã cho rút hồ sơ { $code }; công dân đã được báo.

decline-title = Không đồng ý cho rút hồ sơ
decline-explained = Hồ sơ được giải quyết tiếp. Công dân nhận lý do.
decline-reason = Lý do
decline-reason-hint = Ví dụ: kết quả đã được ký, chỉ còn chờ trả.
decline-button = Gửi lý do và giải quyết tiếp
act-withdrawal-declined = Đã trả lời công dân; hồ sơ { $code } được giải quyết tiếp.

payment-title = Thu phí, lệ phí
payment-amount = Số tiền phải thu
payment-explained = Biên nhận được lập ngay khi ghi nhận. Hồ sơ đang chờ tiền sẽ được giải quyết tiếp.
payment-method = Hình thức nộp
payment-cash = Tiền mặt tại quầy
payment-transfer = Chuyển khoản
payment-payer = Họ và tên người nộp tiền
payment-button = Ghi nhận đã thu và lập biên nhận
act-fee-taken = Đã thu tiền của hồ sơ { $code }. Biên nhận nằm trong mục “Văn bản đã phát hành”.

extend-title = Xin lỗi và hẹn lại ngày trả kết quả
extend-explained = Chỉ được hẹn lại một lần. Công dân nhận Phiếu xin lỗi với lý do và ngày mới.
extend-due = Ngày hẹn trả hiện nay
extend-day = Ngày hẹn trả mới
extend-day-hint = Một ngày làm việc sau ngày hẹn hiện nay, ví dụ 05/12/2026. Kết quả được trả chậm nhất cuối giờ làm việc ngày đó.
extend-reason = Lý do chậm
extend-reason-hint = Công dân đọc nguyên văn lý do này trong Phiếu xin lỗi.
extend-button = Gửi phiếu xin lỗi và hẹn lại
act-extended = Đã gửi phiếu xin lỗi. Hẹn trả kết quả mới: { $due }.

consult-title = Xin ý kiến cơ quan khác
consult-explained = Hồ sơ ở lại bước hiện tại trong lúc chờ trả lời. Cơ quan được hỏi chỉ thấy câu hỏi, không thấy hồ sơ.
consult-rule = Thời gian trả lời: { $limit }. { $silence }
consult-silence-consent = Hết thời gian mà không trả lời là đồng ý.
consult-silence-none = Hết thời gian mà không trả lời thì cơ quan hỏi tự quyết định.
consult-choose = Chọn cơ quan
consult-agency = Cơ quan được hỏi
consult-question = Nội dung xin ý kiến
consult-question-hint = Nêu đủ để cơ quan kia trả lời được mà không cần xem hồ sơ; chỉ nêu thông tin cá nhân cần thiết.
consult-button = Gửi xin ý kiến
consult-nothing = Bước này không có việc gì cần xin ý kiến cơ quan khác.
act-consulted = Đã gửi xin ý kiến. Câu trả lời sẽ hiện ở hồ sơ { $code }.

opinion-agrees = Đồng ý
opinion-disagrees = Không đồng ý
opinion-informs = Cung cấp thông tin
opinion-answered = trả lời { $at }
opinion-waits = Chờ trả lời đến { $at }
opinion-lapsed = Không trả lời; đã hết thời gian { $at }
opinion-lapsed-consent = Không trả lời, được hiểu là đồng ý từ { $at }
opinion-sent = Đã gửi trả lời cho { $agency }.

opinions-title = Ý kiến được hỏi
opinions-asking = { $agency } xin ý kiến
opinions-until = Trả lời trước { $at }
opinions-none = Không có cơ quan nào đang chờ ý kiến của đơn vị bạn.
opinions-answer-of = Trả lời của { $agency }
opinions-opinion = Ý kiến
opinions-answer = Nội dung trả lời
opinions-send = Gửi trả lời
opinions-closed = Câu hỏi này đã được trả lời hoặc đã hết thời gian.

act-recalled = Đã thu hồi hồ sơ { $code } về bước “{ $step }”.

issue-file-too-large = Tệp lớn hơn { $limit } MB. Hãy quét ở chế độ đen trắng hoặc giảm độ phân giải rồi chọn lại tệp.
issue-file-empty = Tệp rỗng. Hãy chọn lại tệp kết quả.
issue-file-not-pdf = “{ $name }” không phải tệp PDF. Hãy lưu văn bản dưới dạng PDF rồi chọn lại.
handover-id = Số giấy tờ tùy thân của người nhận
handover-id-hint = Số định danh, căn cước hoặc hộ chiếu mà người nhận xuất trình.

hands-free = Chưa giao cho ai: ai ở bước này cũng xử lý được.
hands-mine = Đang giao cho bạn.
hands-of = Đang giao cho { $name }.
hands-take = Tôi nhận việc này
hands-lay-down = Trả về hàng chung
hands-take-back = Lấy lại về hàng chung
hands-give = Giao cho người khác

assign-title = Giao việc
assign-to = Giao cho
assign-hint = Chỉ những người làm được bước này. Người đang có ít việc nhất đứng đầu.
assign-load = Đang giữ { $open } hồ sơ
assign-load-late = Đang giữ { $open } hồ sơ, { $late } quá hạn
assign-nobody = Không giao cho riêng ai
assign-nobody-hint = Hồ sơ trở về hàng chung của bước.
assign-no-one = Hôm nay không có ai trong đơn vị làm được bước này.
assign-button = Giao việc
assign-by-load = Chia theo số việc đang có
assign-by-load-hint = Chia đều: hồ sơ chưa có người xử lý lần lượt vào tay người đang giữ ít nhất.
assign-look = Xem trước
act-assigned = Đã giao hồ sơ { $code } ở bước “{ $step }”.
act-freed = Hồ sơ { $code } đã trở về hàng chung của bước “{ $step }”.

alert-present = { $name } đang mở hồ sơ này từ { $at }
note-added = Đã thêm ghi chú.
notes-title = Ghi chú nội bộ
notes-label = Thêm ghi chú
notes-hint = Chỉ cán bộ trong đơn vị đọc được; không sửa, không xóa được.
notes-button = Thêm ghi chú
view-size = Cỡ ảnh
view-fit = Vừa khung
view-turn = Xoay ảnh
