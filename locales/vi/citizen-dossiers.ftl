# Hồ sơ của tôi, trang một hồ sơ, rút hồ sơ.

mine-title = Hồ sơ của tôi
mine-empty = Bạn chưa có hồ sơ nào. Hãy tìm dịch vụ bạn cần để bắt đầu.
mine-find-service = Tìm dịch vụ
mine-to-do = Cần bạn làm
mine-running = Đang xử lý
mine-drafts = Bản nháp
mine-done = Đã xong
mine-answer-until = bổ sung trước { $day }
mine-due = hẹn trả { $day }
mine-submitted = nộp { $day }
mine-supplement-now = Bổ sung ngay
mine-see-result = Xem kết quả
mine-draft-kept = lưu lúc { $saved }, giữ đến hết { $until }
mine-draft-continue = Làm tiếp
mine-draft-discard = Xóa bản nháp

dossier-title = Hồ sơ { $code }
dossier-code = Mã hồ sơ
dossier-road = Tiến trình
dossier-history = Xem mọi việc đã diễn ra
dossier-answers = Nội dung đã khai
dossier-answers-show = Xem nội dung đã khai
dossier-documents = Giấy tờ đã nộp
dossier-facts = Thông tin hồ sơ
dossier-why-this-day = Vì sao là ngày này?
dossier-withdraw = Rút hồ sơ
dossier-again = Nộp hồ sơ mới với nội dung này
dossier-paper = { $title } số { $number } (PDF)
dossier-meanwhile = Hồ sơ vừa có thay đổi lúc { $at }: { $what }. Việc bạn vừa làm chưa được thực hiện.

dossier-supplement-tag = Cần bạn bổ sung
dossier-supplement-title = Bổ sung { $count } mục trước { $day }
dossier-supplement-paused = Thời hạn xử lý tạm dừng trong lúc chờ bạn bổ sung.
dossier-supplement-else = Nếu không bổ sung đến hết { $day }, cơ quan có thể trả lại hồ sơ.
dossier-answered-tag = Đã gửi bổ sung
dossier-answered-title = Bạn đã gửi bổ sung lúc { $at }
dossier-answered-next = { $agency } đang xem nội dung bạn gửi. Thời hạn xử lý chạy tiếp khi cán bộ nhận đủ.
dossier-not-accepted-title = { $agency } không tiếp nhận hồ sơ này
dossier-refused-title = { $agency } không giải quyết hồ sơ này
dossier-refused-what = Nếu chưa rõ lý do hoặc không đồng ý, bạn có thể gọi { $phone }, đến { $agency } hỏi lại, hoặc khiếu nại theo quy định. Bạn cũng có thể nộp lại khi đã có đủ điều kiện.
dossier-apply-again = Nộp hồ sơ mới
dossier-finished-title = Đã có kết quả
dossier-finished-online = Tải kết quả tại trang này. Kết quả được gửi từ { $agency }.
dossier-finished-counter = Bạn xem trước kết quả tại đây và nhận bản giấy tại { $agency }. Nhớ mang theo giấy tờ tùy thân.
dossier-returned-title = Đã trả kết quả { $day }
dossier-download-result = Tải kết quả (PDF)
dossier-registered-title = Hồ sơ đã nộp, đang chờ tiếp nhận
dossier-registered-next = Bộ phận Một cửa của { $agency } đang kiểm tra hồ sơ. Bạn sẽ nhận thư điện tử ngay khi hồ sơ được tiếp nhận.
dossier-registered-due = Bạn được trả lời chậm nhất { $at }.
dossier-processing-title = Hồ sơ đang được xử lý
dossier-processing-due = Hẹn trả kết quả { $at }
dossier-processing-step = Hiện ở bước: { $step }.
dossier-late-sorry = { $agency } xin lỗi bạn vì hồ sơ đã quá hạn. Đơn vị này chịu trách nhiệm trả lời bạn. Bạn có thể gọi { $phone } để hỏi ngày trả mới.

fact-submitted = Ngày nộp
fact-accepted = Tiếp nhận
fact-due = Hẹn trả
fact-standing = Thời hạn
fact-finished = Có kết quả
fact-fee = Lệ phí
fact-no-fee = Không thu
fact-return = Nhận kết quả
fact-agency = Nơi xử lý

road-your-turn = Đến lượt bạn
road-by-you = Bạn
road-by-portal = Cổng tự động
road-to-step = Chuyển đến: { $step }
road-due = Hẹn trả { $day }
road-answer-until = Bổ sung trước { $day }

withdrawal-title = Rút hồ sơ này?
withdrawal-warning = Hồ sơ đã rút không mở lại được. Muốn làm tiếp, bạn phải nộp hồ sơ mới.
withdrawal-reason = Lý do
withdrawal-keep = Không rút, quay lại hồ sơ
withdrawal-done = Đã rút hồ sơ { $code }.

file-waiting = Tệp này đang được kiểm tra an toàn. Hãy mở lại sau vài phút.
file-infected = Tệp này có mã độc nên không ai mở được. Hãy gửi lại tệp khác.
fact-owner = Chủ hồ sơ

claim-title = Thêm hồ sơ đã nộp tại quầy
claim-what = Hồ sơ bạn nộp tại bộ phận Một cửa hoặc qua bưu chính có thể theo dõi ngay trong tài khoản này. Thông tin cần nhập có trên Giấy tiếp nhận.
claim-code = Mã hồ sơ
claim-check-code = Mã kiểm tra
claim-check-code-hint = In cạnh mã QR trên Giấy tiếp nhận hồ sơ.
claim-last-four = 4 số cuối của số điện thoại hoặc số định danh bạn đã khai
claim-button = Thêm vào tài khoản
claim-fault-check-code = Nhập mã kiểm tra in cạnh mã QR
claim-not-found = Không tìm thấy hồ sơ khớp cả ba thông tin, hoặc hồ sơ đã có trong một tài khoản. Kiểm tra lại trên Giấy tiếp nhận, hoặc hỏi bộ phận Một cửa.
claim-done = Đã thêm hồ sơ { $code } vào tài khoản của bạn.
