# Bắt đầu, chọn nơi nộp, điền, giấy tờ, kiểm tra lại, nộp, bổ sung.

begin-have-draft = Bạn có bản nháp chưa nộp
begin-continue = Làm tiếp bản nháp lưu lúc { $at }
begin-who = Ai được nộp
begin-prepare = Chuẩn bị sẵn
begin-paper-when = { $name } (chỉ khi áp dụng với bạn)
begin-paper-data = { $name } (khi cơ sở dữ liệu chưa có)
begin-paper-optional = { $name } (không bắt buộc)
begin-not-needed = Bạn không phải nộp
begin-saved-by-itself = Nội dung bạn nhập được lưu tự động. Bạn có thể dừng lại và làm tiếp bất cứ lúc nào.
begin-start = Bắt đầu
begin-new = Bắt đầu hồ sơ mới
begin-not-online = Dịch vụ này chưa nhận hồ sơ trực tuyến. Bạn nộp trực tiếp tại Bộ phận Một cửa.
begin-draft-made = Đã tạo bản nháp. Nội dung được lưu trong mục Hồ sơ của tôi.

draft-continue = Lưu và tiếp tục
draft-leave = Lưu nháp và thoát
draft-saved = Đã lưu bản nháp.

agency-title = Nộp hồ sơ ở đâu?
agency-what = Chọn xã, phường sẽ nhận và giải quyết hồ sơ của bạn. Hồ sơ do Ủy ban nhân dân nơi đó giải quyết.
agency-search = Tìm xã, phường
agency-search-hint = Gõ tên mới hoặc tên cũ trước ngày 01/07/2025, có dấu hay không dấu đều được
agency-search-button = Tìm
agency-no-hit = Không tìm thấy “{ $sought }”. Hãy thử tên khác, hoặc chọn trong danh sách dưới đây.
agency-hits = Kết quả tìm “{ $sought }”
agency-suggested = Nơi nộp phù hợp
agency-your-home = Nơi cư trú trong tài khoản của bạn
agency-formerly = Gồm { $name } trước đây
agency-other = Chọn nơi khác
agency-other-how = Tìm tên xã, phường ở ô phía trên rồi chọn trong kết quả.
agency-all = Xã, phường
agency-choose = Chọn xã, phường
agency-missing = Chọn xã, phường nơi bạn nộp hồ sơ
agency-not-competent = Nơi này không giải quyết dịch vụ bạn chọn. Hãy chọn xã, phường khác.

conflict-title = Trang này vừa được sửa ở cửa sổ khác
conflict-what = Lúc { $at }, nội dung khác đã được lưu cho trang này. Chưa có gì bị ghi đè. Hãy chọn nội dung bạn muốn giữ.
conflict-question = Câu hỏi
conflict-keep-mine = Giữ nội dung vừa nhập ở đây
conflict-keep-theirs = Giữ bản đã lưu

documents-title = Giấy tờ
documents-how = Gửi ảnh chụp hoặc tệp PDF, mỗi tệp tối đa { $limit }. Có thể gửi nhiều tệp cho một giấy tờ.
documents-photo-help = Chụp thế nào cho rõ?
documents-photo-advice = Đặt giấy trên nền tối, đủ ánh sáng, không lóa đèn. Chụp thẳng, thấy đủ bốn góc và đọc rõ mọi chữ.
documents-send = Tải các tệp đã chọn lên
documents-missing = Chọn tệp cho “{ $name }”
upload-too-large = Tệp “{ $name }” lớn hơn { $limit }. Hãy chụp lại ở độ phân giải nhỏ hơn hoặc chọn tệp khác.
upload-empty = Tệp “{ $name }” trống. Hãy chọn tệp khác.
upload-broken = Kết nối bị ngắt khi gửi tệp “{ $name }”. Hãy chọn lại tệp.
upload-too-many = Giấy tờ này nhận tối đa { $limit } tệp. Xóa bớt tệp trước khi gửi “{ $name }”.
upload-not-asked = Hồ sơ này không cần tệp “{ $name }”.
upload-unknown-kind = Tệp “{ $name }” không phải ảnh JPG, PNG, WebP hoặc PDF. Hãy chụp ảnh hoặc lưu lại thành PDF.
upload-too-many-pixels = Ảnh “{ $name }” có kích thước quá lớn nên không mở được. Hãy chụp lại, hoặc thu nhỏ ảnh rồi gửi lại.
upload-pdf-acts = Tệp “{ $name }” có chương trình tự chạy bên trong nên cơ quan không mở. Hãy in tệp ra PDF mới (chọn In, rồi “Lưu thành PDF”) hoặc chụp ảnh giấy tờ.
upload-pdf-carries = Tệp “{ $name }” có tệp khác giấu bên trong nên cơ quan không mở. Hãy in tệp ra PDF mới (chọn In, rồi “Lưu thành PDF”) và gửi từng tệp riêng.
upload-pdf-closed = Tệp “{ $name }” bị khóa bằng mật khẩu hoặc bị hỏng nên không xem được. Hãy mở tệp, chọn In, rồi “Lưu thành PDF” và gửi tệp mới.
upload-too-often = Bạn đã gửi quá nhiều tệp trong một giờ. Tệp “{ $name }” chưa được nhận; hãy gửi lại sau { $limit }.
upload-not-showable = Ảnh “{ $name }” ở định dạng HEIC mà trình duyệt không mở được. Hãy gửi ảnh JPG: trên iPhone chọn Cài đặt, Máy ảnh, Định dạng, Tương thích nhất.

