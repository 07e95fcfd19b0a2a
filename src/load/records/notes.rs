//! Fits a parsed table to the shape of a record, noting all that is wrong.
//!
//! In: the table. Out: the record, and the problems. Where a value is wrong or
//! missing a stand-in takes its place, so that one pass finds everything. Only
//! values that a type reads by itself, such as dates, need another pass: it
//! gives them a stand-in where they failed before. Must never hand out a
//! record with a stand-in in it and no problem beside it.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::de::{self, DeserializeOwned};
use toml::Spanned;
use toml::de::DeTable;

use super::advice::Spot;
use super::entry::Entry;
use super::words::Owner;

/// What is wrong, as bytes of the whole file.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) kind: ProblemKind,
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Problem {
    /// The same, `by` bytes further on.
    pub(super) fn moved(mut self, by: usize) -> Problem {
        self.span = self.span.start + by..self.span.end + by;
        self
    }
}

/// Whether something is there and wrong, or not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProblemKind {
    /// Not there.
    Missing,
    /// There, and wrong.
    Wrong,
}

/// Passes over one file; each mends one date at least. More wrong dates than
/// this are found after the first ones are mended.
const PASSES: usize = 48;

/// Bytes that all the passes over one file together may read.
const WORK: usize = 16 * 1024 * 1024;

/// Problems of one file that are kept; far more than anybody is shown.
const KEPT: usize = 300;

/// What stands in for a value that its own type reads.
const STAND_INS: [StandIn; 4] = [
    StandIn::Text("2000-01-01"),
    StandIn::List,
    StandIn::Number(0),
    StandIn::Flag,
];

/// A stand-in for a value of which only its type knows what it can be.
#[derive(Debug, Clone, Copy)]
pub(super) enum StandIn {
    Text(&'static str),
    List,
    Number(i64),
    Flag,
}

/// Fits `table` to the shape `T`. Its spans are from `base` in `text`.
pub(super) fn fit<T: DeserializeOwned>(
    table: &Spanned<DeTable<'_>>,
    text: &str,
    base: usize,
) -> (Option<T>, Vec<Problem>) {
    let mut failed = BTreeMap::new();
    let mut problems = Vec::new();
    let passes = (WORK / text.len().max(1)).clamp(4, PASSES);
    for _ in 0..passes {
        let mut notes = Notes {
            text,
            base,
            problems: Vec::new(),
            failed: &failed,
            own_reads: 0,
        };
        let spot = Spot {
            owner: Owner::FILE,
            field: "",
            in_list: false,
            under: "",
            span: 0..0,
        };
        let stop = match T::deserialize(Entry::root(table.get_ref(), spot, &mut notes)) {
            Ok(_) if notes.is_full() => return (None, notes.problems),
            Ok(value) => return (Some(value), notes.problems),
            Err(stop) => stop,
        };
        problems = notes.problems;
        // A type that says no to a value it was not left to read by itself
        // is beyond mending.
        let Some(read) = stop.read else {
            problems.push(unmendable());
            break;
        };
        let tried = failed
            .entry(read)
            .and_modify(|failed: &mut Failed| failed.tried += 1)
            .or_insert(Failed {
                said: stop.said,
                tried: 0,
            })
            .tried;
        if tried >= STAND_INS.len() {
            break;
        }
    }
    (None, problems)
}

/// No type of ours comes here; a finding must stand all the same, or a file
/// would be left out without a word.
fn unmendable() -> Problem {
    Problem {
        kind: ProblemKind::Wrong,
        span: 0..0,
        message: "Something in this file is not of the kind it should be.".to_owned(),
        help: "Compare the file with the example in the manual.".to_owned(),
    }
}

/// What one pass has found so far.
pub(super) struct Notes<'n> {
    /// The whole file.
    pub(super) text: &'n str,
    /// Where the part begins that is read.
    pub(super) base: usize,
    problems: Vec<Problem>,
    failed: &'n BTreeMap<usize, Failed>,
    own_reads: usize,
}

/// A value that its type did not want, in an earlier pass.
#[derive(Debug)]
struct Failed {
    said: Said,
    tried: usize,
}

impl Notes<'_> {
    /// Notes that something is wrong at a place. Of two problems at the same
    /// place, the first is the cause of the second.
    pub(super) fn wrong(
        &mut self,
        span: &Range<usize>,
        say: impl FnOnce(&Self) -> (String, String),
    ) {
        self.note(ProblemKind::Wrong, span, say);
    }

    /// Notes that something is missing from the table at a place.
    pub(super) fn missing(
        &mut self,
        span: &Range<usize>,
        say: impl FnOnce(&Self) -> (String, String),
    ) {
        self.note(ProblemKind::Missing, span, say);
    }

    /// Whether there is no use in looking further.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() >= KEPT
    }

    fn note(
        &mut self,
        kind: ProblemKind,
        span: &Range<usize>,
        say: impl FnOnce(&Self) -> (String, String),
    ) {
        let again = kind == ProblemKind::Wrong
            && self
                .problems
                .last()
                .is_some_and(|last| last.kind == kind && last.span == *span);
        if again || self.is_full() {
            return;
        }
        let (message, help) = say(self);
        self.problems.push(Problem {
            kind,
            span: span.clone(),
            message,
            help,
        });
    }

    /// Counts a value that its own type reads, and says how it failed before.
    pub(super) fn own_read(&mut self) -> (usize, Option<(Said, StandIn)>) {
        let read = self.own_reads;
        self.own_reads += 1;
        let failed = self.failed.get(&read).map(|failed| {
            let stand_in = STAND_INS.get(failed.tried).copied();
            (failed.said.clone(), stand_in.unwrap_or(STAND_INS[0]))
        });
        (read, failed)
    }

    /// The stand-in to try first.
    pub(super) fn first_stand_in() -> StandIn {
        STAND_INS[0]
    }

    /// What the editor wrote at a place, if it is short enough to repeat.
    pub(super) fn written(&self, span: &Range<usize>) -> Option<&str> {
        self.text
            .get(span.clone())
            .map(str::trim)
            .filter(|text| !text.is_empty() && text.len() <= 60 && !text.contains('\n'))
    }
}

/// What a type said about a value it did not want.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// A sentence of its own.
    Sentence(String),
    /// What it wants.
    Wants(String),
}

/// A type could not be made of a value.
#[derive(Debug)]
pub(super) struct Stop {
    said: Said,
    /// Which value its own type read.
    read: Option<usize>,
}

impl Stop {
    /// The same, known to be about the value that was read as `read`.
    pub(super) fn of(mut self, read: usize) -> Stop {
        self.read.get_or_insert(read);
        self
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.said {
            Said::Sentence(said) | Said::Wants(said) => f.write_str(said),
        }
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(said: T) -> Stop {
        Stop {
            said: Said::Sentence(said.to_string()),
            read: None,
        }
    }

    fn invalid_type(_: de::Unexpected<'_>, wanted: &dyn de::Expected) -> Stop {
        Stop {
            said: Said::Wants(wanted.to_string()),
            read: None,
        }
    }

    fn invalid_value(_: de::Unexpected<'_>, wanted: &dyn de::Expected) -> Stop {
        Stop {
            said: Said::Wants(wanted.to_string()),
            read: None,
        }
    }
}
