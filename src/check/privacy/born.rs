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
const BEFORE: [&str; 8] = [
    "date of birth",
    "birth date",
    "dob",
    "d.o.b",
    "born",
    "birthday is",
    "birthday's",
    "birthday:",
];

/// Those who are born before or after a day, and start school in a year.
const A_WHOLE_YEAR: [&str; 6] = [
    "children",
    "pupils",
    "those",
    "anybody",
    "anyone",
    "everybody",
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
            let is_of_many = words == "born"
                && (A_WHOLE_YEAR.iter()).any(|many| lower[..start].trim_end().ends_with(many));
            if before.is_some_and(char::is_alphanumeric) || is_of_many {
                continue;
            }
            let message = "This gives somebody's date of birth.".to_owned();
            let help = "Leave the date out: an age, or a school year, says enough. If it is no pupil's, make an exception for it in content/school.toml: signpost explain exception".to_owned();
            found.push(((&DATE_OF_BIRTH, message, help), start..after + date));
        }
    }
}

/// Where a day of a year not long ago ends, if one stands first: after “on”,
/// “is”, a colon or nothing.
fn date(text: &str, today: Date) -> Option<usize> {
    let between = [' ', ':', '.', ',', '-', '–', '(', '\u{a0}'];
    let mut trimmed = text.trim_start_matches(between);
    for word in ["is ", "on ", "the "] {
        trimmed = trimmed.strip_prefix(word).unwrap_or(trimmed);
    }
    if let Some((day, rest)) = trimmed.split_once(' ')
        && day.trim_end_matches(',').ends_with("day")
    {
        trimmed = rest.trim_start_matches("the ");
    }
    let skipped = text.len() - trimmed.len();
    let parts = super::runs(trimmed, |c| c.is_ascii_alphanumeric());
    let first = parts.first().filter(|first| first.start == 0)?;
    let is_digit = |c: char| c.is_ascii_digit();
    let is_month = |word: &str| MONTHS.iter().any(|month| word.starts_with(month));
    let begin = &trimmed[first.clone()];
    (begin.starts_with(is_digit) || is_month(begin)).then_some(())?;
    // 4 May 2016, 4th of May 2016, May 4, 2016, 04/05/2016, 2016-05-04
    let taken: Vec<&str> = parts
        .iter()
        .take(4)
        .map(|part| &trimmed[part.clone()])
        .collect();
    let numbers = taken
        .iter()
        .take(3)
        .filter(|word| word.parse::<u16>().is_ok());
    let numbers = numbers.count();
    // A month and a year alone are no day.
    let days = taken
        .iter()
        .filter(|word| word.starts_with(is_digit))
        .count();
    let year = taken.iter().position(|word| {
        let year = word.parse::<i16>().ok().filter(|_| word.len() == 4);
        year.is_some_and(|year| (today.year() - YEARS..=today.year()).contains(&year))
    })?;
    let has_month = taken.iter().any(|word| is_month(word)) && days >= 2;
    (has_month || numbers == 3).then_some(())?;
    let last = parts.get(year.max(2).min(parts.len() - 1))?;
    Some(skipped + last.end)
}
