//! What an editor may have meant by a date that is not in our form.
//!
//! In: a text that [`Period::parse`](super::Period::parse) does not read. Out:
//! the sentence that refuses it, with the date to write where exactly one is
//! told. Must never offer a date while something in the text that bears on it
//! was passed over.

use jiff::civil::Date;

use super::often::{self, Often};
use super::partial::{digits, month_in_words, unheard_of};
use super::school_year::{Pair, pair};
use super::term::Season;
use super::told::{Found, scan, words};
use super::written::{is_short, or, quoted};

/// The forms in which records state dates.
const FORMS: &str = "a day is 2026-09-30, a month \"2026-09\", a term \"Autumn 2026\", half a term \"Autumn 1 2026\", a school year \"2026-27\"";

/// What stands for a date that is not known yet, in small letters.
const NOT_YET: [&str; 13] = [
    "",
    "-",
    "?",
    "n/a",
    "na",
    "none",
    "not known",
    "pending",
    "tba",
    "tbc",
    "tbd",
    "to be confirmed",
    "unknown",
];

/// The sentence for a text that is no date here, “what is wrong; what to do”.
pub(super) fn refusal(text: &str) -> String {
    let said = quoted(text);
    if let Some(sentence) = odd_pair(text) {
        return sentence;
    }
    if !is_short(text) {
        return format!("{said} is not a date as it is written here; {FORMS}");
    }
    let words = words(text);
    let (found, passed_over) = scan(&words);
    let no_such = found.iter().find_map(|found| match found {
        Found::NoSuch { day, month } => Some(unheard_of(*day, *month)),
        Found::Period(_) | Found::Several(_) => None,
    });
    if let Some(day) = no_such {
        return format!("{said} is not in the calendar; there is no {day} ({FORMS})");
    }
    let mut told: Vec<String> = Vec::new();
    for value in found.iter().flat_map(Found::values) {
        if !told.contains(&value) {
            told.push(value);
        }
    }
    match told.as_slice() {
        [only] if !passed_over => {
            let ledger = words.iter().any(|word| word == "pending");
            let ledger = if ledger {
                "; what was approved, and when, is for approvals.toml"
            } else {
                ""
            };
            format!("{said} is not how a date is written here; write {only} ({FORMS}){ledger}")
        }
        [_, _, ..] if !passed_over => format!(
            "{said} names more than one date; write one of them: {} ({FORMS})",
            or(&told)
        ),
        _ => without_a_date(text, &words),
    }
}

/// The sentence for a text in which no date is told.
fn without_a_date(text: &str, words: &[String]) -> String {
    let said = quoted(text);
    let lower = text.trim().to_lowercase();
    if NOT_YET.contains(&lower.as_str()) {
        return format!(
            "{said} is not a date; leave the line out until the date is known ({FORMS})"
        );
    }
    let named = |word: &String| {
        month_in_words(word).is_some() || Season::read(word).is_some() || short_year(word)
    };
    if words.iter().any(named) && !words.iter().any(|word| digits(word, 4).is_some()) {
        return format!(
            "{said} does not name a year in full; write the year with its four digits ({FORMS})"
        );
    }
    match often::meant(text) {
        Often::One(interval) => format!(
            "{said} says how often, not when; write every = \"{interval}\" for that, and a date here, or leave this line out ({FORMS})"
        ),
        Often::Several(_) | Often::Vague => format!(
            "{said} says how often, not when; write a date here, or leave this line out ({FORMS})"
        ),
        Often::Nothing => format!("{said} is not a date as it is written here; {FORMS}"),
    }
}

/// Whether a word is a date whose year has two digits: `01/09/26`.
fn short_year(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let short = |part: &&str| digits(part, 1).or(digits(part, 2)).is_some();
    parts.len() == 3 && parts.iter().all(short)
}

/// The sentence for two numbers that begin with a year: they are no month, no
/// school year, or might be both.
fn odd_pair(text: &str) -> Option<String> {
    let said = quoted(text);
    match pair(text)? {
        Pair::Either(school_year, month) => {
            let year = school_year.first_day().year();
            let last = Date::new(year, month, 1).ok()?.last_of_month();
            let name = last.strftime("%B %Y");
            Some(format!(
                "{said} can be read as {name} and as the {}; write {last} for the month, or \"{school_year}\" for the school year",
                school_year.in_words()
            ))
        }
        Pair::Neither => Some(format!(
            "{said} is neither a month nor a school year; {FORMS}"
        )),
        Pair::SchoolYear(_) | Pair::Month(..) => None,
    }
}
