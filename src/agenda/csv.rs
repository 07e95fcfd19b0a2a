//! What is due, for a spreadsheet.
//!
//! In: entries in their order, and the words for the sentences. Out: comma-separated
//! values (RFC 4180), a line for each entry below a line of headings, with the
//! names that JSON has.
//! Must never hold a cell that a spreadsheet would run: titles and evidence
//! are whatever somebody typed.

use super::{Change, Entry, State};
use crate::wording::Wording;

/// The byte order mark. Without it Excel takes a file that is opened with a
/// double click for one in the old encoding of the machine, and shows “é” and
/// every quotation mark as rubbish; other programs know it and pass it over.
const MARK: &str = "\u{feff}";

const HEADINGS: &str = "id,kind,title,owner,approved,last,every,due,because,state,also,days_left,changed,opened,redated,evidence";

/// All entries, a line each.
pub fn document(entries: &[Entry], wording: &Wording) -> String {
    let mut document = format!("{MARK}{HEADINGS}\r\n");
    for entry in entries {
        document.push_str(&line(entry, wording).join(","));
        document.push_str("\r\n");
    }
    document
}

/// The cells of an entry. Dates and numbers are our own and stay as they are,
/// so that a spreadsheet can sort by them.
fn line(entry: &Entry, wording: &Wording) -> [String; 16] {
    let Entry {
        id,
        kind,
        title,
        owner,
        approved,
        last,
        every,
        due,
        because,
        state,
        also,
        days_left,
        changed,
        opened,
        redated,
        evidence,
    } = entry;
    let written = |text: &Option<String>| text.as_deref().map(cell).unwrap_or_default();
    let day = |day: &Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let also: Vec<&str> = also.iter().map(|state| State::word(*state)).collect();
    let changed = changed.iter().map(|it| change(it, wording));
    let changed: Vec<String> = changed.collect();
    let opened: Vec<String> = opened.iter().map(|it| it.said(wording)).collect();
    [
        cell(id),
        kind.word().to_owned(),
        cell(title),
        owner
            .as_ref()
            .map(|owner| cell(&owner.id))
            .unwrap_or_default(),
        day(approved),
        written(&last.map(|last| last.to_string())),
        written(&every.as_ref().map(ToString::to_string)),
        day(due),
        cell(&because.said(wording)),
        state.word().to_owned(),
        cell(&also.join("; ")),
        days_left.map(|days| days.to_string()).unwrap_or_default(),
        cell(&changed.join("; ")),
        cell(&opened.join("; ")),
        redated.to_string(),
        written(evidence),
    ]
}

/// `staff: Phones, the beginning`
fn change(change: &Change, wording: &Wording) -> String {
    let Change { view, sections } = change;
    let sections: Vec<String> = sections
        .iter()
        .map(|title| match title.as_str() {
            "" => wording.said("review.beginning", &[]),
            title => title.to_owned(),
        })
        .collect();
    if sections.is_empty() {
        return (*view).to_owned();
    }
    format!("{view}: {}", sections.join(", "))
}

/// A text as a cell, always in quotes, so that neither a comma nor the
/// semicolon of other countries ends it. A text that begins as a formula does
/// gets an apostrophe before it: then it is a text to a spreadsheet, too.
fn cell(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let runs = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    let guard = if text.trim_start_matches(' ').starts_with(runs) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::tests::overdue;

    #[test]
    fn an_entry_is_a_line_and_an_absent_thing_is_empty() {
        let said = document(&[overdue()], &Wording::english());
        let lines: Vec<&str> = said.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("\u{feff}id,kind,title,"));
        assert_eq!(
            lines[1],
            "\"policies/online-safety\",policy,\"Online safety\",\"online-safety-lead\",,\"2024-09\",\"1 year\",2025-09-30,\"next review stated as September 2025\",overdue,\"pending\",-418,\"staff: Phones, the beginning\",\"a new edition of a guidance, second (May 2026)\",1,"
        );
    }

    #[test]
    fn no_cell_is_run_and_none_breaks_out() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+44 1632", "\"'+44 1632\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            (" =1", "\"' =1\""),
            ("＝1", "\"'＝1\""),
            ("a,b;=c", "\"a,b;=c\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
