//! The register as text with commas, sent while it is read: its length does not matter.

use actix_web::web::Bytes;
use futures_util::{Stream, stream};

use super::cells::{cells, headings};
use crate::{
    dossiers::{self, RegisterCursor, RegisterFilter, Rules},
    kernel::actor::Official,
    web::shell::{Error, Visit},
};

/// Rows read at a time.
const PART: usize = 500;

struct Reading {
    visit: Visit,
    official: Official,
    rules: Rules,
    filter: RegisterFilter,
    /// Where to go on; `None` at the end.
    from: Option<Option<RegisterCursor>>,
    number: usize,
}

/// The heading, then part after part. Each part borrows a connection and gives it back.
pub fn lines(visit: &Visit, official: Official, rules: Rules, filter: RegisterFilter) -> impl Stream<Item = Result<Bytes, Error>> + use<> {
    let reading = Reading { visit: visit.clone(), official, rules, filter, from: Some(None), number: 0 };
    // The mark by which spreadsheets know UTF-8.
    let heading = format!("\u{feff}{}", line(&headings(visit)));
    let parts = stream::try_unfold(reading, |mut reading| async move {
        let Some(place) = reading.from else { return Ok(None) };
        let text = reading.part(place).await?;
        Ok(Some((Bytes::from(text), reading)))
    });
    futures_util::StreamExt::chain(stream::once(async move { Ok(Bytes::from(heading)) }), parts)
}

impl Reading {
    async fn part(&mut self, place: Option<RegisterCursor>) -> Result<String, Error> {
        let mut conn = self.visit.platform().db.get().await.map_err(|_| Error::Busy)?;
        let asked = (place, PART);
        let part = dossiers::register(&mut conn, &self.rules, self.visit.now(), &self.official, &self.filter, asked)
            .await
            .map_err(Error::internal)?;
        self.from = part.next.map(Some);
        let mut text = String::new();
        for row in &part.rows {
            self.number += 1;
            text.push_str(&line(&cells(&self.visit, self.number, row)));
        }
        Ok(text)
    }
}

fn line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r', ';']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// A name that a spreadsheet would take for a formula is led by an apostrophe.
fn harmless(cell: &str) -> String {
    let dangerous = cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) || cell.starts_with(['\t', '\r', '\n']);
    if dangerous { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn no_cell_is_a_formula_and_no_cell_ends_the_line() {
        let cells =
            ["=HYPERLINK(\"http://x\")", "+84 912", "-1", "@SUM(A1)", " =1+1", "\t=1", "Nguyễn, Văn \"Mẫu\"", "hai\ndòng", "thường"];
        let written = line(&cells.map(str::to_owned));
        let expected =
            "\"'=HYPERLINK(\"\"http://x\"\")\",'+84 912,'-1,'@SUM(A1),' =1+1,'\t=1,\"Nguyễn, Văn \"\"Mẫu\"\"\",\"hai\ndòng\",thường\r\n";
        assert_eq!(written, expected);
    }
}
