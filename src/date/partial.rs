//! A day or a month.
//!
//! In: a date as records write it, bare or in quotes. Out: a [`PartialDate`]
//! that keeps the precision it was written with. Must never take one date for
//! another: a date in any other form is refused, with the one to write.

use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer};

use super::written::Written;

/// A date with the precision of what was written: a day or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `2026-09-30`
    Day(Date),
    /// `2026-09`: all of that month, held as its first day.
    Month(Date),
}

impl PartialDate {
    /// Reads a date as records write it: `2026-09-30` or `2026-09`.
    ///
    /// # Errors
    /// A sentence for the editor that says what is wrong and how dates are
    /// written here.
    pub fn parse(written: &str) -> Result<PartialDate, String> {
        let Some((year, month, day)) = numbers(written.trim()) else {
            return Err(format!(
                "“{written}” is not a date; write the year, the month and the day with hyphens, as in 2026-09-30{}",
                turned_round(written)
            ));
        };
        let precision = match day {
            Some(_) => PartialDate::Day,
            None => PartialDate::Month,
        };
        let day = day.unwrap_or(1);
        match Date::new(
            year,
            month.try_into().unwrap_or(0),
            day.try_into().unwrap_or(0),
        ) {
            Ok(date) => Ok(precision(date)),
            Err(_) => Err(format!(
                "“{written}” is not in the calendar; there is no {}",
                unheard_of(day, month)
            )),
        }
    }

    /// The first day of what was written.
    pub fn first_day(self) -> Date {
        match self {
            PartialDate::Day(date) | PartialDate::Month(date) => date,
        }
    }

    /// The last day of what was written.
    pub fn last_day(self) -> Date {
        match self {
            PartialDate::Day(date) => date,
            PartialDate::Month(date) => date.last_of_month(),
        }
    }

    /// The date in words: `30 September 2026`, `September 2026`.
    pub fn in_words(self) -> String {
        match self {
            PartialDate::Day(date) => date.strftime("%-d %B %Y").to_string(),
            PartialDate::Month(date) => date.strftime("%B %Y").to_string(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number that a text is, if it is `count` digits and nothing else.
pub(super) fn digits(text: &str, count: usize) -> Option<i16> {
    let all = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

/// Year, month and perhaps day of a text in the form of a date here, whether
/// or not a calendar has it.
pub(super) fn numbers(text: &str) -> Option<(i16, i16, Option<i16>)> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month] => Some((digits(year, 4)?, digits(month, 2)?, None)),
        [year, month, day] => Some((digits(year, 4)?, digits(month, 2)?, Some(digits(day, 2)?))),
        _ => None,
    }
}

/// A day or month that no calendar has: `30 February`, `month 13`.
pub(super) fn unheard_of(day: i16, month: i16) -> String {
    let name = usize::try_from(month - 1).ok();
    match name.and_then(|month| MONTHS.get(month)) {
        Some(name) => format!("{day} {name}"),
        None => format!("month {month}"),
    }
}

/// The number of a month that is written as a word, whole or cut short:
/// `September`, `sept.`, `Sep`.
pub(super) fn month_in_words(written: &str) -> Option<i8> {
    let word = written.trim_end_matches('.').to_lowercase();
    let known = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.to_lowercase().starts_with(&word));
    known.and_then(|index| i8::try_from(index + 1).ok())
}

/// For a date written the British way, the same date as records want it.
fn turned_round(written: &str) -> String {
    let parts: Vec<&str> = written.trim().split(['/', '.', '-', ' ']).collect();
    let [day, month, year] = parts.as_slice() else {
        return String::new();
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let month = month_in_words(month).or_else(|| month.parse().ok());
    let (Ok(day), Some(month), Ok(year)) = (day.parse(), month, year.parse()) else {
        return String::new();
    };
    if year < 1000 {
        return String::new();
    }
    match Date::new(year, month, day) {
        Ok(date) => format!(" (yours would be {date})"),
        Err(_) => format!(
            " (and there is no {})",
            unheard_of(i16::from(day), i16::from(month))
        ),
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Day(date) => write!(f, "{date}"),
            PartialDate::Month(date) => write!(f, "{}", date.strftime("%Y-%m")),
        }
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PartialDate, D::Error> {
        deserializer.deserialize_any(Written {
            read: PartialDate::parse,
            wants: "a date such as 2026-09-30",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_precision_it_was_written_with() {
        let month = PartialDate::parse("2024-02").expect("a month");
        assert_eq!(month.to_string(), "2024-02");
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!(month.in_words(), "February 2024");
        let day = PartialDate::parse("2024-02-29").expect("a day");
        assert_eq!(day.in_words(), "29 February 2024");
    }

    #[test]
    fn a_british_date_is_refused_with_the_one_to_write() {
        let said = PartialDate::parse("30/09/2026").expect_err("not a date here");
        assert!(said.contains("yours would be 2026-09-30"), "{said}");
        let said = PartialDate::parse("31/09/2026").expect_err("not a date at all");
        assert!(said.contains("there is no 31 September"), "{said}");
    }

    #[test]
    fn what_is_not_in_the_calendar_is_refused() {
        for written in [
            "2026-02-29",
            "2026-13",
            "2026-00-01",
            "2026-9-1",
            "",
            "--",
            "99999-01-01",
        ] {
            assert!(PartialDate::parse(written).is_err(), "{written}");
        }
    }

    #[test]
    fn reads_a_bare_date_and_a_written_one() {
        #[derive(serde::Deserialize)]
        struct Record {
            bare: PartialDate,
            text: PartialDate,
        }
        let record: Record =
            toml::from_str("bare = 2026-09-30\ntext = \"2026-09\"").expect("both are dates");
        assert_eq!(record.bare.to_string(), "2026-09-30");
        assert_eq!(record.text.to_string(), "2026-09");
    }
}
