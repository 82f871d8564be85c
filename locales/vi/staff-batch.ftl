# Words of acts on many dossiers.

batch-bar = Với các hồ sơ đã chọn:
batch-pick = Chọn hồ sơ { $code }
batch-pick-column = Chọn
batch-forward = Chuyển bước tiếp
batch-approve = Ký duyệt
batch-print = In phiếu
batch-nothing = Bạn chưa chọn hồ sơ nào. Đánh dấu các hồ sơ trong danh sách rồi chọn việc cần làm.
batch-will = Sẽ được xử lý
batch-wont = Sẽ không được xử lý, vì sao
batch-papers = Phiếu có thể in
batch-no-papers = Hồ sơ chưa có phiếu nào được phát hành.
batch-forward-now = Chuyển { $count } hồ sơ
batch-approve-now = Ký duyệt { $count } hồ sơ
batch-not-found = Không tìm thấy hồ sơ này trong đơn vị của bạn.
batch-meanwhile = { $name } đã xử lý hồ sơ này lúc { $at }. Xem lại hồ sơ rồi thử lại.
batch-wrong-status = Hồ sơ đang ở trạng thái “{ $status }” nên chưa làm được việc này.
batch-failed = Có lỗi của hệ thống, hồ sơ này chưa thay đổi. Hãy thử lại.
batch-done = Đã chuyển sang bước “{ $step }”.
batch-summary = { $failed ->
    [0] Đã xử lý { $done } hồ sơ.
   *[other] Đã xử lý { $done } hồ sơ; { $failed } hồ sơ chưa xử lý được.
}
batch-not-done = Chưa xử lý được
batch-all-done = Đã xử lý
batch-retry = Thử lại các hồ sơ chưa xử lý được
batch-assign = Giao việc
batch-assign-now = Giao { $count } hồ sơ
batch-take-now = Nhận { $count } hồ sơ về mình
batch-assign-will = Sẽ được giao
batch-assign-wont = Sẽ không được giao, vì sao
batch-assigned = Đã giao ở bước “{ $step }”.
