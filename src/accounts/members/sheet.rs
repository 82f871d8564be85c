//! A list of posts as it comes out of a spreadsheet: every bad line is named, and then nothing is done.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::NewPost;
use crate::kernel::{
    actor::Role,
    ids::AgencyId,
    text::{fold, line},
};

/// The columns in their order: e-mail, name, agency, role, title, from, until.
pub const COLUMNS: usize = 7;

/// What the words of a list mean: codes or names of agencies and roles.
pub struct Resolve<'a> {
    pub agency: &'a dyn Fn(&str) -> Option<AgencyId>,
    pub role: &'a dyn Fn(&str) -> Option<Role>,
    /// Whether who reads the list in may give this post.
    pub may: &'a dyn Fn(AgencyId, Role) -> bool,
    pub today: NaiveDate,
}

/// A line that cannot be taken, counted as a spreadsheet counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    pub line: usize,
    pub fault: SheetFault,
    /// What stands there.
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFault {
    Columns,
    Email,
    Name,
    Agency,
    Role,
    NotYours,
    From,
    Until,
    Backwards,
    /// The same post stands above.
    Twice,
}

impl SheetFault {
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Columns => "sheet-columns",
            Self::Email => "sheet-email",
            Self::Name => "sheet-name",
            Self::Agency => "sheet-agency",
            Self::Role => "sheet-role",
            Self::NotYours => "sheet-not-yours",
            Self::From => "sheet-from",
            Self::Until => "sheet-until",
            Self::Backwards => "sheet-backwards",
            Self::Twice => "sheet-twice",
        }
    }
}

/// Reads a list; commas, semicolons and tabs are understood, and a first line of headings.
pub fn read_sheet(text: &str, resolve: &Resolve<'_>) -> (Vec<NewPost>, Vec<LineFault>) {
    let (mut posts, mut faults, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    for (place, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            faults.push(LineFault { line: place + 1, fault: SheetFault::Columns, value: String::new() });
            continue;
        };
        let number = record.position().and_then(|position| line_of(text, position)).unwrap_or(place + 1);
        let cells: Vec<String> = record.iter().map(line).collect();
        if cells.iter().all(String::is_empty) || (posts.is_empty() && faults.is_empty() && is_heading(&cells)) {
            continue;
        }
        match post(&cells, resolve) {
            Err((fault, value)) => faults.push(LineFault { line: number, fault, value }),
            Ok(post) => match seen.insert((post.email.clone(), post.agency, post.role), number) {
                Some(above) => faults.push(LineFault { line: number, fault: SheetFault::Twice, value: above.to_string() }),
                None => posts.push(post),
            },
        }
    }
    (posts, faults)
}

/// The reader says where it began to look; empty lines before the record stand between.
fn line_of(text: &str, position: &csv::Position) -> Option<usize> {
    let ahead = text.as_bytes().get(usize::try_from(position.byte()).ok()?..)?;
    let empty = ahead.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    Some(usize::try_from(position.line()).ok()? + empty)
}

fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |wanted: char| first.matches(wanted).count();
    [';', '\t'].into_iter().find(|c| count(*c) > count(',')).map_or(b',', |c| if c == ';' { b';' } else { b'\t' })
}

fn is_heading(cells: &[String]) -> bool {
    let named = |cell: &String| ["mail", "thu dien tu"].iter().any(|word| fold(cell).contains(word));
    cells.first().is_some_and(|cell| !cell.contains('@') && named(cell))
}

fn post(cells: &[String], resolve: &Resolve<'_>) -> Result<NewPost, (SheetFault, String)> {
    let cell = |place: usize| cells.get(place).map(String::as_str).unwrap_or_default();
    let wrong = |fault: SheetFault, place: usize| (fault, cell(place).to_owned());
    if cells.len() < 4 || cells.len() > COLUMNS {
        return Err((SheetFault::Columns, cells.len().to_string()));
    }
    let email = cell(0).parse().map_err(|_| wrong(SheetFault::Email, 0))?;
    let name = cell(1).parse().map_err(|_| wrong(SheetFault::Name, 1))?;
    let agency = (resolve.agency)(cell(2)).ok_or_else(|| wrong(SheetFault::Agency, 2))?;
    let role = (resolve.role)(cell(3)).ok_or_else(|| wrong(SheetFault::Role, 3))?;
    if !(resolve.may)(agency, role) {
        return Err(wrong(SheetFault::NotYours, 2));
    }
    let from = if cell(5).is_empty() { resolve.today } else { day(cell(5)).ok_or_else(|| wrong(SheetFault::From, 5))? };
    let until = if cell(6).is_empty() { None } else { Some(day(cell(6)).ok_or_else(|| wrong(SheetFault::Until, 6))?) };
    if until.is_some_and(|until| until < from) {
        return Err(wrong(SheetFault::Backwards, 6));
    }
    Ok(NewPost { name, email, agency, role, title: cell(4).to_owned(), from, until })
}

/// `2026-12-01` or `01/12/2026`
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y")).ok()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Resolve, SheetFault, read_sheet};
    use crate::kernel::{actor::Role, ids::AgencyId};

    #[test]
    fn every_bad_line_is_named_and_the_good_ones_are_read() {
        let agency = AgencyId::new();
        let resolve = Resolve {
            agency: &|word| (word == "H44.1").then_some(agency),
            role: &|word| word.parse().ok(),
            may: &|_, role: Role| role != Role::SystemAdmin,
            today: NaiveDate::default(),
        };
        let text = "E-mail;Họ tên;Cơ quan;Vai trò;Chức danh;Từ;Đến\n\
            a@example.vn;Lê Thị Tiếp;H44.1;reception_officer;\"Cán bộ; một cửa\";01/12/2026;\n\
            khong;Lê Thị Tiếp;H44.1;reception_officer\n\
            b@example.vn;Lê Văn B;H44.9;reception_officer\n\
            c@example.vn;Lê Văn C;H44.1;giam_doc\n\
            d@example.vn;Lê Văn D;H44.1;system_admin\n\
            \n\
            e@example.vn;Lê Văn E;H44.1;cashier;;32/12/2026\n\
            f@example.vn;Lê Văn F;H44.1;cashier;;02/12/2026;01/12/2026\n\
            a@example.vn;Lê Thị Tiếp;H44.1;reception_officer\n\
            g@example.vn\n";
        let (posts, faults) = read_sheet(text, &resolve);
        assert_eq!(posts.iter().map(|post| post.title.as_str()).collect::<Vec<_>>(), ["Cán bộ; một cửa"]);
        let told: Vec<_> = faults.iter().map(|fault| (fault.line, fault.fault)).collect();
        let expected = [
            (3, SheetFault::Email),
            (4, SheetFault::Agency),
            (5, SheetFault::Role),
            (6, SheetFault::NotYours),
            (8, SheetFault::From),
            (9, SheetFault::Backwards),
            (10, SheetFault::Twice),
            (11, SheetFault::Columns),
        ];
        assert_eq!(told, expected);
        let (_, again) = read_sheet(&text.replace('\n', "\r\n"), &resolve);
        assert_eq!(again, faults, "lines end as they do on another system");
    }
}
