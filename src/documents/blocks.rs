//! The parts that papers share, as their templates read them.

use chrono::{Datelike, Timelike};
use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::kernel::clock::{Instant, local};

/// Tên cơ quan and địa danh, at the top of every paper (NĐ 30/2020/NĐ-CP, phụ lục I).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    /// The agency above: `UBND TỈNH PHÚ THỌ`. Capitals are made by the template.
    pub above: String,
    /// Who issues: `Trung tâm Phục vụ hành chính công xã Hy Cương`.
    pub unit: String,
    /// Where: `Hy Cương`.
    pub place: String,
}

/// A person named on a paper; what is not known is left empty and not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Party {
    pub name: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub personal_id: String,
}

/// Who signs, and for whom: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`, name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Signature {
    pub authority: String,
    pub title: String,
    pub name: String,
}

/// A time on a paper, in Việt Nam's time: the template reads `year, month, day, hour, minute`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperTime(pub Instant);

impl Serialize for PaperTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let at = local(self.0);
        let mut parts = serializer.serialize_struct("PaperTime", 5)?;
        parts.serialize_field("year", &at.year())?;
        parts.serialize_field("month", &at.month())?;
        parts.serialize_field("day", &at.day())?;
        parts.serialize_field("hour", &at.hour())?;
        parts.serialize_field("minute", &at.minute())?;
        parts.end()
    }
}
