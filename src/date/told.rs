//! Dates that are told in words.
//!
//! In: a text as an editor wrote it. Out: the dates in it, in whatever form,
//! and whether anything that may bear on them was passed over. Must never be
//! taken for what a record says: it is for advice alone.

use jiff::civil::Date;

use super::partial::{PartialDate, digits, month_in_words};
use super::period::Period;
use super::school_year::{Pair, pair};
use super::term::{Half, Season, TermName};

/// A date that some words of a text tell.
pub(super) enum Found {
    Period(Period),
    /// Several, as in `Autumn 1 2021/24`.
    Several(Vec<Period>),
    /// A day that no calendar has.
    NoSuch {
        day: i16,
        month: i16,
    },
}

impl Found {
    /// The dates as lines of TOML have them.
    pub(super) fn values(&self) -> Vec<String> {
        match self {
            Found::Period(period) => vec![period.as_value()],
            Found::Several(periods) => periods.iter().map(|one| one.as_value()).collect(),
            Found::NoSuch { .. } => Vec::new(),
        }
    }
}

/// The words of a text in small letters, without what stands between them.
/// `Sept.2024`, `Autumn1` and `2024-August` are two words each.
pub(super) fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let mut spaced = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let beside_letter = [before, letters.get(at + 1).copied()]
            .into_iter()
            .flatten()
            .any(char::is_alphabetic);
        match letter {
            '–' | '—' | '−' | '-' | '/' | '.' if beside_letter => spaced.push(' '),
            '–' | '—' | '−' => spaced.push('-'),
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '&' => spaced.push(' '),
            digit if digit.is_ascii_digit() && before.is_some_and(char::is_alphabetic) => {
                spaced.push(' ');
                spaced.push(*digit);
            }
            other => spaced.push(*other),
        }
    }
    let words = spaced.split_whitespace().map(|word| word.trim_matches('.'));
    words
        .filter(|word| !matches!(*word, "" | "of" | "the"))
        .map(str::to_owned)
        .collect()
}

/// The dates that the words tell, and whether a word that might bear on them
/// belongs to none of them.
pub(super) fn scan(words: &[String]) -> (Vec<Found>, bool) {
    let mut found = Vec::new();
    let mut passed_over = false;
    let mut rest = words;
    while let Some((word, after)) = rest.split_first() {
        if let Some((date, used)) = first(rest) {
            found.push(date);
            rest = &rest[used..];
            continue;
        }
        let bears = word.contains(|c: char| c.is_ascii_digit())
            || word == "half"
            || month_in_words(word).is_some()
            || Season::read(word).is_some();
        passed_over |= bears;
        rest = after;
    }
    (found, passed_over)
}

/// The date that the first words tell, and how many words it took.
fn first(words: &[String]) -> Option<(Found, usize)> {
    let words: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
    let year = |word: &str| digits(word, 4);
    match words.as_slice() {
        [season, "term", half, years, ..] if Half::read(half).is_some() => {
            in_terms(season, Half::read(half), years).map(|found| (found, 4))
        }
        [season, "term", years, ..] => in_terms(season, None, years).map(|found| (found, 3)),
        [season, half, years, ..]
            if Season::read(season).is_some() && Half::read(half).is_some() =>
        {
            in_terms(season, Half::read(half), years).map(|found| (found, 3))
        }
        [season, years, ..] if Season::read(season).is_some() => {
            in_terms(season, None, years).map(|found| (found, 2))
        }
        [day, month, last, ..]
            if let (Some(day), Some(month), Some(year)) =
                (ordinal(day), month_in_words(month), year(last)) =>
        {
            Some((day_of(year, i16::from(month), day), 3))
        }
        [month, day, last, ..]
            if let (Some(month), Some(day), Some(year)) =
                (month_in_words(month), ordinal(day), year(last)) =>
        {
            Some((day_of(year, i16::from(month), day), 3))
        }
        [month, last, ..]
            if let (Some(month), Some(year)) = (month_in_words(month), year(last)) =>
        {
            month_of(year, i16::from(month)).map(|found| (found, 2))
        }
        [word, ..] => in_numbers(word).map(|found| (found, 1)),
        [] => None,
    }
}

/// `1`, `1st`, `31st`: a number of a day, whether or not a month has it.
fn ordinal(word: &str) -> Option<i16> {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    digits(number, 1).or_else(|| digits(number, 2))
}

fn day_of(year: i16, month: i16, day: i16) -> Found {
    let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    match date.and_then(|(month, day)| Date::new(year, month, day).ok()) {
        Some(date) => Found::Period(Period::Date(PartialDate::Day(date))),
        None => Found::NoSuch { day, month },
    }
}

fn month_of(year: i16, month: i16) -> Option<Found> {
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    let date = PartialDate::Month(first);
    // Where the short form of the month is refused, its last day is told.
    let date = match pair(&date.to_string()) {
        Some(Pair::Either(..)) => PartialDate::Day(date.last_day()),
        _ => date,
    };
    Some(Found::Period(Period::Date(date)))
}

/// `autumn`, perhaps a half, and `2026`, `2026/27` or `2021/24/27`.
fn in_terms(season: &str, half: Option<Half>, years: &str) -> Option<Found> {
    let season = Season::read(season)?;
    let mut parts = years.split(['/', '-']);
    let first = digits(parts.next()?, 4)?;
    let mut known = vec![first];
    for part in parts {
        let short = digits(part, 2).map(|short| first / 100 * 100 + short);
        known.push(digits(part, 4).or(short)?);
    }
    let period = |year| {
        let name = TermName { season, year };
        half.map_or(Period::Term(name), |half| Period::HalfTerm(name, half))
    };
    let periods: Vec<Period> = known.into_iter().map(period).collect();
    Some(match periods.as_slice() {
        [only] => Found::Period(*only),
        _ => Found::Several(periods),
    })
}

/// `01/09/2026`, `09/2026`, `2026/09`, `2026-9-1`, `2026/27`.
fn in_numbers(word: &str) -> Option<Found> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let short = |text: &str| digits(text, 1).or_else(|| digits(text, 2));
    match parts.as_slice() {
        [day, month, year] if let Some(year) = digits(year, 4) => {
            Some(day_of(year, short(month)?, short(day)?))
        }
        [year, month, day] if let Some(year) = digits(year, 4) => {
            Some(day_of(year, short(month)?, short(day)?))
        }
        [month, year] if let Some(year) = digits(year, 4) => month_of(year, short(month)?),
        [year, month] if let Some(year) = digits(year, 4) => match pair(&word.replace('.', "-")) {
            Some(Pair::SchoolYear(year)) => Some(Found::Period(Period::SchoolYear(year))),
            Some(Pair::Month(year, month)) => month_of(year, i16::from(month)),
            Some(Pair::Either(..) | Pair::Neither) => None,
            None => month_of(year, digits(month, 1)?),
        },
        _ => None,
    }
}
