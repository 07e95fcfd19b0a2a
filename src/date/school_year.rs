//! School years.
//!
//! In: `2026-27`, or a day. Out: the year from 1 September to 31 August that
//! it stands for. Must never take a month for a school year, nor the other way
//! round.

use std::fmt;

use jiff::civil::Date;

use super::partial::digits;

/// A school year, from 1 September to 31 August (product: “ending 31 August”).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear {
    /// The calendar year in which it begins.
    begins: i16,
}

impl SchoolYear {
    /// The school year that holds a day.
    pub fn of(day: Date) -> SchoolYear {
        let begins = if day.month() >= 9 {
            day.year()
        } else {
            day.year() - 1
        };
        SchoolYear { begins }
    }

    /// The calendar years in which it begins and ends.
    pub fn years(self) -> [i16; 2] {
        [self.begins, self.begins + 1]
    }

    /// 1 September.
    pub fn first_day(self) -> Date {
        Date::new(self.begins, 9, 1).unwrap_or(Date::MIN)
    }

    /// 31 August of the year after.
    pub fn last_day(self) -> Date {
        Date::new(self.begins + 1, 8, 31).unwrap_or(Date::MAX)
    }

    /// The `n`-th school year after this one, no later than that of the
    /// calendar's last day.
    #[must_use]
    pub fn after(self, n: u16) -> SchoolYear {
        let begins = i32::from(self.begins) + i32::from(n);
        let last = Date::MAX.year();
        SchoolYear {
            begins: i16::try_from(begins).map_or(last, |year| year.min(last)),
        }
    }

    /// The year in words: `school year 2026 to 2027`.
    pub fn in_words(self) -> String {
        format!("school year {} to {}", self.begins, self.begins + 1)
    }
}

impl fmt::Display for SchoolYear {
    /// `2026-27`; all digits where two could be a month, as in `2011-2012`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends = self.begins + 1;
        match ends.rem_euclid(100) {
            1..=12 => write!(f, "{:04}-{ends:04}", self.begins),
            short => write!(f, "{:04}-{short:02}", self.begins),
        }
    }
}

/// What a year with more digits behind it can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// `2026-27`, `2026/27`, `2026-2027`
    SchoolYear(SchoolYear),
    /// `2026-09`: the year and the month.
    Month(i16, i8),
    /// `2011-12`: the twelfth month, or the year that ends in 2012.
    Either(SchoolYear, i8),
    /// `2026-28`: no month has the number, and no school year is so long.
    Neither,
}

/// Reads `2026-27` and its like, with a hyphen, a dash or a slash between; no
/// other text.
pub(super) fn pair(text: &str) -> Option<Pair> {
    let (first, second) = text.split_once(['-', '–', '/'])?;
    let begins = digits(first, 4)?;
    let school_year = SchoolYear { begins };
    // The calendar ends with 9999.
    let has_end = begins < 9999;
    if let Some(ends) = digits(second, 4) {
        let one_year = has_end && ends == begins + 1;
        return Some(if one_year {
            Pair::SchoolYear(school_year)
        } else {
            Pair::Neither
        });
    }
    let ends = digits(second, 2)?;
    let month = i8::try_from(ends)
        .ok()
        .filter(|month| (1..=12).contains(month));
    let one_year = has_end && ends == (begins + 1) % 100;
    Some(match (month, one_year) {
        (Some(month), true) => Pair::Either(school_year, month),
        (Some(month), false) => Pair::Month(begins, month),
        (None, true) => Pair::SchoolYear(school_year),
        (None, false) => Pair::Neither,
    })
}
