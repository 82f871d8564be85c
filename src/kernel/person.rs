//! What a person is known by: name, personal id, e-mail address, phone number.
//! Each is checked once, when it is made from a string, and never shown whole where it need not be.

use std::str::FromStr;

use super::text;

crate::text_word!(
    /// Họ, chữ đệm và tên: one line, 2 to 100 letters, NFC; never split, never forced into capitals.
    PersonName
);
crate::text_word!(
    /// Số định danh cá nhân: twelve digits.
    PersonalId
);
crate::text_word!(
    /// An e-mail address; compared in lower case.
    Email
);
crate::text_word!(
    /// A Vietnamese phone number in E.164: `+84912345678`.
    Phone
);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonWordError {
    #[error("name")]
    Name,
    #[error("personal id")]
    PersonalId,
    #[error("e-mail address")]
    Email,
    #[error("phone number")]
    Phone,
}

impl FromStr for PersonName {
    type Err = PersonWordError;

    /// Letters of any script, blanks, hyphens and apostrophes: Y Bhăm Niê and H'Wiñ are names.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let name = text::line(raw);
        let length = name.chars().count();
        let allowed = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
        if (2..=100).contains(&length) && name.chars().all(allowed) && name.chars().any(char::is_alphabetic) {
            Ok(Self(name))
        } else {
            Err(PersonWordError::Name)
        }
    }
}

impl PersonName {
    /// Initials, for pages that anybody may see: `N. T. H. Á.`
    pub fn initials(&self) -> String {
        let letters: Vec<String> =
            self.0.split(' ').filter_map(|word| word.chars().next()).map(|c| format!("{}.", c.to_uppercase())).collect();
        letters.join(" ")
    }
}

impl FromStr for PersonalId {
    type Err = PersonWordError;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let digits: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit()) { Ok(Self(digits)) } else { Err(PersonWordError::PersonalId) }
    }
}

impl PersonalId {
    /// As people read it out: `0251 8500 1234`.
    pub fn spaced(&self) -> String {
        self.0.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }

    /// `0251 •••• 1234`
    pub fn masked(&self) -> String {
        let head: String = self.0.chars().take(4).collect();
        let tail: String = self.0.chars().skip(8).collect();
        format!("{head} •••• {tail}")
    }

    pub fn last_four(&self) -> String {
        self.0.chars().skip(8).collect()
    }
}

impl FromStr for Email {
    type Err = PersonWordError;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let address = text::line(raw).to_lowercase();
        let Some((local, domain)) = address.rsplit_once('@') else { return Err(PersonWordError::Email) };
        let good_local = (1..=64).contains(&local.len())
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
        let good_label = |l: &str| {
            (1..=63).contains(&l.len())
                && !l.starts_with('-')
                && !l.ends_with('-')
                && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let good_domain = domain.len() <= 255 && domain.contains('.') && domain.split('.').all(good_label);
        if good_local && good_domain { Ok(Self(address)) } else { Err(PersonWordError::Email) }
    }
}

impl Email {
    /// `a•••@example.vn`, for logs and for pages seen by others.
    pub fn masked(&self) -> String {
        match self.0.split_once('@') {
            Some((local, domain)) => format!("{}•••@{domain}", local.chars().take(1).collect::<String>()),
            None => "•••".to_owned(),
        }
    }
}

impl FromStr for Phone {
    type Err = PersonWordError;

    /// Accepts `0912 345 678`, `+84 912345678`, dots and hyphens; mobile and land lines.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let compact: String = raw.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '(' | ')')).collect();
        let national = match compact.strip_prefix("+84").or_else(|| compact.strip_prefix("0084")) {
            Some(rest) => rest.strip_prefix('0').unwrap_or(rest).to_owned(),
            None => compact.strip_prefix('0').ok_or(PersonWordError::Phone)?.to_owned(),
        };
        let digits = national.bytes().all(|b| b.is_ascii_digit());
        let mobile = national.len() == 9 && ["3", "5", "7", "8", "9"].iter().any(|p| national.starts_with(p));
        let land = (9..=10).contains(&national.len()) && national.starts_with('2');
        if digits && (mobile || land) { Ok(Self(format!("+84{national}"))) } else { Err(PersonWordError::Phone) }
    }
}

impl Phone {
    /// `0912 345 678`
    pub fn national(&self) -> String {
        let digits = self.0.trim_start_matches("+84");
        let with_zero: Vec<char> = format!("0{digits}").chars().collect();
        let (head, rest) = with_zero.split_at(with_zero.len().min(4));
        let groups: Vec<String> = std::iter::once(head.iter().collect()).chain(rest.chunks(3).map(|g| g.iter().collect())).collect();
        groups.join(" ")
    }

    pub fn masked(&self) -> String {
        format!("•••{}", self.0.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<String>())
    }

    pub fn last_four(&self) -> String {
        let digits: Vec<char> = self.0.chars().collect();
        digits.iter().skip(digits.len().saturating_sub(4)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Email, PersonName, PersonalId, Phone};

    #[test]
    fn names_of_every_people_are_names() {
        for good in ["Nguyễn Thị Hồng Ánh", "Y Bhăm Niê", "H'Wiñ", "Lò Thị Ún"] {
            assert!(good.parse::<PersonName>().is_ok(), "{good}");
        }
        for bad in ["", "A", "Nguyễn 2", "<b>", "...."] {
            assert!(bad.parse::<PersonName>().is_err(), "{bad}");
        }
    }

    #[test]
    fn phones_are_read_as_they_are_written() {
        let phone: Phone = "0912 345.678".parse().expect("a phone");
        assert_eq!((phone.as_str(), phone.national().as_str()), ("+84912345678", "0912 345 678"));
        assert_eq!("+84 912345678".parse::<Phone>().ok(), Some(phone.clone()));
        assert_eq!((phone.last_four().as_str(), phone.masked().as_str()), ("5678", "•••678"));
        assert!("12345".parse::<Phone>().is_err());
    }

    #[test]
    fn ids_and_addresses() {
        let id: PersonalId = "0251 8500 1234".parse().expect("an id");
        assert_eq!(id.spaced(), "0251 8500 1234");
        assert_eq!((id.as_str(), id.masked().as_str()), ("025185001234", "0251 •••• 1234"));
        let email: Email = " An@Example.VN ".parse().expect("an address");
        assert_eq!((email.as_str(), email.masked().as_str()), ("an@example.vn", "a•••@example.vn"));
        for bad in ["", "an", "an@", "@vn", "an@example", "a b@example.vn", "an@-example.vn"] {
            assert!(bad.parse::<Email>().is_err(), "{bad}");
        }
    }
}
