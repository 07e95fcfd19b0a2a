//! What a school's passwords look like, and how it signs in.
//!
//! In: a sentence. Out: whether it says how passwords are made, how often they
//! change, where they are kept, or what one of them is.

use std::ops::Range;

use super::{Detail, Sentence};

const PASSWORDS: [&str; 8] = [
    "password",
    "passwords",
    "passcode",
    "passcodes",
    "passphrase",
    "pin",
    "pins",
    "passphrases",
];
/// What a password has so many of.
const SIGNS: [&str; 9] = [
    "character",
    "characters",
    "letter",
    "letters",
    "digit",
    "digits",
    "number",
    "numbers",
    "symbols",
];
const COUNTS: [&str; 16] = [
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourteen",
    "sixteen", "minimum", "least", "capital", "three", "upper",
];
const CHANGED: [&str; 10] = [
    "change", "changed", "changes", "expire", "expires", "reset", "renew", "renewed", "changing",
    "updated",
];
const OFTEN: [&str; 13] = [
    "every",
    "each",
    "days",
    "term",
    "termly",
    "annually",
    "yearly",
    "monthly",
    "month",
    "year",
    "half-term",
    "weeks",
    "once",
];
/// What is said of a password that gives none away.
const NO_VALUE: [&str; 12] = [
    "I", "Monday", "Ms", "Mr", "Mrs", "Miss", "Year", "KS1", "KS2", "English", "Dr", "None",
];
const SECOND_STEP: [&str; 10] = [
    "two factor",
    "two step",
    "2 step",
    "two factors",
    "multi factor",
    "2fa",
    "mfa",
    "2 factor",
    "second step",
    "second factor",
];
const NOT: [&str; 12] = [
    "not", "no", "without", "yet", "isn't", "don't", "doesn't", "aren't", "off", "never", "nor",
    "only",
];

pub(super) fn detail(sentence: &Sentence<'_>) -> Option<(Detail, Range<usize>)> {
    one_of_them(sentence)
        .or_else(|| in_general(sentence))
        .map(|at| (Detail::Password, at))
        .or_else(|| Some((Detail::OneStep, one_step(sentence)?)))
}

/// “The password is Otter2024”: one that is written down.
fn one_of_them(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let what = |word: &str| {
        PASSWORDS.contains(&word)
            || matches!(word, "username" | "login" | "key" | "logins" | "usernames")
    };
    let is_net_key = sentence.has(&["wifi", "wi", "wireless", "wlan", "network"]);
    let is_example = sentence.has(&[
        "example", "such", "like", "weak", "strong", "bad", "better", "instead", "quiz",
    ]);
    sentence.plain().find_map(|(at, word)| {
        if !what(word) || (word == "key" && !is_net_key) || is_example {
            return None;
        }
        // A few words may stand before it: “for the guest network is”.
        let is = (at + 1..at + 8).find(|next| matches!(sentence.word(*next), "is" | "are"));
        let colon = sentence.between(at).trim_start().starts_with([':', '=']);
        let value = if colon { at + 1 } else { is? + 1 };
        let is_value = sentence.is_to_be_typed(value)
            && !NO_VALUE
                .iter()
                .any(|no| no.eq_ignore_ascii_case(sentence.word(value)))
            && !matches!(
                sentence.word(value + 1),
                "character" | "characters" | "letters" | "digits" | "years"
            );
        is_value.then(|| sentence.range(at, value))
    })
}

/// How they are made, kept and changed.
fn in_general(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let (at, word) = (sentence.plain()).find(|(_, word)| PASSWORDS.contains(word))?;
    if sentence.is_advice() {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |at| sentence.word(at));
    if FOR_ALL.contains(&before) && !is_refused(sentence) && sentence.has(&VERBS) {
        return Some(sentence.range(at - 1, at));
    }
    if let Some(signs) = counted(sentence) {
        return Some(sentence.range(at, signs));
    }
    let first = |some: &[&str]| sentence.plain().find(|(_, word)| some.contains(word));
    let is_every = first(&OFTEN).is_some();
    if let Some((changed, _)) = first(&CHANGED).filter(|_| is_every) {
        return Some(sentence.range(at, changed));
    }
    let same = sentence.phrase(&SHARED);
    if same.is_some() && !is_refused(sentence) && sentence.has(&super::SCHOOLS) {
        return same;
    }
    let is_of_all = word.ends_with('s') || sentence.has(&super::SCHOOLS);
    let told = sentence.phrase(&KEPT).or_else(|| sentence.phrase(&MADE));
    told.filter(|end| is_of_all && end.start > at)
        .map(|end| sentence.range(at, end.end - 1))
}

/// What a password is of that more than one person has.
const FOR_ALL: [&str; 6] = [
    "default",
    "shared",
    "generic",
    "admin",
    "administrator",
    "master",
];
/// Without one of these it is a title: “a lost or shared password”.
const VERBS: [&str; 9] = [
    "is", "are", "has", "have", "uses", "use", "start", "starts", "get",
];
const SHARED: [&str; 4] = [
    "same password",
    "one password for",
    "share a password",
    "share one password",
];
const KEPT: [&str; 14] = [
    "are kept in",
    "is kept in",
    "are stored in",
    "is stored in",
    "are written on",
    "is written on",
    "are written in",
    "is on the",
    "are on the",
    "is printed on",
    "are printed on",
    "is kept on",
    "are kept on",
    "is written in",
];
const MADE: [&str; 10] = [
    "is their",
    "are their",
    "is the child's",
    "is the pupil's",
    "are made of",
    "is made of",
    "are made from",
    "is made from",
    "their date of birth",
    "first name and",
];

/// Where it says how many signs there are: “at least eight characters”, “12
/// characters”.
fn counted(sentence: &Sentence<'_>) -> Option<usize> {
    let is_count = |word: &str| COUNTS.contains(&word) || word.parse::<u8>().is_ok();
    let is_counted = |at: usize| {
        let mut before = (1..=3).filter_map(|back| at.checked_sub(back));
        before.any(|at| is_count(sentence.word(at)))
    };
    let mut signs = sentence.plain().filter(|(_, word)| SIGNS.contains(word));
    signs.find(|(at, _)| is_counted(*at)).map(|(at, _)| at)
}

/// “Nobody shares a password”
fn is_refused(sentence: &Sentence<'_>) -> bool {
    sentence.has(&[
        "not", "no", "nobody", "never", "don't", "cannot", "can't", "avoid", "none", "without",
    ])
}

fn one_step(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let step = sentence.phrase(&SECOND_STEP)?;
    (sentence.has(&NOT) && !sentence.is_advice()).then_some(step)
}
