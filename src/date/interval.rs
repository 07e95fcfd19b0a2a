//! How often.
//!
//! In: an interval as records write it, `"1 year"`. Out: an [`Interval`] that
//! stays in the unit it was written in, and the day on which it is over,
//! counted from a stated date. Must never count from a day that was itself
//! computed, and never past the school's known terms.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU16;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer};

use super::often::{self, Often};
use super::school_year::SchoolYear;
use super::terms::{Terms, UnknownTerm};
use super::written::{Written, or, quoted};

/// What an interval is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `"90 days"`
    Day,
    /// `"6 weeks"`
    Week,
    /// `"6 months"`
    Month,
    /// `"1 year"`
    Year,
    /// `"1 half-term"`
    HalfTerm,
    /// `"1 term"`
    Term,
    /// `"1 school-year"`
    SchoolYear,
}

impl Unit {
    const ALL: [Unit; 7] = [
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Year,
        Unit::HalfTerm,
        Unit::Term,
        Unit::SchoolYear,
    ];

    fn word(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
            Unit::HalfTerm => "half-term",
            Unit::Term => "term",
            Unit::SchoolYear => "school-year",
        }
    }

    /// The unit that a word names, for one or for several.
    pub(super) fn read(word: &str) -> Option<Unit> {
        let one = word.strip_suffix('s').unwrap_or(word);
        Unit::ALL.into_iter().find(|unit| unit.word() == one)
    }
}

/// How often something is to be done: a number of days, weeks, months, years,
/// half-terms, terms or school years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    number: NonZeroU16,
    unit: Unit,
}

impl Interval {
    /// So many of a unit.
    pub const fn new(number: NonZeroU16, unit: Unit) -> Interval {
        Interval { number, unit }
    }

    /// How many.
    pub const fn number(self) -> NonZeroU16 {
        self.number
    }

    /// Of what.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// Reads `1 year`, `6 months` and their like: a number from 1 to 9999, a
    /// space, and a unit.
    ///
    /// # Errors
    /// A sentence for the editor, “what is wrong; what to do”: “annually” is
    /// refused with `"1 year"`, “regularly” because it has no number.
    pub fn parse(written: &str) -> Result<Interval, String> {
        exact(written).ok_or_else(|| {
            let said = quoted(written);
            let units = "days, weeks, months, years, half-terms, terms or school-years";
            match often::meant(written) {
                Often::One(interval) => format!(
                    "{said} is not how an interval is written here; write \"{interval}\" (a number, then {units})"
                ),
                Often::Several(intervals) => {
                    let choices: Vec<String> =
                        intervals.iter().map(|one| format!("\"{one}\"")).collect();
                    let choices = or(&choices);
                    format!("{said} can be read in more than one way; write {choices} (a number, then {units})")
                }
                Often::Vague => format!(
                    "{said} does not say how often; write a number of {units}, as in \"1 term\" or \"1 year\""
                ),
                Often::Nothing => format!(
                    "{said} is not an interval; write a number of {units}, as in \"1 year\""
                ),
            }
        })
    }

    /// The day on which the interval is over that began with `from`, the last
    /// day of what was stated.
    ///
    /// Days and weeks are counted; months and years keep the day of the month,
    /// or end with the month where that has no such day (31 August and 6
    /// months: 28 or 29 February). Terms, half-terms and school years count
    /// from the one that holds `from`, in a holiday from the one just ended,
    /// and are over on the last day of the n-th after it (product, section 3).
    /// Nothing is over later than the calendar's last day, 31 December 9999.
    ///
    /// # Errors
    /// The first term on the way that is not known.
    pub fn after(self, from: Date, terms: &Terms) -> Result<Date, UnknownTerm> {
        let number = self.number.get();
        let n = i64::from(number);
        match self.unit {
            Unit::Day => Ok(from.saturating_add(n.days())),
            Unit::Week => Ok(from.saturating_add(n.weeks())),
            Unit::Month => Ok(from.saturating_add(n.months())),
            Unit::Year => Ok(from.saturating_add(n.years())),
            Unit::HalfTerm => terms.half_term_after(from, number),
            Unit::Term => terms.term_after(from, number),
            Unit::SchoolYear => Ok(SchoolYear::of(from).after(number).last_day()),
        }
    }

