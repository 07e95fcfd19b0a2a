//! Rules about tables that are written in Markdown: their columns have
//! headings, and their cells have words.
//!
//! In: a page's text. Out: one finding for a table, whatever the number of its
//! gaps. Only a text with a line of dashes and bars is parsed.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::Sheet;
use crate::check::sink::PageSink;
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::{FaultKind, options};

/// Each column says what is in it (seeds O34).
pub(super) static TABLE_HEADER: Rule = Rule {
    name: "table-header",
    severity: Severity::Warning,
    summary: "Every column of a table has a heading, and a table has more than one.",
    explanation: explained!("table-header"),
};
/// An empty cell says neither yes nor no (seeds O17).
pub(super) static TABLE_CELL: Rule = Rule {
    name: "table-cell",
    severity: Severity::Warning,
    summary: "Every cell of a table that is written on a page has something in it.",
    explanation: explained!("table-cell"),
};

/// A table, as its events go by.
#[derive(Default)]
struct Table {
    header: Vec<bool>,
    header_span: Range<usize>,
    cells: usize,
    empty: usize,
    first: Option<Range<usize>>,
}

pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    if !sheet.text().lines().any(is_ruled) {
        return;
    }
    // Where rows have too few cells, which of them are empty says nothing.
    let mut faults = sheet.outline().faults.iter();
    if faults.any(|fault| matches!(fault.kind, FaultKind::RowCells { .. } | FaultKind::LooseRow)) {
        return;
    }
    let found = std::panic::catch_unwind(|| tables(sheet.text())).unwrap_or_default();
    for table in found {
        if let Some((message, help)) = of_header(&table.header) {
            let span = table.header_span.clone();
            sheet.report(sink, (&TABLE_HEADER, message, help), span);
        }
        if let Some(first) = table.first {
            let message = match table.empty {
                1 => "A cell of this table is empty, and nobody can tell what that means.".into(),
                many => format!(
                    "{many} of the {} cells of this table are empty, and nobody can tell what that means.",
                    table.cells
                ),
            };
            let help = "Write a word into each, such as “no”, “none” or “not stated”.".to_owned();
            sheet.report(sink, (&TABLE_CELL, message, help), first);
        }
    }
}

/// Whether a line can be the second one of a table.
fn is_ruled(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.bytes().all(|byte| b"|-: >\t".contains(&byte))
}

fn of_header(header: &[bool]) -> Option<(String, String)> {
    let empty: Vec<String> = header
        .iter()
        .enumerate()
        .filter(|(_, has_words)| !**has_words)
        .map(|(at, _)| (at + 1).to_string())
        .collect();
    if empty.len() == header.len() {
        return Some((
            "The first row of this table is empty, so none of its columns has a heading."
                .to_owned(),
            "Write into each cell of the first row what stands below it.".to_owned(),
        ));
    }
    if let [before @ .., last] = &empty[..] {
        let columns = match before {
            [] => format!("Column {last} of this table has no heading."),
            _ => format!(
                "Columns {} and {last} of this table have no heading.",
                before.join(", ")
            ),
        };
        return Some((
            columns,
            "Write into the first row what stands below it. For the words that each row begins with, say what they are, as in “Day” or “Who”.".to_owned(),
        ));
    }
    (header.len() == 1).then(|| {
        (
            "This table has one column, so it is a list.".to_owned(),
            "Write it as a list: each row on a line of its own that begins with a hyphen and a space.".to_owned(),
        )
    })
}

fn tables(text: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut open = Table::default();
    let mut cell: Option<(Range<usize>, bool)> = None;
    let mut in_header = false;
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(_)) => open = Table::default(),
            Event::Start(Tag::TableHead) => {
                in_header = true;
                open.header_span = span;
            }
            Event::End(TagEnd::TableHead) => in_header = false,
            Event::Start(Tag::TableCell) => cell = Some((span, false)),
            Event::End(TagEnd::TableCell) => {
                let Some((span, has_words)) = cell.take() else {
                    continue;
                };
                if in_header {
                    open.header.push(has_words);
                    continue;
                }
                open.cells += 1;
                if !has_words {
                    open.empty += 1;
                    open.first.get_or_insert(span);
                }
            }
            Event::End(TagEnd::Table) => tables.push(std::mem::take(&mut open)),
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, has_words)) = &mut cell {
                    *has_words |= words.chars().any(|c| !c.is_whitespace());
                }
            }
            Event::Start(Tag::Image { .. } | Tag::Link { .. })
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {
                if let Some((_, has_words)) = &mut cell {
                    *has_words = true;
                }
            }
            _ => {}
        }
    }
    tables
}
