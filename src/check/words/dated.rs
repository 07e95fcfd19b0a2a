//! What is said to be now, or still to come, and has passed.
//!
//! In: a title, or a text word by word, and today. Out: each date that has
//! passed and is said as if it had not. What is told as history, what names an
//! edition or a version, and what says when something was approved, is left
//! alone.

use std::ops::Range;

use jiff::civil::Date;

use super::days::{self, Kind, Named};
use super::{Found, Read};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};

/// No day is said to be to come that has passed (seeds O3, I5).
pub(super) static DATE_PASSED: Rule = Rule {
    name: "date-passed",
    severity: Severity::Warning,
    summary: "No title and no text speaks of a year or a day as now or still to come that has passed.",
    explanation: explained!("date-passed"),
};

/// What a title or a sentence is about that keeps its year.
const KEPT: [&str; 34] = [
    "accounts",
    "archive",
    "archived",
    "awards",
    "census",
    "changed",
    "changes",
    "data",
    "evaluation",
    "figures",
    "former",
    "gallery",
    "highlights",
    "history",
    "impact",
    "inspection",
    "last",
    "leavers",
    "minutes",
    "news",
    "newsletter",
    "newsletters",
    "old",
    "outcomes",
    "past",
    "photos",
    "previous",
    "report",
    "reports",
    "results",
    "review",
    "since",
    "spending",
    "survey",
];
/// What is for a year: its title may end with that alone.
const YEARLY: [&str; 12] = [
    "admissions",
    "agreement",
    "agreements",
    "calendar",
    "dates",
    "handbook",
    "plan",
    "policies",
    "policy",
    "prospectus",
    "timetable",
    "menu",
];
/// What says that something is to come.
const TO_COME: [&str; 24] = [
    "aim", "aims", "begins", "close", "closes", "coming", "due", "ends", "going", "hope", "hopes",
    "intend", "next", "opens", "plan", "planned", "plans", "propose", "resumes", "shall", "starts",
    "upcoming", "will", "won't",
];
/// What says that something is so now.
const NOW: [&str; 16] = [
    "are",
    "can",
    "closed",
    "continues",
    "is",
    "lasts",
    "may",
    "must",
    "open",
    "opens",
    "remain",
    "remains",
    "runs",
    "stay",
    "stays",
    "valid",
];
/// Words of what has been.
const PAST: [&str; 38] = [
    "ago",
    "became",
    "been",
    "began",
    "born",
    "bought",
    "brought",
    "built",
    "came",
    "chose",
    "did",
    "found",
    "gave",
    "got",
    "had",
    "held",
    "kept",
    "knew",
    "last",
    "left",
    "led",
    "made",
    "met",
    "previously",
    "ran",
    "said",
    "saw",
    "sent",
    "set",
    "since",
    "spent",
    "taught",
    "told",
    "took",
    "was",
    "went",
    "were",
    "wrote",
];
/// Words that look as if they were of what has been.
const NOT_PAST: [&str; 20] = [
    "advanced",
    "based",
    "bed",
    "designated",
    "detailed",
    "embed",
    "exceed",
    "feed",
    "hundred",
    "indeed",
    "interested",
    "limited",
    "named",
    "need",
    "proceed",
    "red",
    "related",
    "shared",
    "speed",
    "trusted",
];
/// Words before one with which it says how things are or will be.
const HELPING: [&str; 16] = [
    "are", "be", "being", "can", "get", "is", "may", "must", "need", "needs", "not", "shall",
    "should", "to", "will", "won't",
];
/// What a date behind “from” or “of” is the edition of.
const EDITIONS: [&str; 16] = [
    "act",
    "advice",
    "copy",
    "dated",
    "edition",
    "guidance",
    "issued",
    "law",
    "letter",
    "paper",
    "policy",
    "published",
    "regulations",
    "report",
    "standards",
    "version",
];
/// What can stand between a date and the word that leads to it.
const BETWEEN: [&str; 20] = [
    "academic",
    "beginning",
    "early",
    "end",
    "friday",
    "half",
    "late",
    "mid",
    "monday",
    "of",
    "school",
    "start",
    "term",
    "the",
    "thursday",
    "tuesday",
    "wednesday",
    "year",
    "saturday",
    "sunday",
];

/// Whether a date of this century could stand in a text.
pub(super) fn may_stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices("20").any(|(at, _)| {
        let rest = bytes.get(at + 2..at + 4);
        rest.is_some_and(|rest| rest.iter().all(u8::is_ascii_digit))
    })
}