    /// Which of two intervals is the longer; nothing where that depends on
    /// when they begin, as with `1 year` and `365 days`, or on how long a
    /// school's terms are.
    pub fn compare(self, other: Interval) -> Option<Ordering> {
        let (mine, others) = (self.measure(), other.measure());
        match (mine, others) {
            (Measure::Days(mine), Measure::Days(others))
            | (Measure::Months(mine), Measure::Months(others)) => Some(mine.cmp(&others)),
            (Measure::Days(days), Measure::Months(months)) => days_to_months(days, months),
            (Measure::Months(months), Measure::Days(days)) => {
                days_to_months(days, months).map(Ordering::reverse)
            }
            (Measure::Counted, _) | (_, Measure::Counted) => {
                (self.unit == other.unit).then(|| self.number.cmp(&other.number))
            }
        }
    }

    fn measure(self) -> Measure {
        let n = i32::from(self.number.get());
        match self.unit {
            Unit::Day => Measure::Days(n),
            Unit::Week => Measure::Days(n * 7),
            Unit::Month => Measure::Months(n),
            Unit::Year => Measure::Months(n * 12),
            Unit::HalfTerm | Unit::Term | Unit::SchoolYear => Measure::Counted,
        }
    }
}

/// What an interval can be compared by.
enum Measure {
    Days(i32),
    Months(i32),
    /// By its own unit alone.
    Counted,
}

/// Whether so many days are surely less or more than so many months: on
/// average a month has 30.436875 days, and from any day of the 400 years in
/// which the calendar repeats, no number of months is 8 days off that.
fn days_to_months(days: i32, months: i32) -> Option<Ordering> {
    let average = f64::from(months) * 30.436_875;
    let days = f64::from(days);
    if days < average - 8.0 {
        Some(Ordering::Less)
    } else if days > average + 8.0 {
        Some(Ordering::Greater)
    } else {
        None
    }
}

/// The interval that a text is, in exactly our form.
fn exact(written: &str) -> Option<Interval> {
    let (number, unit) = written.trim().split_once(' ')?;
    let plain = number.len() <= 4 && !number.starts_with('0');
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let number = (plain && digits).then(|| number.parse().ok()).flatten()?;
    Some(Interval::new(number, Unit::read(unit)?))
}

impl fmt::Display for Interval {
    /// As it is written: `1 year`, `6 months`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.number.get() == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.number, self.unit.word())
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Interval, D::Error> {
        deserializer.deserialize_any(Written {
            read: Interval::parse,
            wants: "how often, such as \"1 year\"",
        })
    }
}

/// What a record says of how often: an interval, or words without a number,
/// which a rule reports (product: “an interval without a number is a
/// finding”; *P8, P13, P14, P21, P22*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    /// `"1 year"`
    Interval(Interval),
    /// `"regularly"`, as it was written.
    Vague(String),
}

impl Every {
    /// Reads an interval, or words that promise one without saying which.
    ///
    /// # Errors
    /// The sentence of [`Interval::parse`] for everything else, “annually”
    /// among them: that has a number, and is to be written with it.
    pub fn parse(written: &str) -> Result<Every, String> {
        Interval::parse(written)
            .map(Every::Interval)
            .or_else(|sentence| match often::meant(written) {
                Often::Vague => Ok(Every::Vague(written.trim().to_owned())),
                Often::One(_) | Often::Several(_) | Often::Nothing => Err(sentence),
            })
    }

    /// The interval, where there is a number.
    pub fn interval(&self) -> Option<Interval> {
        match self {
            Every::Interval(interval) => Some(*interval),
            Every::Vague(_) => None,
        }
    }
}

impl fmt::Display for Every {
    /// As it is written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Every::Interval(interval) => write!(f, "{interval}"),
            Every::Vague(words) => f.write_str(words),
        }
    }
}

impl<'de> Deserialize<'de> for Every {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Every, D::Error> {
        deserializer.deserialize_any(Written {
            read: Every::parse,
            wants: "how often, such as \"1 year\"",
        })
    }
}
