//! Words that an editor meant as a label, and that are none.
//!
//! `## Searching a phone (staff)`, `> [STAFF]` or a line with nothing but
//! “Staff only” look like labels to whoever wrote them, and to the parser like
//! any words: all that follows would be public. In: the source of a heading or
//! of a first line. Out: whom it names. Whether it matters depends on who reads
//! the page, which is for `check` to say.

use std::ops::Range;

use crate::audience::{Audience, Audiences};

/// Words that look like a label and are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearLabel {
    /// Where they stand.
    pub stands: Stands,
    /// The words with their signs, as written.
    pub typed: String,
    /// Whom they name.
    pub names: Audiences,
}

/// Where words that look like a label stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// At the end of a heading.
    Heading {
        /// The rest of the heading.
        title: String,
        /// 1 to 6.
        level: u8,
    },
    /// On the first line of a quote.
    Quote,
    /// On a line of its own.
    Line,
}

/// How much like a label words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// Only with a bracket or another sign before them.
    Signed,
    /// Even bare: nobody means anything else by them.
    Bare,
}

/// Whom a phrase names, in small letters with single spaces, if it is one that
/// editors use for a label.
fn named(phrase: &str) -> Option<(Audiences, Strength)> {
    Some(match phrase {
        "staff" | "for staff" => (Audiences::STAFF, Strength::Signed),
        "parents" => (Audience::Parents.into(), Strength::Signed),
        "staff only"
        | "only staff"
        | "for staff only"
        | "only for staff"
        | "school staff only"
        | "for school staff only"
        | "staff use only"
        | "for staff use only"
        | "not for parents"
        | "not for parents or children"
        | "not for parents or pupils"
        | "not for children or parents"
        | "not for pupils or parents" => (Audiences::STAFF, Strength::Bare),
        "parents only" | "for parents only" | "only for parents" => {
            (Audience::Parents.into(), Strength::Bare)
        }
        _ => return None,
    })
}

/// The words of a text in small letters, without signs.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The longest line that can be a label and nothing else, in bytes.
const LONGEST: usize = 80;

/// Signs that open a label, or what an editor takes for one.
fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '<' | '`' | '\\' | '（' | '［' | '｛' | '＜' | '【' | '〈'
    )
}

/// Signs that belong to a label when they touch its first letter: before a
/// space they end a sentence, or number a heading.
fn leads(c: char) -> bool {
    matches!(c, '.' | '!' | '．' | '！')
}

/// The words at the end of a heading that look like a label: where they stand
/// in `title`, and whom they name. `title` is the heading's own line.
pub(super) fn at_end(title: &str) -> Option<(Range<usize>, Audiences)> {
    let sign = |c: char| !c.is_alphanumeric();
    let core = title.trim_end_matches(sign);
    let mut start = core.len();
    let mut found = None;
    // The longest phrase has five words.
    for _ in 0..5 {
        let before = core[..start].trim_end_matches(sign);
        if before.is_empty() {
            break;
        }
        let space = before.char_indices().rev().find(|(_, c)| sign(*c));
        start = space.map_or(0, |(at, c)| at + c.len_utf8());
        let label = named(&words(&core[start..]));
        if let Some((names, strength)) = label
            && is_set_off(&core[..start], strength)
        {
            found = Some((start, names));
        }
    }
    let (start, names) = found?;
    let is_part = |c: char| opens(c) || leads(c) || matches!(c, '*' | '_');
    let from = title[..start].trim_end_matches(|c| is_part(c) || c == ' ');
    let from = title.len() - title[from.len()..].trim_start().len();
    let label = from..title.trim_end().trim_end_matches([' ', '#']).len();
    (!has_brace(&title[label.clone()])).then_some((label, names))
}

/// Whether a phrase is set off from the words `before` it, as a label is.
fn is_set_off(before: &str, strength: Strength) -> bool {
    let lead = before.trim_end();
    let Some(sign) = lead.chars().next_back() else {
        return strength == Strength::Bare;
    };
    if sign.is_alphanumeric() {
        return false;
    }
    let touches = lead.len() == before.len();
    let numbers = lead
        .trim_end_matches(sign)
        .ends_with(|c: char| c.is_ascii_digit());
    strength == Strength::Bare || opens(sign) || (leads(sign) && touches && !numbers)
}

/// Whom the first line of a quote names, if it holds nothing else.
pub(super) fn on_quote(line: &str) -> Option<Audiences> {
    if is_judged(line) {
        return None;
    }
    let phrase = words(line);
    if let Some((names, _)) = named(&phrase) {
        return Some(names);
    }
    let mut names = Audiences::NONE;
    for word in phrase.split(' ') {
        match Audience::from_word(word) {
            Some(audience) => names = names.or(audience.into()),
            None if matches!(word, "only" | "and" | "for") => {}
            None => return None,
        }
    }
    (!names.is_empty()).then_some(names)
}

/// Whom a line of the page names, if it holds nothing else.
pub(super) fn on_line(line: &str) -> Option<Audiences> {
    if is_judged(line) {
        return None;
    }
    let (names, strength) = named(&words(line))?;
    let signed = line.trim_start().starts_with(|c| opens(c) || leads(c));
    (strength == Strength::Bare || signed).then_some(names)
}

/// Whether a line is no label at all, or one that other rules judge.
fn is_judged(line: &str) -> bool {
    let in_code = line.contains('`');
    line.len() > LONGEST || has_brace(line) || (line.contains("[!") && !in_code)
}

/// Whether a curly bracket is there that is a fault of its own already.
fn has_brace(text: &str) -> bool {
    text.contains(['{', '}']) && !text.contains(['`', '\\'])
}

#[cfg(test)]
mod tests;
