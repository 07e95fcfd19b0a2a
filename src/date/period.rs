//! What a schedule may state: a day, a month, a term, half a term, a year.
//!
//! In: a text as records write it. Out: a [`Period`] that keeps the precision
//! it was written with, and its days once the school's terms are known. Must
//! never misread: each precision has its own form, and whatever could be read
//! in two ways is refused with both named.

use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer};

use super::partial::{PartialDate, numbers};
use super::school_year::{Pair, SchoolYear, pair};
use super::term::{self, Half, TermName};
use super::terms::{Terms, UnknownTerm};
use super::wording;
use super::written::Written;

/// A date or a stretch of the calendar, with the precision of what was written
/// (*A5, E8* of the two schools' policies; the forms that schools use).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2026-09-30` or `2026-09`
    Date(PartialDate),
    /// `Autumn 2026`
    Term(TermName),
    /// `Autumn 1 2026`
    HalfTerm(TermName, Half),
    /// `2026-27`
    SchoolYear(SchoolYear),
}

impl Period {
    /// Reads what a record states.
    ///
    /// | written | read as |
    /// | --- | --- |
    /// | `2026-09-30` | a day |
    /// | `2026-09` | a month |
    /// | `Autumn 2026`, `Autumn term 2026` | a term |
    /// | `Autumn 1 2026` | the first half of a term |
    /// | `2026-27`, `2026/27`, `2026-2027` | a school year |
    ///
    /// A year and two digits are a school year when the digits are those of
    /// the next year, and a month when they are 01 to 12. From `2000-01` to
    /// `2011-12` (and again from 2100) both are true: those are refused, and
    /// the sentence names both ways out, `2011-12-31` and `2011-2012`.
    ///
    /// # Errors
    /// A sentence for the editor, “what is wrong; what to do”, that names the
    /// forms above, and the date to write where it can be told.
    pub fn parse(written: &str) -> Result<Period, String> {
        let text = written.trim();
        if let Some(pair) = pair(text) {
            let hyphened = numbers(text).is_some();
            return match pair {
                Pair::SchoolYear(year) => Ok(Period::SchoolYear(year)),
                Pair::Month(..) if hyphened => PartialDate::parse(text).map(Period::Date),
                Pair::Month(..) | Pair::Either(..) | Pair::Neither => Err(wording::refusal(text)),
            };
        }
        if numbers(text).is_some() {
            return PartialDate::parse(text).map(Period::Date);
        }
        match term::read(text) {
            Some((name, None)) => Ok(Period::Term(name)),
            Some((name, Some(half))) => Ok(Period::HalfTerm(name, half)),
            None => Err(wording::refusal(text)),
        }
    }

    /// The first day.
    ///
    /// # Errors
    /// The term, or its half-term holiday, when it is needed and not known.
    pub fn first_day(self, terms: &Terms) -> Result<Date, UnknownTerm> {
        match self {
            Period::Date(date) => Ok(date.first_day()),
            Period::Term(name) => terms.first_day(name, None),
            Period::HalfTerm(name, half) => terms.first_day(name, Some(half)),
            Period::SchoolYear(year) => Ok(year.first_day()),
        }
    }

    /// The last day: the one that counts.
    ///
    /// # Errors
    /// The term, or its half-term holiday, when it is needed and not known.
    pub fn last_day(self, terms: &Terms) -> Result<Date, UnknownTerm> {
        match self {
            Period::Date(date) => Ok(date.last_day()),
            Period::Term(name) => terms.last_day(name, None),
            Period::HalfTerm(name, half) => terms.last_day(name, Some(half)),
            Period::SchoolYear(year) => Ok(year.last_day()),
        }
    }

    /// The value as a line of TOML has it: a day bare, all else in quotes.
    pub(super) fn as_value(self) -> String {
        match self {
            Period::Date(PartialDate::Day(day)) => day.to_string(),
            period => format!("\"{period}\""),
        }
    }
}

impl From<PartialDate> for Period {
    fn from(date: PartialDate) -> Period {
        Period::Date(date)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Date(date) => write!(f, "{date}"),
            Period::Term(name) => write!(f, "{name}"),
            Period::HalfTerm(TermName { season, year }, half) => {
                write!(f, "{season} {} {year:04}", half.number())
            }
            Period::SchoolYear(year) => write!(f, "{year}"),
        }
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        deserializer.deserialize_any(Written {
            read: Period::parse,
            wants: "a date such as 2026-09-30",
        })
    }
}
