//! Dates of birth.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};

/// A date of birth is a key to somebody's records (seeds J9).
pub(super) static DATE_OF_BIRTH: Rule = Rule {
    name: "date-of-birth",
    severity: Severity::Warning,
    summary: "No date of birth of somebody young enough to be a pupil stands on a page for children or parents.",
    explanation: explained!("date-of-birth"),
};

/// What stands before one.
const BEFORE: [&str; 6] = [
    "date of birth",
    "dob",
    "d.o.b.",
    "born on",
    "birthday is",
    "birthday:",
];

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// How far after the words a date is looked for, in bytes.
const FAR: usize = 40;
/// Somebody older is no pupil.
const YEARS: i16 = 20;

pub(super) fn find(text: &str, today: Date, found: &mut Vec<(Said, Range<usize>)>) {
    // Its length is the text's: only ASCII letters change.
    let lower = text.to_ascii_lowercase();
    for words in BEFORE {
        for (start, _) in lower.match_indices(words) {
            let before = lower[..start].chars().next_back();
            let after = start + words.len();
            let mut end = (after + FAR).min(lower.len());
            while !lower.is_char_boundary(end) {
                end -= 1;
            }
            let Some(date) = date(&lower[after..end], today) else {
                continue;
            };
            if before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let message = "This gives somebody's date of birth.".to_owned();
            let help = "Leave the date out: an age, or a school year, says enough.".to_owned();
            found.push(((&DATE_OF_BIRTH, message, help), start..after + date));
        }
    }
}

/// Where a day of a year not long ago ends, if one stands first: after “on”,
/// “is”, a colon or nothing.
fn date(text: &str, today: Date) -> Option<usize> {
    let trimmed = text.trim_start_matches([' ', ':', '\u{a0}']);
    let trimmed = trimmed.strip_prefix("is ").unwrap_or(trimmed);
    let trimmed = trimmed.strip_prefix("the ").unwrap_or(trimmed);
    let skipped = text.len() - trimmed.len();
    let parts = super::runs(trimmed, |c| c.is_ascii_alphanumeric());
    let first = parts.first().filter(|first| first.start == 0)?;
    trimmed[first.clone()]
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some(())?;
    // 4 May 2016, 4th of May 2016, 04/05/2016, 2016-05-04
    let taken: Vec<&str> = parts
        .iter()
        .take(4)
        .map(|part| &trimmed[part.clone()])
        .collect();
    let is_month =
        |word: &&str| MONTHS.iter().any(|month| word.starts_with(month)) && word.len() >= 3;
    let numbers = taken
        .iter()
        .take(3)
        .filter(|word| word.parse::<u16>().is_ok())
        .count();
    let year = taken.iter().position(|word| {
        let year = word.parse::<i16>().ok().filter(|_| word.len() == 4);
        year.is_some_and(|year| (today.year() - YEARS..=today.year()).contains(&year))
    })?;
    (taken.iter().any(is_month) || numbers == 3).then_some(())?;
    let last = parts.get(year.max(2).min(parts.len() - 1))?;
    Some(skipped + last.end)
}