/// Each date that has passed and is said to be now or to come.
pub(super) fn found(read: &Read<'_>, today: Date, found: &mut Vec<Found>) {
    if !may_stand_in(read.passage.text()) {
        return;
    }
    let mut at = 0;
    while at < read.len() {
        let Some(named) = days::at(read, at).filter(|_| read.is_plain(at)) else {
            at += 1;
            continue;
        };
        let words = at..at + named.words;
        at = words.end;
        if named.ends >= today {
            continue;
        }
        let written = || read.written(words.clone());
        let said = if read.is_heading() {
            is_titled(read, &words, named.kind).then(|| in_title(written()))
        } else {
            is_current(read, &words, named).then(|| in_text(written()))
        };
        found.extend(said.map(|said| (said, read.words.span(words.clone()))));
    }
}

/// Whether a title says that what is below it is for that year.
fn is_titled(read: &Read<'_>, words: &Range<usize>, kind: Kind) -> bool {
    let is_kept = (0..read.len()).any(|at| KEPT.contains(&read.plain(at)));
    let is_yearly = || {
        let beside = [read.before(words.start, 1), read.plain(words.end)];
        beside.iter().any(|word| YEARLY.contains(word))
    };
    let is_of = match kind {
        Kind::SchoolYears => true,
        Kind::Year => is_yearly(),
        Kind::Day | Kind::Month => false,
    };
    is_of && !is_kept
}

/// Whether a text says that a date is now or to come.
fn is_current(read: &Read<'_>, words: &Range<usize>, named: Named) -> bool {
    let sentence = read.sentence(words.start);
    if sentence.clone().any(|at| is_past(read, at)) {
        return false;
    }
    let lead = lead(read, words.start);
    let word = lead.map_or("", |at| read.plain(at));
    let is_edition = lead.is_some_and(|at| EDITIONS.contains(&read.before(at, 1)));
    let has = |some: &[&str]| sentence.clone().any(|at| some.contains(&read.plain(at)));
    let has_will = sentence.clone().any(|at| read.plain(at).ends_with("'ll"));
    let is_to_come = has(&TO_COME) || has_will;
    if is_edition {
        return false;
    }
    match named.kind {
        Kind::SchoolYears => {
            let is_kept = has(&KEPT);
            let is_this = ["for", "this", "current", "coming", "new", "next"].contains(&word);
            let is_when = ["by", "during", "from", "in", "throughout", "until"].contains(&word);
            !is_kept && (is_this || is_when && is_to_come)
        }
        Kind::Year | Kind::Month | Kind::Day => {
            let is_exact = named.kind != Kind::Year;
            let is_when = match word {
                "in" | "by" | "during" | "until" | "till" => true,
                "on" | "before" | "this" | "for" | "at" => is_exact,
                // A phone from 2015 will not run it.
                "from" => is_exact || lead.is_some_and(|at| read.begins(at)),
                _ => false,
            };
            let is_until = ["until", "till"].contains(&word) && has(&NOW);
            let is_change = word == "from" && has(&["change", "changes"]);
            let is_next = (1..=3).any(|by| ["next", "due"].contains(&read.before(words.start, by)));
            is_when && is_to_come || is_until || is_change || is_next && is_exact
        }
    }
}

/// The word that leads to a date, as “by” in “by the end of July 2025”.
fn lead(read: &Read<'_>, date: usize) -> Option<usize> {
    let mut before = (date.saturating_sub(6)..date).rev();
    before.find(|at| !BETWEEN.contains(&read.plain(*at)))
}

/// Whether a word tells of what has been.
fn is_past(read: &Read<'_>, at: usize) -> bool {
    let word = read.plain(at);
    let is_helped = || (1..=3).any(|by| HELPING.contains(&read.before(at, by)));
    let is_told = word.ends_with("ed") && !NOT_PAST.contains(&word) && !is_helped();
    PAST.contains(&word) && !(word == "set" && is_helped()) || is_told
}

fn in_title(written: &str) -> Said {
    (
        &DATE_PASSED,
        format!("This title says “{written}”, and that is over."),
        "Write the year that it is for now, or leave it out: the review line says how current a page is.".to_owned(),
    )
}

fn in_text(written: &str) -> Said {
    (
        &DATE_PASSED,
        format!("This speaks of “{written}” as now or still to come, and it has passed."),
        format!(
            "Say how it is now; or, if it matters, how it was, as in “until {written} it was …”."
        ),
    )
}
