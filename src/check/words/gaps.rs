//! Gaps that a template leaves to be filled in: `[insert school name]`,
//! “delete as appropriate”, “TBC”, “XX”, and filling words.

use std::ops::Range;

use super::residue::TEMPLATE_RESIDUE;
use super::{Found, Read};
use crate::check::sink::Said;

/// What the words in square brackets begin with, where they ask for something.
const ASKS: [&str; 17] = [
    "add", "amend", "choose", "complete", "delete", "describe", "enter", "fill", "insert", "link",
    "schools", "select", "specify", "state", "type", "xx", "xxx",
];
/// The same, where nothing else stands in the brackets, or “here” or what it
/// is of.
const ASKED: [&str; 16] = [
    "address",
    "date",
    "email",
    "headteacher",
    "link",
    "logo",
    "month",
    "name",
    "names",
    "number",
    "phone",
    "role",
    "telephone",
    "title",
    "url",
    "year",
];
/// Words behind which something asked for is the school's.
const SCHOOLS: [&str; 4] = ["school", "school's", "your", "academy"];
/// What is to be inserted, where there are no brackets: of the school, or by
/// itself.
const INSERTED: [&str; 6] = ["address", "crest", "date", "details", "logo", "name"];
/// How an editor is told to strike something out.
const AS: [&str; 5] = [
    "applicable",
    "appropriate",
    "necessary",
    "needed",
    "required",
];
/// Behind these, XX is a number.
const ROMAN: [&str; 9] = [
    "act", "chapter", "louis", "part", "pope", "section", "super", "title", "volume",
];

/// Whether something could stand in square brackets in a text, marks and all,
/// that is no link.
pub(super) fn may_stand_in(text: &str) -> bool {
    text.match_indices('[').any(|(at, _)| {
        let inner = &text[at + 1..];
        let is_word = inner.starts_with(|c: char| c.is_alphabetic());
        let end = inner
            .bytes()
            .take(80)
            .position(|b| matches!(b, b']' | b'['));
        is_word && end.is_some_and(|end| !inner[end + 1..].starts_with(['(', ']', '[']))
    })
}

/// Each gap, in plain words.
pub(super) fn found(read: &Read<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < read.len() {
        let gap = gap(read, at).filter(|_| read.is_plain(at));
        match gap {
            Some((words, said)) => {
                let length = words.len().max(1);
                found.push((said, read.words.span(words)));
                at += length;
            }
            None => at += 1,
        }
    }
}

/// The gap that begins with a word, and what is said of it.
fn gap(read: &Read<'_>, at: usize) -> Option<(Range<usize>, Said)> {
    if let Some(words) = bracketed(read, at) {
        let written = format!("[{}]", read.written(words.clone()));
        return Some((words, left(&written)));
    }
    let next = (read.plain(at + 1), read.plain(at + 2));
    let length = match (read.plain(at), next.0, next.1) {
        ("lorem", "ipsum", _) => 2,
        ("delete" | "amend", "as" | "where" | "if", word) if AS.contains(&word) => 3,
        ("delete" | "amend", "where" | "if", "not") => 3,
        ("insert", "school", word) if INSERTED.contains(&word) => 3,
        ("insert", word, "here" | "of" | "") if INSERTED.contains(&word) => 2,
        ("tbc" | "tba" | "tbd", _, _) if read.words.said(at).chars().all(char::is_uppercase) => 1,
        (_, _, _) if is_crossed(read, at) => 1,
        (_, _, _) => return None,
    };
    let words = at..at + length;
    let written = read.written(words.clone());
    Some((words, left(written)))
}

/// The words in square brackets, where they ask for something.
fn bracketed(read: &Read<'_>, at: usize) -> Option<Range<usize>> {
    let text = read.passage.text();
    let start = read.words.get(at)?.span.start;
    text[..start].trim_end().ends_with('[').then_some(())?;
    let mut end = at;
    while !read.between(end).contains(']') {
        end += 1;
        // What somebody else left out is never so long.
        (end < read.len() && end - at < 12).then_some(())?;
    }
    let (first, second) = (read.plain(at), read.plain(at + 1));
    let is_alone = end == at;
    let is_to_be = || first == "to" && second == "be" && end > at + 1;
    let asks = is_to_be()
        || (ASKS.contains(&first) && !is_alone)
        || ["insert", "xx", "xxx"].contains(&first)
        || (ASKED.contains(&first)
            && (is_alone || ["here", "of"].contains(&second) || ASKED.contains(&second)))
        || (SCHOOLS.contains(&first) && (at..=end).any(|at| ASKED.contains(&read.plain(at))));
    asks.then_some(at..end + 1)
}

/// Whether a word has nothing but crosses, behind figures at most: `20XX`.
fn is_crossed(read: &Read<'_>, at: usize) -> bool {
    let word = read.words.said(at);
    let crosses = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = ROMAN.contains(&read.before(at, 1));
    crosses.len() > 1
        && crosses.chars().all(|c| c == 'X')
        && !is_number
        && !["chromosome", "chromosomes", "century"].contains(&read.plain(at + 1))
        // One gap is one mistake: XX/XX/20XX, 01632 XXX XXX.
        && !at.checked_sub(1).is_some_and(|last| is_crossed(read, last))
}

fn left(written: &str) -> Said {
    (
        &TEMPLATE_RESIDUE,
        format!("“{written}” was left by a template, for somebody to fill in or to choose."),
        "Write what your school says in its place, or take the sentence out until it is known."
            .to_owned(),
    )
}
