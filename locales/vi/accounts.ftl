# Thư về tài khoản.
mail-greeting-name = Chào { $name },
mail-confirm-address-subject = Xác nhận địa chỉ e-mail của bạn
mail-confirm-address-ask = Bạn vừa đăng ký tài khoản trên { $portal }. Hãy mở liên kết dưới đây để xác nhận địa chỉ e-mail và hoàn tất đăng ký.
mail-confirm-address-button = Xác nhận địa chỉ e-mail
mail-confirm-address-or = Nếu nút không mở được, hãy chép liên kết này vào trình duyệt:
mail-confirm-address-valid = Liên kết dùng được trong { $hours } giờ.
mail-confirm-address-not-you = Nếu không phải bạn đăng ký, hãy bỏ qua thư này. Tài khoản sẽ không dùng được khi địa chỉ chưa được xác nhận.
mail-known-address-subject = Bạn đã có tài khoản
mail-known-address-what = Có người vừa đăng ký tài khoản trên { $portal } bằng địa chỉ e-mail này, nhưng địa chỉ đã có tài khoản.
mail-known-address-do = Nếu đó là bạn, hãy đăng nhập bằng tài khoản đã có.
mail-known-address-button = Đăng nhập
mail-known-address-not-you = Nếu không phải bạn, bạn không cần làm gì. Tài khoản và mật khẩu của bạn không thay đổi.
mail-new-password-subject = Đặt lại mật khẩu của bạn
mail-new-password-what = Có người vừa yêu cầu đặt lại mật khẩu tài khoản của bạn trên { $portal }. Hãy mở liên kết dưới đây để đặt mật khẩu mới.
mail-new-password-button = Đặt mật khẩu mới
mail-new-password-not-you = Nếu không phải bạn, hãy bỏ qua thư này. Mật khẩu của bạn không thay đổi.
