//! Finds every slip in a text that cannot be read as TOML.
//!
//! In: the text, and what the parser said of it. Out: one slip for each line
//! that has one, and the same text with those lines blanked where the parser
//! would have stopped at them, so that the rest can be judged. Must never
//! move a byte: places in the legible text are places in the text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, Error};

use super::open::{Opening, is_key, unclosed};

/// A line that cannot be read, or the beginning of something that never ends.
#[derive(Debug)]
pub(super) struct Slip {
    /// What the parser stumbled over.
    pub(super) span: Range<usize>,
    /// Why.
    pub(super) cause: Cause,
}

/// Why a line cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// In the parser's words, which no editor is shown.
    Parser(String),
    /// A list, a part in braces or a long text is never closed.
    Unclosed(Opening),
}

/// What is wrong with a text, and what can be read of it.
#[derive(Debug)]
pub(super) struct Survey {
    /// At most one for each line, in order.
    pub(super) slips: Vec<Slip>,
    /// The text without the lines at which the parser would stop.
    pub(super) legible: String,
    /// Lines that cannot be read: where each begins, and where it ends.
    damaged: BTreeMap<usize, usize>,
}

impl Survey {
    /// Whether a place is in a line that could not be read.
    pub(super) fn is_damaged(&self, offset: usize) -> bool {
        let before = self.damaged.range(..=offset).next_back();
        before.is_some_and(|(_, end)| offset <= *end)
    }
}

/// Rounds of parsing one text again; each closes what an earlier one found
/// open.
const ROUNDS: usize = 8;

/// Finds the slips in `text`, of which the parser made `errors`.
pub(super) fn of(text: &str, mut errors: Vec<Error>) -> Survey {
    let lines = Lines::of(text);
    let mut legible = text.to_owned();
    let mut slips: BTreeMap<usize, Slip> = BTreeMap::new();
    let mut damaged: BTreeMap<usize, usize> = BTreeMap::new();
    let mut mended_lines = BTreeSet::new();
    for _ in 0..ROUNDS {
        let mut changed = Vec::new();
        let open = errors.iter().any(|error| leaves_open(error.message()));
        if let Some(open) = open.then(|| unclosed(&legible)).flatten() {
            let lost = lines.around(open.at).start..open.resume;
            slips.retain(|start, _| !lost.contains(start));
            damaged.retain(|start, _| !lost.contains(start));
            damaged.insert(lost.start, lost.end.saturating_sub(1));
            let cause = Cause::Unclosed(open.opening);
            let span = open.at..open.at + 1;
            slips.insert(lost.start, Slip { span, cause });
            changed.push((lost, Mend::Blank));
        } else {
            let mut last = 0..0;
            for error in &errors {
                // One line can hold a million slips, and gets one finding.
                let stops = stops_the_parser(error.message());
                if !stops && error.span().is_some_and(|span| last.contains(&span.start)) {
                    continue;
                }
                let span = error.span().unwrap_or(0..0);
                let line = lines.around(span.start);
                last = line.clone();
                damaged.insert(line.start, line.end);
                slips.entry(line.start).or_insert_with(|| Slip {
                    span,
                    cause: Cause::Parser(error.message().to_owned()),
                });
                if stops && mended_lines.insert(line.start) {
                    let mend = match colon_for_equals(&text[line.clone()]) {
                        Some(at) => Mend::Equals(line.start + at),
                        None => Mend::Blank,
                    };
                    changed.push((line, mend));
                }
            }
        }
        if changed.is_empty() {
            break;
        }
        legible = mended(legible, changed);
        errors = DeTable::parse_recoverable(&legible).1;
    }
    Survey {
        slips: slips.into_values().collect(),
        legible,
        damaged,
    }
}

/// Whether the parser read on after what it says, as if it were one with it.
fn leaves_open(said: &str) -> bool {
    said.starts_with("unclosed array,")
        || said.starts_with("unclosed inline table")
        || said.starts_with("invalid multi-line")
}

/// Whether the parser makes nothing of all that follows.
fn stops_the_parser(said: &str) -> bool {
    said.starts_with("key with no value")
}

/// How a line is made legible without moving a byte.
enum Mend {
    Blank,
    Equals(usize),
}

fn mended(text: String, mends: Vec<(Range<usize>, Mend)>) -> String {
    let mut bytes = text.into_bytes();
    for (range, mend) in mends {
        match mend {
            Mend::Equals(at) => bytes[at] = b'=',
            Mend::Blank => {
                for byte in bytes[range].iter_mut().filter(|byte| **byte != b'\n') {
                    *byte = b' ';
                }
            }
        }
    }
    // Whole lines are blanked, and a colon is one byte: it stays text.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Where `title: "…"` has its colon.
pub(super) fn colon_for_equals(line: &str) -> Option<usize> {
    let at = line.find(':')?;
    is_key(line[..at].trim()).then_some(at)
}

/// Where the lines of a text are.
struct Lines {
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    fn of(text: &str) -> Lines {
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        Lines {
            starts: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            end: text.len(),
        }
    }

    /// The line that holds a byte, without its line end.
    fn around(&self, at: usize) -> Range<usize> {
        let next = self.starts.partition_point(|start| *start <= at);
        let start = next.checked_sub(1).map_or(0, |line| self.starts[line]);
        let end = self.starts.get(next).map_or(self.end, |next| next - 1);
        start..end
    }
}
