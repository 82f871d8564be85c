# Thư về hồ sơ: điều đã xảy ra, điều tiếp theo, điều bạn cần làm.

mail-fact-code = Mã hồ sơ
mail-fact-service = Thủ tục
mail-fact-agency = Nơi giải quyết
mail-fact-due = Hẹn trả kết quả
mail-fact-fee = Lệ phí
mail-fact-number = Số kết quả
mail-fact-answer-until = Bổ sung chậm nhất
mail-fact-place = Nơi nhận kết quả
mail-open-dossier = Xem hồ sơ
mail-track = Không cần đăng nhập, bạn vẫn tra cứu được bằng mã hồ sơ và 4 số cuối của số điện thoại hoặc số định danh.
mail-reason = Lý do: { $reason }
mail-not-you = Nếu không phải bạn, hãy gọi ngay { $hotline }.

mail-submitted-subject = Đã nhận hồ sơ { $code } của bạn
mail-submitted-done = Bạn đã nộp hồ sơ đến { $agency } lúc { $submitted_at }.
mail-submitted-next = Cán bộ kiểm tra và trả lời bạn chậm nhất { $answer_by }: tiếp nhận, đề nghị bổ sung, hoặc nói rõ lý do nếu không tiếp nhận được. Bạn chưa cần làm gì thêm.
mail-submitted-paper = Biên nhận nộp hồ sơ được gửi kèm thư này.

mail-accepted-subject = Hồ sơ { $code } đã được tiếp nhận
mail-accepted-done = { $agency } đã tiếp nhận hồ sơ của bạn lúc { $accepted_at }.
mail-accepted-paper = Giấy tiếp nhận hồ sơ và hẹn trả kết quả được gửi kèm thư này. Bạn giữ lại để dùng khi nhận kết quả.
mail-accepted-next = Có kết quả hoặc cần thêm giấy tờ, chúng tôi báo bạn ngay bằng thư như thế này.

mail-supplement-requested-subject = Hồ sơ { $code } cần bạn bổ sung
mail-supplement-requested-ask = { $agency } đã xem hồ sơ và cần bạn bổ sung những nội dung sau:
mail-supplement-requested-until = Bạn gửi bổ sung chậm nhất { $answer_until }. Trong lúc chờ, thời hạn giải quyết tạm dừng và được tính tiếp khi cơ quan nhận đủ.
mail-supplement-requested-button = Gửi bổ sung
mail-supplement-requested-only = Bạn chỉ cần gửi đúng những nội dung này, không phải khai lại hồ sơ.
mail-supplement-requested-paper = Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ được gửi kèm thư này.

mail-supplement-received-subject = Đã nhận phần bổ sung của hồ sơ { $code }
mail-supplement-received-done = Bạn đã gửi phần bổ sung đến { $agency } lúc { $received_at }.
mail-supplement-received-next = Cán bộ kiểm tra phần bổ sung. Khi cơ quan xác nhận đã đủ, thời hạn giải quyết được tính tiếp và bạn nhận ngày hẹn trả mới. Bạn chưa cần làm gì thêm.

mail-supplement-completed-subject = Hồ sơ { $code } đã đủ, tiếp tục giải quyết
mail-supplement-completed-done = { $agency } đã nhận đủ phần bổ sung và tiếp tục giải quyết hồ sơ của bạn.
mail-supplement-completed-due = Ngày hẹn trả kết quả mới: { $due_at }.

mail-refused-subject = Hồ sơ { $code } không được giải quyết
mail-refused-done = Rất tiếc, { $agency } không thể tiếp nhận, giải quyết hồ sơ của bạn.
mail-refused-paper = Phiếu từ chối được gửi kèm thư này.
mail-refused-next = Khi đủ điều kiện, bạn có thể nộp hồ sơ mới. Nếu chưa rõ lý do, bạn gọi { $hotline } hoặc hỏi tại { $agency }.

mail-result-ready-subject = Hồ sơ { $code } đã có kết quả
mail-result-ready-done = { $agency } đã giải quyết xong hồ sơ của bạn lúc { $finished_at }.
mail-result-ready-online = Bạn đăng nhập và tải kết quả về từ trang hồ sơ. Kết quả là giấy tờ cá nhân nên không gửi qua thư điện tử.
mail-result-ready-in-person = Bạn đến nơi nhận kết quả dưới đây trong giờ làm việc, mang theo giấy tờ tùy thân và mã hồ sơ.
mail-result-ready-postal = Bưu điện chuyển kết quả đến địa chỉ bạn đã đăng ký.
mail-result-ready-button-online = Tải kết quả

mail-returned-subject = Đã trả kết quả hồ sơ { $code }
mail-returned-done = { $agency } đã trả kết quả cho { $receiver } lúc { $returned_at }.
mail-returned-thanks = Cảm ơn bạn đã sử dụng dịch vụ công trực tuyến.
mail-returned-not-you = Nếu không phải bạn hoặc người bạn nhờ đã nhận, hãy gọi ngay { $hotline }.

