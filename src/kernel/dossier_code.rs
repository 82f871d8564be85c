//! The dossier code: `{agency code}-{yymmdd}-{serial of the day}`, after Circular 01/2018/TT-VPCP
//! Article 19. The day is the local day on which an online dossier is submitted, because the code
//! is shown to the citizen at once; it never changes, even when the dossier moves.

use std::str::FromStr;

use chrono::NaiveDate;

crate::text_word!(
    /// `H44.101-261123-0007`
    DossierCode
);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a dossier code")]
pub struct NotADossierCode;

impl DossierCode {
    /// The code of the `serial`-th dossier of an agency on a local day. More than 9,999 a day
    /// make the serial grow, never wrap.
    pub fn new(agency_code: &str, day: NaiveDate, serial: i64) -> Self {
        Self(format!("{agency_code}-{}-{serial:04}", day.format("%y%m%d")))
    }
}

impl FromStr for DossierCode {
    type Err = NotADossierCode;

    /// Accepts lower case and blanks, as people type codes from paper.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let code: String = raw.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
        let mut parts = code.rsplitn(3, '-');
        let (serial, day, agency) = (parts.next(), parts.next(), parts.next());
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        match (agency, day, serial) {
            (Some(agency), Some(day), Some(serial))
                if (3..=35).contains(&agency.len())
                    && agency.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'.')
                    && day.len() == 6
                    && digits(day)
                    && (4..=6).contains(&serial.len())
                    && digits(serial) =>
            {
                Ok(Self(code))
            }
            _ => Err(NotADossierCode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DossierCode;

    #[test]
    fn is_read_as_people_type_it() {
        let code: DossierCode = " h44.101-261123 -0007".parse().expect("a code");
        assert_eq!(code.as_str(), "H44.101-261123-0007");
        for bad in ["", "H44", "H44.101-2611-0007", "H44.101-261123-07", "H44_101-261123-0007"] {
            assert!(bad.parse::<DossierCode>().is_err(), "{bad}");
        }
    }
}
