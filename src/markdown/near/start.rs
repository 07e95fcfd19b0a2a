//! Labels that stand at the beginning of what they are meant for.
//!
//! “Staff only: the key is in the safe”, `(Staff) Ask first`, `**Staff only**
//! Ask first`, and the marks of other programs, as in `::: staff`. In: the
//! source of a line. Out: the words that look like a label, and what sets them
//! off. Must stay quiet over ordinary sentences: “Staff only use school
//! phones”, “**Staff:** leave phones in a locker”.

use std::ops::Range;

use super::phrase::{self, MOST_WORDS, Strength, named};
use super::{LONGEST, has_brace, opens};
use crate::audience::Audiences;

/// Words that look like a label, with text behind them on the line.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Lead {
    /// Where they stand in the line, with their signs.
    pub(in crate::markdown) words: Range<usize>,
    /// Whom they name.
    pub(in crate::markdown) names: Audiences,
    /// What sets them off.
    pub(in crate::markdown) by: By,
}

/// What sets a label off from the text behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum By {
    /// A colon: “Staff only: …”
    Colon,
    /// Capitals and a colon: “STAFF: …”
    Capitals,
    /// Brackets: `[Staff] …`
    Brackets,
    /// A dash, the end of a sentence or another sign: “Staff only – …”
    Sign,
    /// Strong or slanted letters: `**Staff only** …`
    Letters,
}

/// The signs before a phrase.
#[derive(Clone, Copy)]
struct Before {
    bracket: bool,
    slanted: bool,
}

/// The words at the beginning of `line` that look like a label for what
/// follows on it.
pub(in crate::markdown) fn at_start(line: &str) -> Option<Lead> {
    let line = &line[..line.floor_char_boundary(2 * LONGEST)];
    let from = line.len() - line.trim_start().len();
    let mut at = line.find(char::is_alphanumeric)?;
    let signs = &line[..at];
    // A sign on a door is quoted, braces are faults of their own, and what
    // ends a part has begun somewhere.
    if signs.contains(['"', '\'', '“', '‘', '«', '{', '}'])
        || signs.contains("[!")
        || signs.contains("[/")
    {
        return None;
    }
    let before = Before {
        bracket: signs.contains(opens),
        slanted: signs.ends_with(['*', '_']),
    };
    let first = at;
    let mut words = String::new();
    let mut found = None;
    for _ in 0..MOST_WORDS {
        let word = &line[at..];
        let end = at + word.find(is_sign).unwrap_or(word.len());
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&line[at..end].to_lowercase());
        if let Some((names, strength)) = named(&words) {
            let typed = &line[first..end];
            let whole = Whole {
                words: &words,
                capitals: names == Audiences::STAFF && !typed.contains(char::is_lowercase),
                strength,
            };
            if let Some(by) = whole.set_off(before, &line[end..]) {
                let words = from..end + closing(&line[end..]);
                found = Some(Lead { words, names, by });
            }
        }
        let Some(gap) = line[end..].find(char::is_alphanumeric) else {
            break;
        };
        if gap == 0 || parts(&line[end..end + gap]) && !phrase::is_preamble(&words) {
            break;
        }
        at = end + gap;
    }
    found
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Whether the signs between two words part a phrase.
fn parts(gap: &str) -> bool {
    let joins =
        |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2011}' | '*' | '_' | '&' | '/' | ',');
    gap.contains(" -") || !gap.chars().all(joins)
}

/// How many bytes of `after` belong to the label before it.
fn closing(after: &str) -> usize {
    let signs = [
        '*', '_', ':', '：', '.', '!', ')', ']', '）', '］', '｝', '】', '`', '\\',
    ];
    after.len() - after.trim_start_matches(signs).len()
}

/// A phrase that may be a label.
struct Whole<'p> {
    words: &'p str,
    capitals: bool,
    strength: Strength,
}

impl Whole<'_> {
    /// What sets the phrase off from the text `after` it, if anything does.
    fn set_off(&self, before: Before, after: &str) -> Option<By> {
        let skipped = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '\\');
        let rest = after.trim_start_matches(skipped);
        let spaced = rest.len() < after.len();
        let mut signs = rest.chars();
        let sign = signs.next()?;
        let next = signs.as_str();
        let parted = next.is_empty() || next.starts_with(|c: char| skipped(c) || c == sign);
        let aside = self.strength >= Strength::Aside;
        let by = match sign {
            ':' | '：' if aside => Some(By::Colon),
            ':' | '：' if self.capitals => Some(By::Capitals),
            '–' | '—' | '→' | '»' | '>' | '=' | '•' | '·' if aside => Some(By::Sign),
            '-' if aside && spaced && parted => Some(By::Sign),
            '.' | '!' if aside && parted => Some(By::Sign),
            ')' | ']' | '）' | '］' | '】' | '`' if before.bracket && !is_link(next) => {
                Some(By::Brackets)
            }
            _ => None,
        };
        // “**Only staff** may” is how a sentence begins.
        let letters = before.slanted && after.starts_with(['*', '_']);
        let sure = self.strength == Strength::Bare && !self.words.starts_with("only");
        by.or((letters && sure && !is_link(next)).then_some(By::Letters))
    }
}

/// Whether what follows a bracket makes it a link.
fn is_link(next: &str) -> bool {
    next.starts_with(['(', '['])
}

/// What another program begins with its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Marked {
    /// A part for these readers: `::: staff`.
    For(Audiences),
    /// A box, or a note to oneself: `::: warning`.
    Box,
}

/// What a line begins, if it has the marks of another program.
pub(in crate::markdown) fn marks(line: &str) -> Option<Marked> {
    let mark = line.chars().next().filter(|mark| is_mark(*mark))?;
    let rest = line.trim_start_matches(mark);
    let run = (line.len() - rest.len()) / mark.len_utf8();
    if run < 2 || line.len() > LONGEST || has_brace(line) {
        return None;
    }
    let words = phrase::words(rest);
    let staff = |word: &str| word == "staff" || word == "teachers";
    let begins = words.split(' ').next().is_some_and(staff);
    let alone = named(&words).map(|(names, _)| names);
    match (mark, run) {
        (':', 3..) if words.split(' ').any(staff) => Some(Marked::For(Audiences::STAFF)),
        ('!' | '?', 3) | ('%', 2) if begins => Some(Marked::For(Audiences::STAFF)),
        (':', 3..) if alone.is_some() => alone.map(Marked::For),
        (':', 3..) | ('%', 2) if !words.is_empty() => Some(Marked::Box),
        ('*' | '_', 3..) if !rest.starts_with(' ') => None,
        (_, 3..) => alone.map(Marked::For),
        (_, _) => None,
    }
}

/// A sign that is repeated to mark a part.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        ':' | '!' | '?' | '%' | '-' | '–' | '—' | '=' | '+' | '~' | '^' | '@' | '<' | '*' | '_'
    )
}

#[cfg(test)]
mod tests;
