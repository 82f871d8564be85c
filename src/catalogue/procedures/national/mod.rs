//! The long texts of a procedure as the national database gives them: tables whose cells have run
//! together. Read as far as they can be told apart; what cannot is kept as it stands.

mod documents;
mod laws;
mod ways;

use serde::{Deserialize, Serialize};

use crate::kernel::text;

/// A line of the file, with the database's own names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NationalRecord {
    pub ma_thu_tuc: String,
    pub ten_thu_tuc: String,
    trinh_tu_thuc_hien: String,
    cach_thuc_thuc_hien: String,
    thanh_phan_ho_so: String,
    yeu_cau_dieu_kien: String,
    can_cu_phap_ly: String,
    co_quan_thuc_hien: String,
    co_quan_co_tham_quyen: String,
    dia_chi_tiep_nhan: String,
}

/// What the portal shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NationalTexts {
    /// Trình tự thực hiện, line by line.
    pub sequence: Vec<String>,
    /// Cách thức thực hiện.
    pub ways: Vec<Way>,
    /// Thành phần hồ sơ.
    pub documents: Vec<DocumentGroup>,
    /// Yêu cầu, điều kiện.
    pub conditions: Vec<String>,
    /// Numbers of laws: `123/2015/NĐ-CP`.
    pub legal_basis: Vec<String>,
    pub agency: String,
    pub authority: String,
    pub address: String,
}

/// One way to hand it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// `Trực tiếp`
    pub how: String,
    /// `5 ngày làm việc`; may be empty.
    pub time: String,
    /// Fee and remarks, as they stand.
    pub fee: String,
}

/// Papers of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentGroup {
    /// May be empty.
    pub title: String,
    pub documents: Vec<NeededDocument>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeededDocument {
    pub name: String,
    /// `1 bản chính, 1 bản sao`
    pub copies: String,
}

const NOTHING: [&str; 5] = ["Không có thông tin", "Không", "không", "Không có", "không có"];

impl NationalRecord {
    pub fn texts(&self) -> NationalTexts {
        NationalTexts {
            sequence: lines(&self.trinh_tu_thuc_hien),
            ways: ways::ways(&self.cach_thuc_thuc_hien),
            documents: documents::documents(&self.thanh_phan_ho_so),
            conditions: lines(&self.yeu_cau_dieu_kien),
            legal_basis: laws::laws(&self.can_cu_phap_ly),
            agency: told(&self.co_quan_thuc_hien),
            authority: told(&self.co_quan_co_tham_quyen),
            address: told(&self.dia_chi_tiep_nhan),
        }
    }
}

/// A text, empty if it says that there is none.
fn told(raw: &str) -> String {
    let line = text::line(raw);
    if NOTHING.contains(&line.trim_end_matches(['.', ';'])) { String::new() } else { line }
}

fn lines(raw: &str) -> Vec<String> {
    raw.lines().map(told).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_text_that_says_there_is_none_is_empty() {
        assert_eq!(told(" Không có thông tin "), "");
        assert_eq!(told("Theo quy định."), "Theo quy định.");
    }
}
