# Words of the list of dossiers.

task-title = Việc tiếp theo
task-open = Mở hồ sơ
task-late = Đã quá hạn { $late } làm việc (hạn { $due }).
task-answer = Phải trả lời người nộp trước { $due }: còn { $left } làm việc.
task-slack = Hẹn trả { $due }, còn { $left } làm việc; các bước còn lại cần { $needed }. Chỉ dư { $slack }, ít nhất trong các hồ sơ ở bước của bạn.
task-short = Hẹn trả { $due }, còn { $left } làm việc, nhưng các bước còn lại cần { $needed }: thiếu { $slack }. Cần làm ngay để không trễ hẹn.

inbox-all = Tất cả
inbox-more-filters = Thêm bộ lọc
inbox-status = Trạng thái
inbox-assigned = Người xử lý
inbox-assigned-me = Giao cho tôi
inbox-assigned-nobody = Chưa giao cho ai
inbox-received-from = Nộp từ ngày
inbox-received-to = Nộp đến ngày
inbox-due-from = Đến hạn từ ngày
inbox-due-to = Đến hạn đến ngày
inbox-received = Nộp { $day }
inbox-search-all = Tìm trong tất cả hồ sơ
inbox-empty-filtered = Không có hồ sơ nào khớp với bộ lọc.
inbox-empty-mine = Không còn hồ sơ nào ở bước của bạn.

views-title = Bộ lọc đã lưu
views-keep = Lưu bộ lọc này
views-name = Tên bộ lọc
views-name-hint = Ví dụ: Khai sinh quá hạn. Dùng lại tên cũ thì bộ lọc cũ được thay.
views-share = Dùng chung với { $unit }
views-keep-button = Lưu bộ lọc
views-manage = Sửa bộ lọc đã lưu
views-rename = Đổi tên
views-delete = Xóa bộ lọc
views-none = Bạn chưa lưu bộ lọc nào. Lọc danh sách hồ sơ rồi chọn “Lưu bộ lọc này”.
views-shared = Đồng nghiệp dùng chung
views-shared-with = Dùng chung với { $agency }
views-by = Của { $name }
views-saved = Đã lưu bộ lọc.
views-renamed = Đã đổi tên bộ lọc.
views-deleted = Đã xóa bộ lọc.
views-fault-name = Chưa lưu: nhập tên bộ lọc, không quá 60 chữ.
views-fault-taken = Chưa đổi: bạn đã có bộ lọc khác mang tên này.
views-fault-too-many = Chưa lưu: bạn đã có 30 bộ lọc. Xóa bớt rồi lưu lại.
listed-first = Đó là hồ sơ đầu tiên của danh sách.
listed-last = Đó là hồ sơ cuối cùng của danh sách.
