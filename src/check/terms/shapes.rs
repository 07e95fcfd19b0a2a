//! What a short form looks like.
//!
//! In: a word, and what stands around it. Out: whether its letters are short
//! for something. What is written in capitals to be loud, codes, numbers of
//! chapters, years of school and initials of people are not.

use super::{Read, everyday};
use crate::words::Mark;

/// The most letters of a short form.
const MOST: usize = 6;

/// The short form that a word is, without what makes it plural.
pub(super) fn stem(word: &str) -> Option<&str> {
    let mut ends = ["'s", "’s", "s"].into_iter();
    let bare = ends.find_map(|end| word.strip_suffix(end));
    let bare = bare.unwrap_or(word);
    let letters = bare.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &bare[letters..];
    let is_made_so = (2..=MOST).contains(&letters)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        // KS1 is a time at school, and A4 a sheet of paper.
        && (digits.is_empty() || letters > 2);
    (is_made_so && !is_roman(bare)).then_some(bare)
}

/// Whether the numeral of a chapter.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Whether a word in capitals is short for something where it stands.
pub(super) fn is_short_form(read: &Read<'_>, at: usize) -> bool {
    stands_alone(read, at) && !is_loud(read, at) && !is_code(read, at) && !is_initials(read, at)
}

/// Whether the page has the same letters as an everyday word.
pub(super) fn is_a_word(stem: &str, read: &[Read<'_>]) -> bool {
    let lower = stem.to_lowercase();
    read.iter().any(|read| {
        let mut words = 0..read.words.len();
        words.any(|at| {
            let is_text = read
                .words
                .get(at)
                .is_some_and(|word| matches!(word.mark, Mark::Plain | Mark::Fixed));
            is_text
                && read.words.plain(at) == lower
                && read.words.said(at).ends_with(char::is_lowercase)
        })
    })
}

/// Not part of an address, of a file's name, or of a code.
fn stands_alone(read: &Read<'_>, at: usize) -> bool {
    let span = read.words.span(at..at + 1);
    let (before, after) = (&read.text()[..span.start], &read.text()[span.end..]);
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let (last, second_last) = (before.next(), before.next());
    let (next, second) = (after.next(), after.next());
    let is_joined = |mark: Option<char>, beyond: Option<char>| match mark {
        Some('_' | '@' | '#' | '\\' | '=' | '&') => true,
        Some('.' | ':') => beyond.is_some_and(char::is_alphanumeric),
        Some('/') => !beyond.is_some_and(char::is_uppercase),
        Some('-' | '\u{2011}') => !beyond.is_some_and(char::is_lowercase),
        Some(_) | None => false,
    };
    let is_ending = last == Some('.');
    !is_ending && !is_joined(last, second_last) && !is_joined(next, second)
}

/// Whether it is written in capitals to be loud: an everyday word, or one of a
/// row of words in capitals among which there is one.
fn is_loud(read: &Read<'_>, at: usize) -> bool {
    let is_capital = |at: &usize| {
        let word = read.words.said(*at);
        !word.is_empty() && word.chars().all(char::is_uppercase)
    };
    let is_word = |at: usize| {
        let said = read.words.said(at);
        let word = stem(said).unwrap_or(said);
        everyday::is_loud(word) || word.len() > MOST
    };
    let before = (0..at).rev().take_while(is_capital);
    let after = (at + 1..read.words.len()).take_while(is_capital);
    is_word(at) || before.chain(after).any(is_word)
}

/// Whether a number that is no year follows, as in `ISO 27001`.
fn is_code(read: &Read<'_>, at: usize) -> bool {
    let next = read.words.said(at + 1);
    let is_number = !next.is_empty() && next.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = next.len() == 4 && (next.starts_with("19") || next.starts_with("20"));
    is_number && !is_year && is_beside(read, at)
}

/// Whether somebody's initials: two letters before a name or behind a title.
fn is_initials(read: &Read<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| read.words.plain(at));
    if ["mr", "mrs", "ms", "miss", "mx", "dr"].contains(&before) {
        return true;
    }
    let (word, next) = (read.words.said(at), read.words.said(at + 1));
    let mut letters = next.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    // AA Milne, but not HR Manager.
    let is_short = word.len() == 2 || ["JRR", "JMW"].contains(&word);
    is_short && is_name && is_beside(read, at) && !everyday::is_of_a_post(&next.to_lowercase())
}

/// Whether nothing but a space parts a word from the next one.
fn is_beside(read: &Read<'_>, at: usize) -> bool {
    let here = read.words.span(at..at + 1).end;
    let next = read.words.span(at + 1..at + 2).start;
    read.text()
        .get(here..next)
        .is_some_and(|gap| gap.trim().is_empty())
}
