//! Whether a page says what a short form on it is short for.
//!
//! In: where a short form stands, and the passages of its page. Out: whether
//! `… (VLE)`, `VLE (…)`, “VLE stands for” or the words themselves are there.

use super::Read;
use crate::words::Mark;

/// How many words before a bracket may be what the letters stand for.
const BEFORE: usize = 10;

/// What follows a short form where it is explained.
const FOLLOWS: [&str; 6] = [
    " stands for",
    " is short for",
    " means",
    ", short for",
    ", which stands for",
    ", which is short for",
];
/// What stands before it.
const LEADS: [&str; 4] = ["known as ", "known as the ", "called ", "called the "];
/// Words that letters are seldom taken from.
const SMALL: [&str; 10] = ["a", "an", "and", "at", "for", "in", "of", "on", "the", "to"];

/// Whether one of its places explains a short form, or its words stand on the
/// page one behind the other.
pub(super) fn is_spelt_out(stem: &str, places: &[(&Read<'_>, usize)], read: &[Read<'_>]) -> bool {
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = letters.to_lowercase();
    let is_near = places
        .iter()
        .any(|(read, at)| is_explained(&letters, read, *at) || has_words(&letters, read));
    // Three letters follow each other by chance on a long page.
    is_near || (letters.len() > 3 && read.iter().any(|read| has_words(&letters, read)))
}

fn is_explained(letters: &str, read: &Read<'_>, at: usize) -> bool {
    let span = read.words.span(at..at + 1);
    let (before, after) = (&read.text()[..span.start], &read.text()[span.end..]);
    if FOLLOWS.iter().any(|words| after.starts_with(words)) {
        return true;
    }
    if let Some(inner) = after.trim_start().strip_prefix('(') {
        return fits(letters, inner.split(')').next().unwrap_or(inner));
    }
    let opens = before
        .rfind('(')
        .is_some_and(|open| !before[open..].contains(')'));
    if !opens {
        let is_led = LEADS.iter().any(|words| before.ends_with(words));
        return is_led;
    }
    let inner = before.rsplit('(').next().unwrap_or_default();
    let is_alone = inner.is_empty() || inner == "the " || inner == "or " || inner == "our ";
    let start = at.saturating_sub(BEFORE);
    let phrase = read.words.span(start..at);
    is_alone && fits(letters, &read.text()[phrase])
}

/// Whether letters can be short for a phrase: one of its words begins with the
/// first of them, or it has them all in their order.
fn fits(letters: &str, phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    let first = letters.chars().next();
    let mut words = phrase.split(|c: char| !c.is_alphanumeric());
    let mut rest = phrase.chars();
    words.any(|word| word.len() > letters.len().min(3) && word.chars().next() == first)
        || letters.chars().all(|letter| rest.any(|c| c == letter))
}

/// Whether the first letters of words in a row are these.
fn has_words(letters: &str, read: &Read<'_>) -> bool {
    if letters.len() < 3 {
        return false;
    }
    let mut all = String::new();
    let mut without_small = String::new();
    for at in 0..read.words.len() {
        let is_text = read
            .words
            .get(at)
            .is_some_and(|word| matches!(word.mark, Mark::Plain | Mark::Fixed));
        let word = read.words.plain(at);
        let Some(first) = word.chars().next().filter(|_| is_text) else {
            all.push(' ');
            without_small.push(' ');
            continue;
        };
        all.push(first);
        if !SMALL.contains(&word) {
            without_small.push(first);
        }
    }
    without_small.contains(letters) || (letters.len() > 3 && all.contains(letters))
}
