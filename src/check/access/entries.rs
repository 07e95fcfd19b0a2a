//! A rule about lists: an entry is more than the words of a heading.
//!
//! In: a page's text, line by line, and its headings. Out: each entry that is a
//! heading's words and nothing else. One word alone is left alone: a list of
//! things may well name what a section is about.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Sheet, bare};
use crate::check::sink::PageSink;
use crate::diagnostic::{Rule, Severity, explained};

/// An entry does not only name a part of the page (seeds O12).
pub(super) static BARE_REFERENCE: Rule = Rule {
    name: "bare-reference",
    severity: Severity::Warning,
    summary: "An entry of a list that names a part of its page leads there.",
    explanation: explained!("bare-reference"),
};

pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    let headings = &sheet.outline().headings;
    let titles: BTreeSet<String> = headings
        .iter()
        .map(|heading| bare(&heading.title))
        .filter(|title| title.contains(' '))
        .collect();
    if titles.is_empty() {
        return;
    }
    for entry in entries(sheet.text()) {
        let words = &sheet.text()[entry.clone()];
        let named = bare(words);
        if words.contains("](") || !titles.contains(&named) {
            continue;
        }
        let heading = headings.iter().find(|of| bare(&of.title) == named);
        let id = heading.map_or("", |heading| heading.id.as_str());
        let words = words.trim_end_matches(['.', ';', ':', ',']);
        let message = format!(
            "This entry says “{words}” and nothing else, which is the heading of another part of this page."
        );
        let help = format!(
            "If readers are to go there, make it a link: [{words}](#{id}). If not, say here what they are to know, or take it out."
        );
        sheet.report(sink, (&BARE_REFERENCE, message, help), entry);
    }
}

/// The entries of lists that have one line, without their marks.
fn entries(text: &str) -> Vec<Range<usize>> {
    let mut entries: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let mut fenced = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '>']);
        fenced ^= inner.starts_with("```") || inner.starts_with("~~~");
        let words = if fenced { None } else { entry(inner) };
        if let Some(words) = words {
            let from = start + line.len() - inner.len() + (inner.len() - words.len());
            entries.push(from..from + words.trim_end().len());
            is_open = true;
        } else {
            // The entry runs on.
            if is_open && !inner.trim().is_empty() {
                entries.pop();
            }
            is_open = false;
        }
        start += line.len();
    }
    entries
}

/// What stands behind the mark of an entry.
fn entry(line: &str) -> Option<&str> {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < line.len() {
        digits.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    }?;
    rest.starts_with(' ').then(|| rest.trim_start())
}
