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
