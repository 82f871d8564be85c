# What a citizen does while the office works: checks the draft, pays, asks to have the dossier back.

dossier-ask-withdrawal = Xin rút hồ sơ
dossier-draft-tag = Cần bạn kiểm tra
dossier-draft-title = Kiểm tra bản dự thảo trước { $until }
dossier-draft-else = Hãy xem từng thông tin sẽ ghi trên kết quả. Nếu bạn không trả lời trước thời điểm trên, cơ quan hiểu là bạn đồng ý và làm tiếp.
dossier-draft-now = Kiểm tra bản dự thảo
dossier-payment-title = Nộp { $amount } để hồ sơ được giải quyết tiếp
dossier-payment-how = Nộp tiền mặt hoặc chuyển khoản tại Bộ phận Một cửa của { $agency }, nêu mã hồ sơ { $code }. Bạn nhận biên nhận ngay khi nộp.
dossier-payment-paused = Thời hạn xử lý tạm dừng và chạy tiếp khi cơ quan nhận tiền.
dossier-stopped-title = Cơ quan tạm dừng giải quyết hồ sơ này
dossier-stopped-next = Khi hồ sơ được giải quyết tiếp, bạn nhận ngày hẹn trả mới. Cần hỏi thêm, gọi { $phone } hoặc đến { $agency }.
dossier-put-off = { $agency } xin lỗi bạn vì chưa giải quyết xong đúng hẹn và đã hẹn lại ngày trên. Phiếu xin lỗi nằm trong mục “Thông tin hồ sơ”.
dossier-withdrawal-asked = Bạn đã xin rút hồ sơ; { $agency } đang xem xét và trả lời bạn.

mine-check-until = kiểm tra bản dự thảo trước { $until }
mine-check-now = Kiểm tra
mine-pay = nộp phí, lệ phí tại { $agency }
mine-pay-how = Xem cách nộp

checking-title = Kiểm tra bản dự thảo kết quả
checking-explained = Đây là những thông tin sẽ ghi trên kết quả. Trả lời trước { $until }; nếu không, cơ quan hiểu là bạn đồng ý.
checking-agree = Đúng, tôi đồng ý
checking-wrong-title = Có chỗ chưa đúng?
checking-wrong = Chỗ nào chưa đúng, đúng ra phải thế nào?
checking-wrong-hint = Ví dụ: “Ngày cấp căn cước là 05/06/2021, không phải 06/05/2021.”
checking-correct = Đề nghị sửa
checking-wrong-missing = Viết chỗ nào chưa đúng và phải sửa thế nào
checking-agreed = Cảm ơn bạn. Hồ sơ được chuyển sang bước tiếp theo.
checking-corrected = Đã gửi đề nghị sửa. Bạn sẽ nhận bản dự thảo mới sau khi cán bộ sửa.

withdrawal-ask-title = Xin rút hồ sơ này?
withdrawal-ask-explained = Hồ sơ đã được tiếp nhận nên { $agency } phải xem xét. Trong lúc đó hồ sơ vẫn được giải quyết; bạn nhận thư khi có trả lời.
withdrawal-ask-button = Gửi đề nghị rút hồ sơ
withdrawal-asked = Đã gửi đề nghị rút hồ sơ { $code }.