review-title = Kiểm tra lại trước khi nộp
review-errors = { $count ->
   *[other] Còn { $count } chỗ cần hoàn thành trước khi nộp
}
review-agency = Nơi nộp
review-no-agency = Chưa chọn
review-elsewhere = Theo nội dung bạn khai, nơi có thẩm quyền có thể là { $agency }. Hãy kiểm tra lại nơi nộp.
review-unanswered = Chưa trả lời
review-documents = Giấy tờ
review-no-file = Chưa có tệp
review-fee-when = Cổng chưa thu trực tuyến. Bạn nộp lệ phí tại Bộ phận Một cửa khi nhận kết quả.
review-fee-local = Do tỉnh quy định; cán bộ báo bạn nếu phải nộp
review-fee-exempt = Miễn lệ phí: { $reason }
review-promise = Khi nộp, bạn xác nhận nội dung khai là đúng sự thật và chịu trách nhiệm về nội dung đó.
review-expired = Bản nháp này đã hết hạn. Hãy bắt đầu hồ sơ mới.

receipt-title = Đã nộp hồ sơ
receipt-your-code = Mã hồ sơ của bạn
receipt-what = { $service }. Hồ sơ được gửi đến { $agency } lúc { $at }.
receipt-next = Việc tiếp theo
receipt-next-check = Bộ phận Một cửa của { $agency } kiểm tra hồ sơ trong 8 giờ làm việc.
receipt-next-check-by = Bộ phận Một cửa của { $agency } kiểm tra hồ sơ và trả lời bạn chậm nhất { $at }.
receipt-next-slip = Khi hồ sơ được tiếp nhận, bạn nhận thư có Giấy tiếp nhận hồ sơ và ngày hẹn trả kết quả.
receipt-next-supplement = Nếu thiếu giấy tờ, cán bộ gửi một yêu cầu ghi đủ mọi mục cần bổ sung.
receipt-mail = Nội dung này cũng được gửi đến { $email }.
receipt-documents = Giấy tờ đã nhận
receipt-follow = Theo dõi hồ sơ
receipt-download = Tải biên nhận (PDF)
receipt-to-mine = Về Hồ sơ của tôi

discard-title = Xóa bản nháp này?
discard-what = { $service }, lưu lúc { $saved }.
discard-warning = Mọi câu trả lời và tệp trong bản nháp sẽ bị xóa, không lấy lại được.
discard-keep = Giữ bản nháp
discard-done = Đã xóa bản nháp.

supplement-title = Bổ sung hồ sơ
supplement-until = Bổ sung trước { $day }
supplement-before = Đã khai: { $value }
supplement-old-files = Tệp đã nộp trước đây
supplement-once = Các mục khác của hồ sơ giữ nguyên. Sau khi gửi, cán bộ xem và xử lý tiếp.
supplement-sent = Đã gửi bổ sung. Cơ quan sẽ xem và xử lý tiếp.

# The first page leads elsewhere.
not-eligible-title = Bạn cần làm thủ tục khác
not-eligible-instead = Thủ tục phù hợp với bạn
not-eligible-procedure = Thủ tục mã { $code }
not-eligible-kept = Bạn chọn nhầm? Hãy sửa câu trả lời; bản nháp vẫn được giữ.
not-eligible-change = Sửa câu trả lời
not-eligible-discard = Bỏ bản nháp này

parts-title = Các phần của hồ sơ
parts-done = Xong
parts-begun = Đang làm dở
parts-not = Chưa làm
parts-optional = Không bắt buộc
parts-done-of = Đã xong { $done }/{ $total } phần. Bạn có thể làm theo thứ tự nào cũng được.
parts-saved = Đã lưu lúc { $at }.
again-draft-made = Đã tạo bản nháp từ hồ sơ { $code }. Hãy kiểm tra từng phần, gửi lại giấy tờ rồi nộp.
parts-wrong = Cần sửa
reuse-from-dossier = Bạn đã khai trong hồ sơ { $code } ({ $service }, nộp ngày { $day }): { $labels }.
reuse-from-account = Tài khoản của bạn đã có: { $labels }.
reuse-do = Dùng lại thông tin này
reuse-keeps = Chỉ điền vào ô còn trống. Nội dung bạn đã nhập được giữ nguyên.
reuse-done = Đã điền { $count } câu trả lời. Hãy kiểm tra lại trước khi tiếp tục.
review-dropped = { $count ->
   *[other] { $count } câu trả lời không được gửi
}
review-dropped-why = Theo những gì bạn khai, các câu hỏi này không còn áp dụng. Câu trả lời cũ không nằm trong hồ sơ nộp; nếu bạn sửa lại, chúng vẫn còn.
review-applicant = Người nộp
receipt-for-whom = { $applicant } nộp thay cho chủ hồ sơ { $owner }.
draft-at-counter = Nhập tại quầy { $agency } cho { $name }
