# Trang chủ, tìm dịch vụ, trang dịch vụ.
public-home-title = Bạn cần làm gì?
public-search-label = Tìm dịch vụ công
public-search-button = Tìm
public-search-hint = Ví dụ: xac nhan doc than, giấy khai sinh, 1.004873. Gõ không dấu cũng được.
