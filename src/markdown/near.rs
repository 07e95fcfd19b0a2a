//! Words that an editor meant as a label, and that are none.
//!
//! `## Searching a phone (staff)`, `> [STAFF]` or a line with nothing but
//! “Staff only” look like labels to whoever wrote them, and to the parser like
//! any words: all that follows would be public. In: the source of a heading or
//! of a first line. Out: whom it names. Whether it matters depends on who reads
//! the page, which is for `check` to say.

mod phrase;
mod start;

use std::ops::Range;

use self::phrase::{MOST_WORDS, Strength, named, words};
pub(super) use self::start::{By, Marked, at_start, marks};
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
    /// At the end of the title of a page.
    PageTitle,
    /// At the end of a line that stands for a heading: the rest of it.
    Title(String),
    /// At the beginning of a quote.
    Quote,
    /// On a line of its own.
    Line,
    /// Before a text on the same line.
    Lead,
    /// In an entry of a list.
    Entry,
    /// In a cell of a table.
    Cell,
    /// Behind the marks of another program.
    Marks,
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
    // In a heading, a brace that is no label is a fault of its own.
    at_any_end(title).filter(|(label, _)| !has_brace(&title[label.clone()]))
}

/// The same, in any brackets.
fn at_any_end(title: &str) -> Option<(Range<usize>, Audiences)> {
    let sign = |c: char| !c.is_alphanumeric();
    let core = title.trim_end_matches(sign);
    let mut start = core.len();
    let mut found = None;
    for _ in 0..MOST_WORDS {
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
    let is_part = |c: char| opens(c) || leads(c) || matches!(c, '*' | '_' | '#');
    let from = title[..start].trim_end_matches(|c| is_part(c) || c == ' ');
    let from = title.len() - title[from.len()..].trim_start().len();
    let label = from..title.trim_end().trim_end_matches([' ', '#']).len();
    Some((label, names))
}

/// What looks like a label at the end of the title of a page.
pub fn in_page_title(title: &str) -> Option<NearLabel> {
    let (label, names) = at_any_end(title)?;
    Some(NearLabel {
        stands: Stands::PageTitle,
        typed: title[label].to_owned(),
        names,
    })
}

/// The same for a line that stands for a heading: all of it in strong or
/// slanted letters, or ending in brackets. A sentence is none.
pub(super) fn on_title(line: &str) -> Option<(Range<usize>, Audiences)> {
    let title = line.trim_end().trim_end_matches(':');
    if is_judged(line) || title.contains("](") {
        return None;
    }
    if is_slanted(title) {
        let inner = title.trim_end_matches(['*', '_']);
        let ends = inner.ends_with(['.', '!', '?']);
        return if ends { None } else { at_end(inner) };
    }
    in_brackets(title)
}

/// Words such as “(staff only)” at the end of a text.
pub(super) fn in_brackets(text: &str) -> Option<(Range<usize>, Audiences)> {
    let label = text.trim_end().strip_suffix([')', ']', '）', '］', '】'])?;
    let open = label.rfind(opens)?;
    match named(&words(&label[open..]))? {
        (names, Strength::Bare) => Some((open..text.trim_end().len(), names)),
        _ => None,
    }
}

/// Whether all of a line is in strong or slanted letters.
pub(super) fn is_slanted(line: &str) -> bool {
    let line = line.trim();
    let inner = line.trim_matches(['*', '_']);
    let marks = line.len() - inner.len();
    marks >= 2 && line.starts_with(['*', '_']) && line.ends_with(['*', '_']) && !inner.contains('*')
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
    let bare = lead.trim_end_matches(sign);
    let numbers = bare.ends_with(|c: char| c.is_ascii_digit());
    let tag = sign == '#' && !bare.ends_with(char::is_alphanumeric);
    strength == Strength::Bare || opens(sign) || (touches && (tag || leads(sign) && !numbers))
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
    let line = line.trim();
    let signed = line.starts_with(|c| opens(c) || leads(c))
        || line.starts_with('#') && !line.starts_with("##");
    let sure = strength >= Strength::Aside
        || signed
        || strength == Strength::Slanted && line.starts_with(['*', '_'])
        || is_framed(line);
    (sure && !line.contains("[/")).then_some(names)
}

/// Whether the same signs stand before and after a line: `== Staff ==`.
fn is_framed(line: &str) -> bool {
    let Some(sign) = line.chars().next() else {
        return false;
    };
    let rest = line.trim_start_matches(sign);
    let framing = matches!(
        sign,
        '-' | '–' | '—' | '=' | '+' | '~' | ':' | '!' | '%' | '^'
    ) || matches!(sign, '*' | '_') && rest.starts_with(' ');
    framing && line.len() - rest.len() >= 2 * sign.len_utf8() && line.ends_with(sign)
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
