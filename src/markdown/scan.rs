//! Marks in the source that the parser would pass over in silence.
//!
//! A mistyped label, a row with a cell too many or an unclosed fence gives no
//! event of its own. They are looked for in the bytes of the text, outside
//! code and outside what the parser did understand.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Fault, FaultKind};

/// Stretches of a text in which marks mean what they seem to.
#[derive(Default)]
pub(super) struct Plain {
    /// Code, in a line or in a block.
    pub(super) code: Vec<Range<usize>>,
    /// Headings' braces that were understood.
    pub(super) braces: Vec<Range<usize>>,
    /// References to records.
    pub(super) references: Vec<Range<usize>>,
    /// Links and pictures.
    pub(super) links: Vec<Range<usize>>,
    /// Uses of notes, and the beginnings of their definitions.
    pub(super) notes: Vec<Range<usize>>,
}

/// Whether `at` is inside one of these.
pub(super) fn within(ranges: &[Range<usize>], at: usize) -> bool {
    // Ranges come in the order of the events: by start, outer before inner.
    let upto = ranges.partition_point(|range| range.start <= at);
    ranges[..upto]
        .iter()
        .rev()
        .take(8)
        .any(|range| at < range.end)
}

fn escaped(text: &str, at: usize) -> bool {
    let before = text.as_bytes()[..at].iter().rev();
    before.take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Notes every brace, `[!`, `[[`, `[^` and `](` that is not part of anything.
pub(super) fn marks(text: &str, plain: &Plain, faults: &mut Vec<Fault>) {
    let mut start = 0;
    for line in text.split('\n') {
        if line
            .bytes()
            .any(|byte| matches!(byte, b'{' | b'}' | b'[' | b']'))
        {
            marks_in_line(text, start..start + line.len(), plain, faults);
        }
        start += line.len() + 1;
    }
}

fn marks_in_line(text: &str, line: Range<usize>, plain: &Plain, faults: &mut Vec<Fault>) {
    let bytes = text.as_bytes();
    // One message a line is enough for a pair of braces.
    let mut brace_said = false;
    for at in line.clone() {
        let byte = bytes[at];
        if !matches!(byte, b'{' | b'}' | b'[' | b']') || within(&plain.code, at) {
            continue;
        }
        let kind = match (byte, bytes.get(at + 1)) {
            (b'{' | b'}', _) if !brace_said && !escaped(text, at) && !within(&plain.braces, at) => {
                brace_said = true;
                FaultKind::Brace
            }
            (b'[', Some(b'!')) => FaultKind::LabelLike,
            (b'[', Some(b'[')) if !within(&plain.references, at) => FaultKind::OpenReference,
            (b'[', Some(b'^')) if !within(&plain.notes, at) && !escaped(text, at) => {
                let label = &text[at + 2..closing(text, at, line.end, ']')];
                FaultKind::UnknownNote(label.trim_end_matches(']').to_owned())
            }
            (b']', Some(b'(')) if !within(&plain.links, at) && !escaped(text, at) => {
                FaultKind::OpenLink
            }
            _ => continue,
        };
        let end = match kind {
            FaultKind::Brace => closing(text, at, line.end, '}'),
            FaultKind::LabelLike | FaultKind::UnknownNote(_) => closing(text, at, line.end, ']'),
            _ => at + 2,
        };
        faults.push(Fault {
            kind,
            span: at..end,
        });
    }
}

/// The end of what begins at `at`: after `mark`, if that comes soon.
fn closing(text: &str, at: usize, line_end: usize, mark: char) -> usize {
    // A label is short; a line can be long and full of these.
    let soon = text[at..line_end].char_indices().take(80);
    let found = soon.clone().find(|(_, c)| *c == mark);
    let shortest = soon
        .map(|(offset, c)| at + offset + c.len_utf8())
        .take(2)
        .last();
    found.map_or(shortest.unwrap_or(at), |(offset, _)| at + offset + 1)
}

/// Notes every link that is defined a second time: the parser keeps the first
/// and forgets the others.
pub(super) fn duplicate_definitions(text: &str, plain: &Plain, faults: &mut Vec<Fault>) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut start = 0;
    for line in text.split('\n') {
        let at = start;
        start += line.len() + 1;
        let bare = line.trim_start_matches([' ', '>']);
        let indent = line.len() - bare.len();
        let Some((label, _)) = bare
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]:"))
        else {
            continue;
        };
        let span = at + indent..at + indent + label.len() + 2;
        if label.starts_with('^') || label.contains(']') || within(&plain.code, span.start) {
            continue;
        }
        let label = label.to_lowercase();
        if seen.contains(&label) {
            faults.push(Fault {
                kind: FaultKind::DuplicateDefinition(label),
                span,
            });
        } else {
            seen.insert(label);
        }
    }
}

