//! How words are spelt: as they are in Britain, and without the slips that are
//! made most often.
//!
//! It is no dictionary: it knows some hundred words ([`lists`]) and a few that
//! depend on those beside them ([`beside`]). Names, addresses and words that
//! are spoken of (“color”) keep their spelling.

mod beside;
mod lists;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Found, Read};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::words::Firsts;

/// Words are spelt as they are in Britain.
pub(super) static SPELLING: Rule = Rule {
    name: "spelling",
    severity: Severity::Warning,
    summary: "Words are spelt as they are in Britain, and without a slip that is made often.",
    explanation: explained!("spelling"),
};

/// Why a word is not spelt like that here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    American,
    Slip,
}

/// What is to be written for some words.
#[derive(Clone, Copy)]
struct Right {
    written: &'static str,
    kind: Kind,
    /// How many words it stands for.
    words: usize,
}

static WRONG: LazyLock<BTreeMap<&str, Right>> = LazyLock::new(|| {
    let lists = [
        (lists::AMERICAN, Kind::American),
        (lists::SLIPS, Kind::Slip),
    ];
    let listed = lists.into_iter().flat_map(|(list, kind)| {
        let pairs = list.split(' ').filter_map(|pair| pair.split_once('='));
        pairs.map(move |(wrong, written)| {
            let words = 1;
            let right = Right {
                written,
                kind,
                words,
            };
            (wrong, right)
        })
    });
    listed.collect()
});

/// How those begin.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(wrong()));

/// American forms that are part of names, and stay as they are there.
const IN_NAMES: [&str; 19] = [
    "center",
    "centers",
    "color",
    "colors",
    "defense",
    "favorites",
    "gray",
    "harbor",
    "honor",
    "honors",
    "humor",
    "labor",
    "license",
    "math",
    "neighbor",
    "practice",
    "program",
    "theater",
    "theaters",
];
/// What stands before a surname.
const TITLES: [&str; 6] = ["dr", "miss", "mr", "mrs", "ms", "mx"];
/// Those that are no name, whatever their capitals.
const NO_NAMES: [&str; 3] = ["mom", "moms", "mommy"];

/// Whether a word in small letters is always wrong.
pub(super) fn is_wrong(word: &str) -> bool {
    word.len() > 2 && WRONG.contains_key(word)
}

/// All words that are.
pub(super) fn wrong() -> impl Iterator<Item = &'static str> {
    WRONG.keys().copied()
}

/// Each word that is spelt otherwise here.
pub(super) fn found(read: &Read<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < read.len() {
        let listed = || {
            let stem = stem(read.plain(at));
            let may_be = FIRSTS.may_hold(stem.as_bytes());
            may_be.then(|| WRONG.get(stem).copied()).flatten()
        };
        let right = beside::right(read, at).or_else(listed);
        let right = right.filter(|right| read.is_read(at) && !is_left_alone(read, at, right.kind));
        at += right.map_or(1, |right| {
            let words = at..at + right.words;
            let written = read.written(words.clone());
            let written = written.strip_suffix(ending(written)).unwrap_or(written);
            let start = read.words.span(words).start;
            found.push((said(written, right), start..start + written.len()));
            right.words
        });
    }
}

/// What is behind the apostrophe of `mom's`, and that.
fn ending(word: &str) -> &str {
    word.find(['\'', '’']).map_or("", |at| &word[at..])
}

fn stem(word: &str) -> &str {
    word.strip_suffix(ending(word)).unwrap_or(word)
}

/// Whether a word is none of the school's own: a name, a part of an address, or
/// a word that is spoken of.
fn is_left_alone(read: &Read<'_>, at: usize, kind: Kind) -> bool {
    let is_named = kind == Kind::American && (!read.is_plain(at) || is_name(read, at));
    let is_surname = read.has_capital(at) && TITLES.contains(&read.before(at, 1));
    is_named || is_surname || read.is_address(at) || read.is_spoken_of(at..at + 1)
}

/// Whether an American form is part of a name. In a heading other words have
/// capitals as well.
fn is_name(read: &Read<'_>, at: usize) -> bool {
    let word = read.plain(at);
    if !read.has_capital(at) || NO_NAMES.contains(&word) {
        return false;
    }
    if IN_NAMES.contains(&word) {
        return !read.begins(at) || read.has_capital(at + 1) || word == "gray";
    }
    !read.is_heading() && !read.begins(at)
}

fn said(written: &str, right: Right) -> Said {
    let message = match right.kind {
        Kind::American => format!("“{written}” is American English."),
        Kind::Slip => format!("“{written}” is misspelt."),
    };
    let right = like(written, &right.written.replace('|', " "));
    (&SPELLING, message, format!("Write “{right}”."))
}

/// The right words with the capitals of those that were written.
fn like(written: &str, right: &str) -> String {
    let is_shouted = written.chars().filter(|c| c.is_uppercase()).count() > 1;
    let mut letters = right.chars();
    match letters.next() {
        Some(_) if is_shouted => right.to_uppercase(),
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        Some(_) | None => right.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_right_is_listed_as_wrong() {
        for (wrong, right) in WRONG.iter() {
            assert_ne!(wrong, &right.written);
            assert!(!WRONG.contains_key(right.written), "{wrong}");
            assert!(wrong.bytes().all(|b| b.is_ascii_lowercase()), "{wrong}");
        }
    }

    #[test]
    fn no_word_of_a_dictionary_is_a_slip() {
        for word in ["calendar", "liaise", "publicly", "wherever", "weird"] {
            assert!(!is_wrong(word));
        }
    }
}
