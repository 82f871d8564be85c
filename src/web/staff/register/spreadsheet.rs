//! The register as a spreadsheet. Every cell is text: what somebody calls himself is never a formula.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::cells::{COLUMNS, cells, headings};
use crate::{
    dossiers::{self, RegisterFilter, Rules},
    kernel::actor::Official,
    platform::db::Conn,
    web::{
        shell::{Error, Visit},
        words,
    },
};

const PART: usize = 1_000;
/// The book is made in memory before it is sent; more rows are for the text, which is sent
/// while it is read.
const MOST: usize = 50_000;
/// Letters that fit into each column.
const WIDTHS: [f64; COLUMNS.len()] = [6.0, 24.0, 40.0, 10.0, 26.0, 20.0, 26.0, 17.0, 17.0, 13.0, 13.0, 18.0, 22.0, 22.0, 22.0, 24.0];

/// Rows leave memory as they are written.
pub async fn book(conn: &mut Conn, visit: &Visit, official: &Official, rules: &Rules, filter: &RegisterFilter) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    begin(visit, sheet, filter).map_err(Error::internal)?;
    let (mut place, mut number) = (None, 0);
    loop {
        let asked = (place, PART);
        let part = dossiers::register(conn, rules, visit.now(), official, filter, asked).await.map_err(Error::internal)?;
        for row in &part.rows {
            number += 1;
            write(sheet, number + 2, &cells(visit, number, row), &bordered()).map_err(Error::internal)?;
        }
        place = part.next;
        if place.is_some() && number >= MOST {
            let said = visit.text("register-book-full", &[("most", MOST.into())]);
            sheet.write_string(u32::try_from(number + 3).unwrap_or(u32::MAX), 0, said).map_err(Error::internal)?;
            break;
        }
        if place.is_none() {
            break;
        }
    }
    book.save_to_buffer().map_err(Error::internal)
}

fn begin(visit: &Visit, sheet: &mut Worksheet, filter: &RegisterFilter) -> Result<(), XlsxError> {
    let day = |day: Option<chrono::NaiveDate>| day.map(words::day).unwrap_or_default();
    let period = visit.text("register-period", &[("from", day(filter.days.from).into()), ("to", day(filter.days.to).into())]);
    sheet.set_name(visit.text("register-sheet", &[]))?.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(2, 2)?;
    sheet.set_freeze_panes(3, 2)?;
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, visit.text("register-title", &[]), &Format::new().set_bold().set_font_size(14))?;
    sheet.write_string(1, 0, period)?;
    write(sheet, 2, &headings(visit), &bordered().set_bold().set_align(FormatAlign::Center))
}

fn bordered() -> Format {
    Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top)
}

fn write(sheet: &mut Worksheet, row: usize, cells: &[String], format: &Format) -> Result<(), XlsxError> {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    for (column, cell) in (0u16..).zip(cells) {
        sheet.write_string_with_format(row, column, cell, format)?;
    }
    Ok(())
}