/// How many cells the table row has that begins at `start`.
pub(super) fn cells(text: &str, start: usize) -> usize {
    let row = text[start..line_end(text, start)].trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut pipes = 0;
    let mut last_is_pipe = false;
    let mut backslash = false;
    for c in row.chars() {
        last_is_pipe = c == '|' && !backslash;
        pipes += usize::from(last_is_pipe);
        backslash = c == '\\' && !backslash;
    }
    if last_is_pipe { pipes } else { pipes + 1 }
}

/// Whether the fenced block at `span` has its closing fence.
pub(super) fn fence_is_closed(text: &str, span: &Range<usize>) -> bool {
    let block = text[span.clone()].trim_end();
    let Some(mark) = block.chars().next() else {
        return false;
    };
    let opening = block.chars().take_while(|c| *c == mark).count();
    let Some((_, last)) = block.rsplit_once('\n') else {
        return false;
    };
    // Inside a quote or a list the line still has their marks before it; in
    // front of a block of the page itself nothing stands but three spaces.
    let before = &text[line_start(text, span.start)..span.start];
    let bare = last.trim_start_matches([' ', '>', '\t']);
    let nested = before.len() > 3 || before.bytes().any(|byte| byte != b' ');
    let reaches = nested || last.len() - bare.len() <= 3 && !last.contains(['>', '\t']);
    reaches && bare.len() >= opening && bare.chars().all(|c| c == mark)
}

/// The first line of a code block that was hardly meant as code: a labelled
/// heading or quote, or the opening fence of another block. A fence that is
/// not closed where the editor thinks, or a heading that is indented too far,
/// would make a section public. In an `example` (a `text` block) labels are
/// allowed, a second opening fence is not.
pub(super) fn swallowed(text: &str, span: &Range<usize>, example: bool) -> Option<Range<usize>> {
    let block = &text[span.clone()];
    let mark = block.chars().next().filter(|c| matches!(c, '`' | '~'));
    let fence = mark.map(|mark| block.chars().take_while(|c| *c == mark).count());
    let mut at = span.start;
    for (number, line) in block.split('\n').enumerate() {
        let start = at;
        at += line.len() + 1;
        let bare = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let heading = !example && names_readers(bare);
        let label = !example && bare.starts_with("[!") && line.contains('>');
        let opening = number > 0
            && fence.zip(mark).is_some_and(|(fence, mark)| {
                let rest = bare.trim_start_matches(mark);
                bare.len() - rest.len() >= fence && !rest.is_empty()
            });
        if heading || label || opening {
            return Some(start..start + line.len());
        }
    }
    None
}

fn is_class(word: &str) -> bool {
    word.strip_prefix('.')
        .is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// Whether a line ends in what looks like a heading's label.
fn names_readers(line: &str) -> bool {
    let typed = line.trim_end_matches('#').trim_end();
    let braces = typed
        .strip_suffix('}')
        .and_then(|typed| typed.rsplit_once('{'));
    braces.is_some_and(|(_, inner)| {
        let mut words = inner.split_whitespace();
        line.starts_with('#') || words.any(is_class)
    })
}

/// The end of the line that holds `at`, without its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The end of the line that holds `at`, or a place in the line soon after it:
/// a line can be a whole page, and full of what is asked about.
pub(super) fn line_soon(text: &str, at: usize) -> usize {
    let soon = text.floor_char_boundary(at + 400);
    text[at..soon].find('\n').map_or(soon, |end| at + end)
}

/// The beginning of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}
