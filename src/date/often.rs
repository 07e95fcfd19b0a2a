//! The words that people have for how often.
//!
//! In: a text that is not an interval in our form. Out: the interval that it
//! means, or that it promises one without a number. Must never be taken for
//! what a record says: it is for advice alone. A text in which a number was
//! passed over means nothing.

use std::num::NonZeroU16;

use super::interval::{Interval, Unit};
use super::written::is_short;

/// What a text says of how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Often {
    /// `annually`: one interval.
    One(Interval),
    /// `weekly and termly`, `biannually`: any of several.
    Several(Vec<Interval>),
    /// `regularly`: no number.
    Vague,
    /// `purple`
    Nothing,
}

/// Pairs of words that are one.
const COMPOUNDS: [(&str, &str); 7] = [
    ("half term", "half-term"),
    ("half year", "half-year"),
    ("school year", "school-year"),
    ("academic year", "school-year"),
    ("academic-year", "school-year"),
    ("twice a year", "6 months"),
    ("twice yearly", "6 months"),
];

/// Words that promise without a number.
const VAGUE: [&str; 14] = [
    "regular",
    "regularly",
    "periodic",
    "periodically",
    "frequent",
    "frequently",
    "often",
    "ongoing",
    "continual",
    "continually",
    "continuous",
    "continuously",
    "occasionally",
    "sometimes",
];

/// Phrases that do so.
const VAGUE_PHRASES: [&str; 15] = [
    "as required",
    "as needed",
    "as necessary",
    "as appropriate",
    "as and when",
    "ad hoc",
    "from time to time",
    "if needed",
    "if necessary",
    "if required",
    "when needed",
    "when necessary",
    "when required",
    "where necessary",
    "where required",
];

/// What a text says of how often.
pub(super) fn meant(text: &str) -> Often {
    if !is_short(text) {
        return Often::Nothing;
    }
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<Interval> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        if let Some((intervals, used)) = first(rest) {
            for interval in intervals {
                if !found.contains(&interval) {
                    found.push(interval);
                }
            }
            rest = &rest[used..];
            continue;
        }
        let bears = number(word).is_some()
            || word.contains(|c: char| c.is_ascii_digit())
            || matches!(*word, "half" | "times" | "twice" | "thrice" | "other");
        if bears {
            return Often::Nothing;
        }
        rest = after;
    }
    match found.as_slice() {
        [only] => Often::One(*only),
        [] if words.iter().any(|word| VAGUE.contains(word)) => Often::Vague,
        [] if VAGUE_PHRASES.iter().any(|phrase| text.contains(phrase)) => Often::Vague,
        [] => Often::Nothing,
        _ => Often::Several(found),
    }
}

/// The text in small letters, its words apart by single spaces: `6months` is
/// two words, `half term` is one.
fn plain(text: &str) -> String {
    let mut spaced = String::new();
    let mut before = ' ';
    for letter in text.to_lowercase().chars() {
        match letter {
            ',' | ';' | ':' | '(' | ')' | '/' | '"' | '“' | '”' => spaced.push(' '),
            letter if letter.is_alphabetic() && before.is_ascii_digit() => {
                spaced.push(' ');
                spaced.push(letter);
            }
            letter => spaced.push(letter),
        }
        before = letter;
    }
    let words: Vec<&str> = spaced
        .split_whitespace()
        .map(|word| word.trim_matches('.'))
        .collect();
    let mut text = words.join(" ");
    for (two, one) in COMPOUNDS {
        text = text.replace(two, one);
    }
    text
}

/// What the first words say, and how many they are.
fn first(words: &[&str]) -> Option<(Vec<Interval>, usize)> {
    let one = |interval: Option<Interval>, used| interval.map(|interval| (vec![interval], used));
    let of = |count: u16, unit| one(so_many(count, unit), 2);
    match words {
        ["biannual" | "biannually" | "bi-annual" | "bi-annually", ..] => {
            let choices = [so_many(6, (1, Unit::Month)), so_many(2, (1, Unit::Year))];
            Some((choices.into_iter().flatten().collect(), 1))
        }
        ["every" | "each", "other", word, ..] => one(so_many(2, unit(word)?), 3),
        ["every" | "each" | "a" | "an" | "per", word, ..] if unit(word).is_some() => {
            of(1, unit(word)?)
        }
        [count, word, ..]
            if let (Some(count), Some(unit)) = (number(count), unit(word).or(adverb(word))) =>
        {
            of(count, unit)
        }
        [word, ..] if let Some(unit) = adverb(word) => one(so_many(1, unit), 1),
        [word, ..] => {
            let (count, word) = word.split_once('-')?;
            one(so_many(number(count)?, unit(word).or(adverb(word))?), 1)
        }
        [] => None,
    }
}

/// A number of a unit that may itself be several of another: two fortnights.
fn so_many(count: u16, (times, unit): (u16, Unit)) -> Option<Interval> {
    let number = count.checked_mul(times).filter(|number| *number <= 9999)?;
    NonZeroU16::new(number).map(|number| Interval::new(number, unit))
}

/// `2`, `two`
fn number(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let named = WORDS.iter().position(|name| *name == word);
    match named {
        Some(index) => u16::try_from(index + 1).ok(),
        None if word.bytes().all(|b| b.is_ascii_digit()) => word.parse().ok(),
        None => None,
    }
}

/// `year`, `years`, `yrs`: how many of which unit one of it is.
fn unit(word: &str) -> Option<(u16, Unit)> {
    let one = word.strip_suffix('s').unwrap_or(word);
    Some(match one {
        "fortnight" => (2, Unit::Week),
        "wk" => (1, Unit::Week),
        "mth" => (1, Unit::Month),
        "quarter" => (3, Unit::Month),
        "half-year" => (6, Unit::Month),
        "yr" => (1, Unit::Year),
        _ => (1, Unit::read(word)?),
    })
}

/// `annually`: what one word says.
fn adverb(word: &str) -> Option<(u16, Unit)> {
    Some(match word {
        "daily" => (1, Unit::Day),
        "weekly" => (1, Unit::Week),
        "fortnightly" => (2, Unit::Week),
        "monthly" => (1, Unit::Month),
        "quarterly" => (3, Unit::Month),
        "half-termly" => (1, Unit::HalfTerm),
        "termly" => (1, Unit::Term),
        "half-yearly" => (6, Unit::Month),
        "yearly" | "annual" | "annually" => (1, Unit::Year),
        "biennial" | "biennially" => (2, Unit::Year),
        "triennial" | "triennially" => (3, Unit::Year),
        _ => return None,
    })
}