mail-withdrawn-subject = Đã rút hồ sơ { $code }
mail-withdrawn-done = Hồ sơ gửi { $agency } đã được rút lúc { $withdrawn_at }, theo yêu cầu của bạn. Cơ quan không giải quyết hồ sơ này nữa.
mail-withdrawn-next = Khi cần, bạn nộp hồ sơ mới bất cứ lúc nào.
mail-account-changed-subject = Tài khoản của bạn vừa thay đổi
mail-account-changed-second-factor-on = Xác thực hai bước vừa được bật cho tài khoản của bạn trên { $portal }. Từ nay, mỗi lần đăng nhập cần thêm mã trên điện thoại.
mail-account-changed-second-factor-off = Xác thực hai bước vừa được tắt cho tài khoản của bạn trên { $portal }. Từ nay chỉ cần mật khẩu để đăng nhập.
mail-account-changed-recovery-codes = Các mã dự phòng của tài khoản bạn trên { $portal } vừa được thay mới. Mã cũ không dùng được nữa.
mail-account-changed-recovery-code-used = Có người vừa đăng nhập vào tài khoản của bạn trên { $portal } bằng một mã dự phòng. Mã đó không dùng lại được.
mail-account-changed-password-changed = Mật khẩu tài khoản của bạn trên { $portal } vừa được đổi. Các thiết bị khác đã bị đăng xuất.
mail-account-changed-button = Xem tài khoản
mail-account-changed-not-you = Nếu không phải bạn làm việc này, hãy đổi mật khẩu ngay và gọi { $hotline }.
mail-account-changed-email-changed = Tài khoản của bạn trên { $portal } vừa chuyển sang địa chỉ e-mail khác. Từ nay, thư về hồ sơ sẽ đến địa chỉ mới.
mail-confirm-new-address-subject = Xác nhận địa chỉ e-mail mới
mail-confirm-new-address-ask = Bạn vừa yêu cầu chuyển tài khoản trên { $portal } sang địa chỉ e-mail này. Hãy đăng nhập và mở liên kết dưới đây để xác nhận.
mail-confirm-new-address-button = Xác nhận địa chỉ mới
mail-confirm-new-address-or = Nếu nút không mở được, hãy chép liên kết này vào trình duyệt:
mail-confirm-new-address-valid = Liên kết dùng được trong { $hours } giờ.
mail-confirm-new-address-not-you = Nếu không phải bạn yêu cầu, hãy bỏ qua thư này. Không có gì thay đổi.
mail-account-changed-second-factor-reset = Quản trị viên đơn vị vừa đặt lại xác thực hai bước của tài khoản bạn trên { $portal }. Mọi thiết bị đã bị đăng xuất. Sau khi đăng nhập bằng mật khẩu, bạn cài đặt mã mới rồi mới mở được hồ sơ.

mail-press-subject = Hồ sơ quá hạn: { $late }, sắp đến hạn: { $soon }
mail-press-what = Sáng nay, { $agency } có { $late } hồ sơ quá hạn và { $soon } hồ sơ đến hạn hôm nay hoặc ngày làm việc tới đang chờ bạn.
mail-press-late = quá hạn từ { $due }
mail-press-due = hạn { $due }
mail-press-open = Mở danh sách

mail-news-draft-subject = Hồ sơ { $code }: mời bạn kiểm tra bản dự thảo
mail-news-draft-done = { $agency } đã soạn xong bản dự thảo kết quả cho hồ sơ của bạn.
mail-news-draft-next = Bạn mở hồ sơ, kiểm tra từng thông tin và trả lời chậm nhất { $at }. Sau thời điểm đó mà bạn chưa trả lời, cơ quan hiểu là bạn đồng ý với bản dự thảo.
mail-news-payment-subject = Hồ sơ { $code } chờ bạn nộp phí, lệ phí
mail-news-payment-done = { $agency } đề nghị bạn nộp { $amount } cho hồ sơ này.
mail-news-payment-next = Bạn nộp tại Bộ phận Một cửa của { $agency }. Trong lúc chờ, thời hạn giải quyết tạm dừng và được tính tiếp khi cơ quan nhận tiền.
mail-news-paid-subject = Đã thu phí, lệ phí của hồ sơ { $code }
mail-news-paid-done = { $agency } đã thu { $amount } lúc { $at }.
mail-news-paid-next = Biên nhận được gửi kèm thư này. Bạn chưa cần làm gì thêm.
mail-news-put-off-subject = Xin lỗi bạn: hồ sơ { $code } được hẹn lại ngày trả kết quả
mail-news-put-off-done = { $agency } xin lỗi vì chưa giải quyết xong hồ sơ của bạn đúng hẹn. Ngày hẹn trả mới: { $due_at }.
mail-news-put-off-next = Phiếu xin lỗi và hẹn lại ngày trả kết quả được gửi kèm thư này.
mail-news-stopped-subject = Hồ sơ { $code } tạm dừng giải quyết
mail-news-stopped-done = { $agency } đã dừng giải quyết hồ sơ của bạn từ { $at }.
mail-news-stopped-next = Thông báo dừng giải quyết được gửi kèm thư này. Khi hồ sơ được giải quyết tiếp, bạn nhận ngày hẹn trả mới.
mail-news-recounted-subject = Ngày hẹn trả kết quả của hồ sơ { $code } thay đổi
mail-news-recounted-done = Lịch làm việc có thay đổi (thêm hoặc bớt ngày nghỉ) nên ngày hẹn trả kết quả được tính lại: { $due_at }.
mail-news-recounted-next = Bạn xem cách tính từng ngày ở trang hồ sơ, mục “Vì sao là ngày này?”.
mail-news-declined-subject = Hồ sơ { $code } chưa rút được
mail-news-declined-done = { $agency } chưa đồng ý cho rút hồ sơ và tiếp tục giải quyết.
mail-news-declined-next = Nếu chưa rõ lý do, bạn liên hệ Bộ phận Một cửa của { $agency }.
