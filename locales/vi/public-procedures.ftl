# Thủ tục chỉ cung cấp thông tin; tìm Một cửa.
public-home-offer = Nộp được trên cổng này: { $online } trong { $all } thủ tục của cấp xã và cấp tỉnh ({ $share }%). Các thủ tục khác: cổng chỉ cho bạn biết nộp ở đâu.
public-online-national = Nộp trên Cổng Dịch vụ công quốc gia hoặc tại quầy
public-online-elsewhere = Nộp tại quầy, chưa nộp được trên cổng này

level-commune = Cấp xã
level-province = Cấp tỉnh
level-ministry = Cấp bộ
level-other = Cơ quan khác

audience-people = Người dân
audience-business = Doanh nghiệp, hợp tác xã
audience-organisations = Cơ quan, tổ chức
audience-foreigners = Người nước ngoài, người Việt Nam ở nước ngoài

applicant-citizen = Công dân Việt Nam
applicant-overseas = Người Việt Nam định cư ở nước ngoài
applicant-foreigner = Người nước ngoài
applicant-enterprise = Doanh nghiệp
applicant-foreign-enterprise = Doanh nghiệp có vốn đầu tư nước ngoài
applicant-cooperative = Hợp tác xã
applicant-organisation = Tổ chức
applicant-foreign-organisation = Tổ chức nước ngoài
applicant-official = Cán bộ, công chức, viên chức
applicant-party-member = Đảng viên
applicant-party = Tổ chức Đảng

public-catalogue-level = Cấp thực hiện
public-catalogue-any-level = Tất cả các cấp
public-catalogue-audience = Dành cho
public-catalogue-anybody = Mọi đối tượng

public-procedure-level = Cấp thực hiện
public-procedure-how-national = Cổng Dịch vụ công quốc gia hoặc tại quầy
public-procedure-how-counter = Tại quầy
public-procedure-not-here = Thủ tục này chưa nộp được trên cổng này
public-procedure-where-commune = Cấp xã: đến Trung tâm Phục vụ hành chính công xã, phường nơi bạn cư trú; việc do công an xã giải quyết thì đến trụ sở công an xã, phường.
public-procedure-where-province = Cấp tỉnh: đến Trung tâm Phục vụ hành chính công của tỉnh hoặc cơ quan cấp tỉnh phụ trách lĩnh vực này.
public-procedure-where-ministry = Cấp bộ: nộp cho bộ, ngành phụ trách lĩnh vực này.
public-procedure-where-other = Cơ quan khác: nộp cho cơ quan, tổ chức được giao thực hiện.
public-procedure-national = Nộp trực tuyến được trên Cổng Dịch vụ công quốc gia:
public-procedure-ways = Cách nộp, thời hạn và lệ phí
public-procedure-sequence = Trình tự thực hiện
public-procedure-agency = Cơ quan thực hiện
public-procedure-address = Địa chỉ tiếp nhận
public-procedure-source-facts = Thông tin theo Cơ sở dữ liệu quốc gia về thủ tục hành chính. Hãy hỏi cơ quan tiếp nhận về giấy tờ, thời hạn và lệ phí trước khi đi.
public-procedure-source-texts = Nội dung lấy nguyên văn từ Cơ sở dữ liệu quốc gia về thủ tục hành chính và có thể đã thay đổi. Hãy hỏi cơ quan tiếp nhận trước khi đi.

public-counter-title = Tìm Một cửa của bạn
public-counter-lead = Gõ tên xã, phường nơi bạn ở để biết nộp hồ sơ và nhận kết quả ở đâu.
public-counter-label = Tên xã, phường
public-counter-hint = Tên hiện nay hoặc tên trước ngày 1/7/2025. Gõ không dấu cũng được.
public-counter-button = Tìm Một cửa
public-counter-found = Một cửa cho “{ $name }”
public-counter-former = Trước đây là { $name }
public-counter-many = Còn nhiều nơi khác có tên như vậy. Gõ thêm chữ “xã” hoặc “phường” cùng tên đầy đủ.
public-counter-ask = Cổng chưa có địa chỉ và số điện thoại của nơi này. Gọi { $hotline } để hỏi đường.
public-counter-elsewhere = “{ $name }” không thuộc { $province }
public-counter-elsewhere-go = Hồ sơ của nơi này nộp tại địa phương đó hoặc trên Cổng Dịch vụ công quốc gia.
public-counter-none = Không tìm thấy xã, phường nào tên “{ $name }”
public-counter-tip-name = Chỉ gõ tên xã hoặc phường, ví dụ “Dữu Lâu”, không gõ số nhà, đường phố.
public-counter-tip-district = Huyện, thị xã, thành phố thuộc tỉnh không còn nữa. Hãy gõ tên xã, phường, thị trấn cũ của bạn.
