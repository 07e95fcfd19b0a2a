//! Slips that lead to no fault and to an odd page.
//!
//! A bullet from a word processor, a heading without its space, a fence of the
//! wrong marks: the parser takes them for words, and the page shows them. In:
//! the source of a paragraph or a line. Out: what looks odd, for a warning. A
//! page must never be warned about for being ordinary English.

use std::ops::Range;

use super::scan::{Plain, line_soon, within};
use super::{Fault, FaultKind};

/// What looks odd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// A line that begins with a bullet that makes no list.
    Bullet(String),
    /// `##Title`: the marks, and the title.
    HeadingSpace {
        /// The `#`s.
        marks: String,
        /// What follows them.
        title: String,
    },
    /// Lines with tabs between their words.
    Tabs,
    /// `'''contacts`: the word.
    FenceMarks(String),
    /// `[text] (page.md)`
    LinkSpace,
    /// `(text)[page.md]`
    LinkTurned,
    /// `[role:dsl]`: what stands between the brackets.
    SingleBracket(String),
    /// `::: warning`: the line.
    Marks(String),
    /// A paragraph that is indented so far that it is code.
    Indented,
}

/// The kinds of blocks and references that are looked for where they are not.
const BLOCKS: [&str; 4] = ["contacts", "helplines", "routes", "text"];
const REFERENCES: [&str; 3] = ["role", "helpline", "policy"];

/// What looks odd in the paragraph at `span`.
pub(super) fn paragraph(text: &str, span: &Range<usize>, faults: &mut Vec<Fault>) {
    let mut tabs = None;
    let mut dash = None;
    let mut bullet_said = false;
    let mut start = span.start;
    for (number, line) in text[span.clone()].split('\n').enumerate() {
        let bare = line.trim_start_matches([' ', '>']);
        let from = start + (line.len() - bare.len());
        let whole = from..start + line.len();
        start += line.len() + 1;
        let mut odd = |kind, span| {
            faults.push(Fault {
                kind: FaultKind::Odd(kind),
                span,
            });
        };
        if let Some(bullet) = bullet(bare) {
            // A dash at the beginning of one line is a dash in a sentence.
            let sure = !matches!(bullet, '–' | '—') || dash.is_some();
            if sure && !bullet_said {
                bullet_said = true;
                odd(
                    Odd::Bullet(bullet.to_string()),
                    dash.clone().unwrap_or_else(|| whole.clone()),
                );
            }
            // The first one counts only where the paragraph begins with it.
            if number == 0 {
                dash = Some(whole.clone());
            }
        }
        if let Some((marks, title)) = heading(bare) {
            odd(Odd::HeadingSpace { marks, title }, whole.clone());
        }
        if let Some(word) = fence(bare) {
            odd(Odd::FenceMarks(word), whole.clone());
        }
        if bare.trim().contains('\t') {
            match tabs.take() {
                Some(Some(first)) => {
                    odd(Odd::Tabs, first);
                    tabs = Some(None);
                }
                Some(None) => tabs = Some(None),
                None => tabs = Some(Some(whole)),
            }
        }
    }
}

/// The bullet that a line begins with, if it is one of a word processor.
fn bullet(line: &str) -> Option<char> {
    let bullet = line.chars().next()?;
    let rest = &line[bullet.len_utf8()..];
    let parted = match bullet {
        '•' | '·' | '◦' | '▪' | '●' | '○' | '■' | '➢' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' => {
            !rest.trim().is_empty()
        }
        '–' | '—' => rest.starts_with([' ', '\t', '\u{a0}']),
        'o' => rest.starts_with('\t'),
        _ => false,
    };
    parted.then_some(bullet)
}

/// The marks and the title of a line that was meant as a heading.
fn heading(line: &str) -> Option<(String, String)> {
    let title = line.trim_start_matches('#');
    let marks = &line[..line.len() - title.len()];
    let odd = match title.chars().next()? {
        '\u{a0}' => (1..=6).contains(&marks.len()),
        // One mark alone begins a word such as #BeKind.
        c if c.is_alphanumeric() => (2..=6).contains(&marks.len()),
        _ => false,
    };
    odd.then(|| (marks.to_owned(), title.trim().to_owned()))
}

/// The word after marks that are no fence.
fn fence(line: &str) -> Option<String> {
    let word = line.trim_start_matches(['\'', '’', '‘', '`', '´', '"', '“', '”']);
    let marks = line[..line.len() - word.len()].chars().count();
    let word = word.trim().to_lowercase();
    ((2..=4).contains(&marks) && BLOCKS.contains(&word.as_str())).then_some(word)
}

/// Notes brackets that were meant as a link or a reference.
pub(super) fn brackets(text: &str, plain: &Plain, faults: &mut Vec<Fault>) {
    for (at, sign) in text.match_indices(['[', ']', ')']) {
        let rest = &text[at..line_soon(text, at)];
        let ordinary = || within(&plain.code, at) || within(&plain.links, at);
        let (kind, length) = match sign {
            "]" if rest.starts_with("] (") && is_dest(&rest[3..], ')') => (Odd::LinkSpace, 3),
            ")" if rest.starts_with(")[") && is_dest(&rest[2..], ']') => (Odd::LinkTurned, 2),
            "[" if !text[..at].ends_with('[') => match reference(rest) {
                Some(inner) => (Odd::SingleBracket(inner.to_owned()), inner.len() + 2),
                None => continue,
            },
            _ => continue,
        };
        if !ordinary() {
            faults.push(Fault {
                kind: FaultKind::Odd(kind),
                span: at..at + length,
            });
        }
    }
}

/// Whether an address stands before `close`, and nothing else.
fn is_dest(text: &str, close: char) -> bool {
    let Some((dest, _)) = text.split_once(close) else {
        return false;
    };
    let begins = ["../", "./", "https://", "http://", "mailto:"];
    let path = dest.split('#').next().unwrap_or_default();
    let of_page = path
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"));
    let known = of_page || begins.iter().any(|begin| dest.starts_with(begin));
    known && !dest.contains(char::is_whitespace)
}

/// What stands in single brackets, if it is the name of a record.
fn reference(text: &str) -> Option<&str> {
    let (inner, after) = text.strip_prefix('[')?.split_once(']')?;
    let (kind, id) = inner.split_once(':')?;
    let id = id.split('|').next().unwrap_or_default().trim();
    let is_id = !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let known = REFERENCES.contains(&kind.trim().to_lowercase().as_str());
    (known && is_id && !after.starts_with([']', '('])).then_some(inner)
}

/// Whether an indented block is a paragraph of prose.
pub(super) fn is_prose(code: &str) -> bool {
    let mut words = code.split_whitespace();
    let first = words.next().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && words.clone().count() >= 3
        && words.all(|word| word.chars().any(char::is_alphabetic) || word.len() <= 2)
        && !code.contains([
            '{', '}', ';', '=', '<', '>', '$', '|', '\\', '_', '*', '[', ']',
        ])
}

#[cfg(test)]
mod tests;
