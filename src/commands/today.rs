//! What day it is: the one place that asks the clock.
//!
//! In: the command line, `SOURCE_DATE_EPOCH`, the system's clock. Out: a civil
//! date, which every stage is given as an argument.

use std::ffi::OsStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::date::PartialDate;
use crate::error::Error;

/// A day as it is written after `--today`.
///
/// # Errors
/// A sentence that says how to write it.
pub(super) fn written(text: &str) -> Result<Date, String> {
    match PartialDate::parse(text)? {
        PartialDate::Day(date) => Ok(date),
        PartialDate::Month(_) => Err(format!(
            "“{text}” is a month; write the day too, as in {text}-01"
        )),
    }
}

/// The day to count from when none was named: that of `SOURCE_DATE_EPOCH`,
/// read as UTC, so that a build can be repeated anywhere; else the day it is
/// here.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is set to something that is not a time.
#[expect(
    clippy::disallowed_methods,
    reason = "this is where the environment and the clock are asked; all else is told"
)]
pub(super) fn today() -> Result<Date, Error> {
    match std::env::var_os("SOURCE_DATE_EPOCH") {
        Some(seconds) if !seconds.is_empty() => from_epoch(&seconds),
        Some(_) | None => Ok(Zoned::now().date()),
    }
}

/// The day in UTC of a number of seconds since 1 January 1970.
fn from_epoch(seconds: &OsStr) -> Result<Date, Error> {
    let time = seconds
        .to_str()
        .and_then(|text| text.parse().ok())
        .and_then(|number| Timestamp::from_second(number).ok());
    match time {
        Some(time) => Ok(time.to_zoned(TimeZone::UTC).date()),
        None => Err(Error::Option {
            message: format!(
                "SOURCE_DATE_EPOCH is “{}”, which is not a number of seconds since 1970; unset it, or name the day with --today",
                seconds.display()
            ),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_records_write_it() {
        assert_eq!(
            written("2026-03-01").map(|day| day.to_string()),
            Ok("2026-03-01".to_owned())
        );
        let said = written("01/03/2026").expect_err("not how dates are written here");
        assert!(said.contains("2026-03-01"), "{said}");
        let said = written("2026-03").expect_err("a month is not a day");
        assert!(said.contains("2026-03-01"), "{said}");
    }

    #[test]
    fn the_epoch_is_read_as_utc() {
        let last_second = from_epoch(OsStr::new("1772323199")).expect("a time");
        assert_eq!(last_second.to_string(), "2026-02-28");
        let first_second = from_epoch(OsStr::new("1772323200")).expect("a time");
        assert_eq!(first_second.to_string(), "2026-03-01");
    }

    #[test]
    fn an_epoch_that_is_no_time_is_refused() {
        for wrong in [
            "yesterday",
            "1e9",
            "99999999999999999999",
            "999999999999999",
        ] {
            assert!(from_epoch(OsStr::new(wrong)).is_err(), "{wrong}");
        }
    }
}
