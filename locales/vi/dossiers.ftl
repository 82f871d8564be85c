# The words of a dossier: one vocabulary for screens, letters and papers.

status-draft = Bản nháp
status-registered = Đã nộp, chờ tiếp nhận
status-accepted = Đã tiếp nhận
status-not-accepted = Không được tiếp nhận
status-processing = Đang xử lý
status-supplement-requested = Cần bổ sung
status-payment-requested = Chờ thanh toán
status-withdrawn = Đã rút
status-stopped = Dừng xử lý
status-finished = Có kết quả
status-finished-refused = Không giải quyết
status-returned = Đã trả kết quả
status-returned-refused = Không giải quyết (đã trả hồ sơ)

event-submitted = Đã nộp hồ sơ
event-accepted = Đã tiếp nhận hồ sơ
event-supplement-requested = Yêu cầu bổ sung hồ sơ
event-supplement-answered = Đã gửi bổ sung
event-supplement-completed = Đã nhận đủ bổ sung, xử lý tiếp
event-forwarded = Chuyển bước xử lý
event-sent-back = Trả lại bước trước
event-approved = Đã ký duyệt
event-refused = Từ chối hồ sơ
event-result-issued = Đã có kết quả
event-result-returned = Đã trả kết quả
event-collected-online = Đã nhận kết quả trực tuyến
event-withdrawn = Đã rút hồ sơ

action-submit = Nộp hồ sơ
action-answer-supplement = Gửi bổ sung
action-withdraw = Rút hồ sơ
action-collect-online = Nhận kết quả
action-accept = Tiếp nhận
action-request-supplement = Yêu cầu bổ sung
action-complete-supplement = Nhận bổ sung, xử lý tiếp
action-forward = Chuyển bước
action-send-back = Trả lại bước trước
action-approve = Ký duyệt
action-refuse = Từ chối
action-issue-result = Ban hành kết quả
action-return-result = Trả kết quả

refusal-not-the-owner = Chỉ người nộp hồ sơ làm được việc này.
refusal-not-an-official = Chỉ cán bộ của cơ quan xử lý hồ sơ làm được việc này.
refusal-not-your-step = Bước hiện tại của hồ sơ do người có vai trò khác thực hiện.
refusal-wrong-status = Hồ sơ đã chuyển sang trạng thái khác nên không làm được việc này nữa. Hãy tải lại trang để xem hồ sơ hiện ở đâu.
refusal-not-at-this-step = Việc này không thuộc bước hiện tại của hồ sơ.
refusal-supplement-asked-already = Hồ sơ này đã được yêu cầu bổ sung một lần; không yêu cầu thêm được nữa.
refusal-supplement-not-answered = Công dân chưa gửi bổ sung.
refusal-supplement-answered-already = Bổ sung đã được gửi rồi; cơ quan đang xem xét.
refusal-supplement-still-running = Chưa hết thời gian để công dân bổ sung.
refusal-no-step-before = Không có bước trước để trả lại.
refusal-no-step-after = Không còn bước sau để chuyển.
refusal-withdrawal-after-acceptance = Hồ sơ đã được tiếp nhận. Muốn rút, hãy liên hệ Bộ phận Một cửa nơi xử lý hồ sơ.
refusal-not-returned-online = Kết quả của hồ sơ này không trả trực tuyến.

missing-reason = Nhập lý do
missing-reason-too-long = Rút gọn lý do còn tối đa 2.000 ký tự
missing-items = Chọn ít nhất một mục cần bổ sung
missing-days = Nhập số ngày để công dân bổ sung, từ 1 đến 60
missing-result-number = Nhập số, ký hiệu của kết quả
missing-result-date = Nhập ngày ban hành, ví dụ 05/11/2026
missing-result-signer = Nhập họ tên người ký
missing-result-abstract = Nhập trích yếu của kết quả
missing-result-file = Chọn tệp kết quả đã ký, hoặc chọn tạo từ mẫu
missing-receiver = Nhập họ tên người nhận kết quả
missing-supplement-item = Còn mục chưa được bổ sung

role-reception_officer = Bộ phận Một cửa
role-case_officer = Chuyên viên thụ lý
role-civil_status_officer = Công chức tư pháp – hộ tịch
role-division_head = Lãnh đạo phòng
role-unit_leader = Lãnh đạo UBND
role-records_clerk = Văn thư
role-cashier = Cán bộ thu phí
role-return_officer = Bộ phận trả kết quả
role-unit_admin = Quản trị đơn vị
role-system_admin = Quản trị hệ thống
role-auditor = Kiểm tra, giám sát

return-method-in_person = Nhận trực tiếp tại Bộ phận Một cửa
return-method-online = Nhận trực tuyến trên cổng này
return-method-postal = Nhận qua bưu chính công ích

channel-online = Trực tuyến
channel-in_person = Trực tiếp
channel-postal = Bưu chính công ích
