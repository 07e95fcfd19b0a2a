//! Finds every slip in a text that cannot be read as TOML.
//!
//! In: the text, and what the parser said of it. Out: one slip for each line
//! that has one, and the same text with those lines blanked where the parser
//! would have stopped at them, so that the rest can be judged. Must never
//! move a byte: places in the legible text are places in the text.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, Error};

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

/// What can be left open over several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// `[`
    List,
    /// `{`
    Braces,
    /// `"""` or `'''`
    LongText,
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
                if error.span().is_some_and(|span| last.contains(&span.start)) {
                    continue;
                }
                let span = error.span().unwrap_or(0..0);
                let line = lines.around(span.start);
                last = line.clone();
                let seen = damaged.insert(line.start, line.end).is_some();
                slips.entry(line.start).or_insert_with(|| Slip {
                    span,
                    cause: Cause::Parser(error.message().to_owned()),
                });
                if !seen && stops_the_parser(error.message()) {
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

/// Whether this could be a key without quotes.
pub(super) fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

/// Something that is never closed.
struct Open {
    at: usize,
    opening: Opening,
    /// Where the next line begins that has nothing to do with it.
    resume: usize,
}

/// Finds the first thing that is left open: a line that can only be a new
/// setting or heading stands inside it, or the text ends.
fn unclosed(text: &str) -> Option<Open> {
    let mut open: Vec<(usize, Opening)> = Vec::new();
    let mut long: Option<(usize, [u8; 3])> = None;
    let mut before = "";
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let (Some(first), Some(last), None) = (open.first(), open.last(), long) {
            let begins = match last.1 {
                Opening::List => is_heading(line) || is_setting(line),
                _ => is_heading(line) || (is_setting(line) && !before.ends_with([',', '{'])),
            };
            if begins {
                return Some(Open {
                    at: first.0,
                    opening: first.1,
                    resume: start,
                });
            }
        }
        if !(open.is_empty() && long.is_none() && is_heading(line)) {
            scan(line.as_bytes(), start, &mut open, &mut long);
        }
        if !line.trim().is_empty() {
            before = line.trim_end();
        }
    }
    if let Some((at, _)) = long {
        return Some(Open {
            at,
            opening: Opening::LongText,
            resume: next_beginning(text, at),
        });
    }
    open.first().map(|(at, opening)| Open {
        at: *at,
        opening: *opening,
        resume: text.len(),
    })
}

/// The next line after `at` that can only be a setting or a heading.
fn next_beginning(text: &str, at: usize) -> usize {
    let mut start = at;
    for line in text[at..].split_inclusive('\n') {
        if start > at && (is_heading(line) || is_setting(line)) {
            return start;
        }
        start += line.len();
    }
    text.len()
}

/// Follows the brackets and quotes of one line.
fn scan(
    line: &[u8],
    start: usize,
    open: &mut Vec<(usize, Opening)>,
    long: &mut Option<(usize, [u8; 3])>,
) {
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        if let Some((_, quotes)) = long {
            let Some(end) = rest.windows(3).position(|three| three == quotes) else {
                return;
            };
            *long = None;
            at += end + 3;
            continue;
        }
        match rest[0] {
            b'#' => return,
            b'[' => open.push((start + at, Opening::List)),
            b'{' => open.push((start + at, Opening::Braces)),
            b']' | b'}' => drop(open.pop()),
            quote @ (b'"' | b'\'') if rest.starts_with(&[quote; 3]) => {
                *long = Some((start + at, [quote; 3]));
                at += 2;
            }
            quote @ (b'"' | b'\'') => at += skip_text(rest, quote),
            _ => {}
        }
        at += 1;
    }
}

/// How far a short text reaches: to its other quote, or to the line's end.
fn skip_text(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote => return at,
            _ => {}
        }
        at += 1;
    }
    rest.len()
}

fn is_setting(line: &str) -> bool {
    line.split_once('=')
        .is_some_and(|(key, _)| is_key(key.trim()))
}

fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let inner = line
        .strip_prefix("[[")
        .and_then(|line| line.strip_suffix("]]"))
        .or_else(|| line.strip_prefix('[')?.strip_suffix(']'));
    inner.is_some_and(|name| is_key(name.trim()))
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
