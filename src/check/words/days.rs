//! Dates in a text, as people write them.
//!
//! In: a text word by word. Out: the date that begins at a word, with its last
//! day: of a month, a season, a year or a school year, the last that it can
//! be. Must never look at what is said about it.

use jiff::civil::Date;

use super::Read;
use crate::date::{PartialDate, SchoolYear};

/// A date that a text names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// How many words it takes up.
    pub(super) words: usize,
    /// Its last day.
    pub(super) ends: Date,
    pub(super) kind: Kind,
}

/// How exact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Day,
    /// A month, a term or a holiday.
    Month,
    Year,
    /// One school year, or some in a row.
    SchoolYears,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// More years in a row than this are no plan but history.
const MOST_YEARS: i16 = 5;

/// The date that begins with a word, if one does.
pub(super) fn at(read: &Read<'_>, at: usize) -> Option<Named> {
    let word = read.plain(at);
    if let Some(year) = year(word) {
        return Some(
            iso(read, at)
                .or_else(|| school_years(read, at, year))
                .unwrap_or(Named {
                    words: 1,
                    ends: day(year, 12, 31)?,
                    kind: Kind::Year,
                }),
        );
    }
    if let Some(number) = number(word) {
        return british(read, at, number);
    }
    month_of(read, at)
}

/// `September 2024`, `Sept. 2024`, `autumn term 2024`, `Easter 2025`.
fn month_of(read: &Read<'_>, at: usize) -> Option<Named> {
    let word = read.plain(at);
    let month = month(word).or(match word {
        "spring" | "easter" => Some(4),
        "summer" => Some(8),
        "autumn" | "christmas" => Some(12),
        _ => None,
    })?;
    let skipped = usize::from(["term", "of"].contains(&read.plain(at + 1)));
    let year = year(read.plain(at + 1 + skipped))?;
    Some(Named {
        words: 2 + skipped,
        ends: last_of(year, month)?,
        kind: Kind::Month,
    })
}

/// `30 September 2024`, `30th of September 2024`, `30/09/2024`, `30.9.2024`.
fn british(read: &Read<'_>, at: usize, number: i8) -> Option<Named> {
    let between = read.between(at).trim();
    let skipped = usize::from(read.plain(at + 1) == "of");
    let next = read.plain(at + 1 + skipped);
    let month = match between {
        "" => month(next)?,
        "/" | "." | "-" => self::number(next).filter(|month| *month <= 12)?,
        _ => return None,
    };
    Some(Named {
        words: 3 + skipped,
        ends: day(year(read.plain(at + 2 + skipped))?, month, number)?,
        kind: Kind::Day,
    })
}

/// `2024-09-30`
fn iso(read: &Read<'_>, at: usize) -> Option<Named> {
    let is_joined = read.between(at) == "-" && read.between(at + 1) == "-";
    let parts = [at, at + 1, at + 2].map(|at| read.plain(at));
    let date = PartialDate::parse(&parts.join("-")).ok()?;
    is_joined.then_some(Named {
        words: 3,
        ends: date.last_day(),
        kind: Kind::Day,
    })
}

/// `2022-23`, `2022/2023`, `2022 to 2023`, `2022–2025`.
fn school_years(read: &Read<'_>, at: usize, first: i16) -> Option<Named> {
    let between = read.between(at).trim();
    let is_to = between.is_empty() && read.plain(at + 1) == "to";
    let next = read.plain(at + 1 + usize::from(is_to));
    let is_short = next.len() == 2;
    let last = if is_short {
        first / 100 * 100 + next.parse::<i16>().ok()?
    } else {
        year(next)?
    };
    let years = last - first;
    let is_one = years == 1;
    let is_joined = ["-", "–", "/"].contains(&between);
    // 2024-09 is a month, and 2020 to 2024 may be history.
    let is_some = is_joined && (2..=MOST_YEARS).contains(&years) && (!is_short || last % 100 > 12);
    (is_some || is_one && (is_joined || is_to && !is_short)).then_some(())?;
    Some(Named {
        words: 2 + usize::from(is_to),
        ends: SchoolYear::of(day(last, 8, 31)?).last_day(),
        kind: Kind::SchoolYears,
    })
}

/// A year of this century: history before it is no slip.
fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year = is_year.then(|| word.parse().ok()).flatten()?;
    (2000..2100).contains(&year).then_some(year)
}

/// A day of a month, or its number: `30`, `30th`.
fn number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let is_day = ["", "st", "nd", "rd", "th"].contains(&ending) && digits.len() <= 2;
    let number = is_day.then(|| digits.parse().ok()).flatten()?;
    (1..=31).contains(&number).then_some(number)
}

fn month(word: &str) -> Option<i8> {
    let is_short = |name: &str| name.starts_with(word) && (word.len() == 3 || word == "sept");
    let known = MONTHS
        .iter()
        .position(|name| *name == word || is_short(name))?;
    i8::try_from(known + 1).ok()
}

fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn last_of(year: i16, month: i8) -> Option<Date> {
    day(year, month, 1).map(Date::last_of_month)
}
