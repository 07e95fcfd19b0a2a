//! Cuts the piece of a file that a problem is about, fit for a terminal.
//!
//! In: a file and a range of its bytes. Out: one line of it, or the part of
//! that line around the range, without anything that could move the cursor or
//! turn the text round. A line may be a megabyte: only what is shown is read.

use std::ops::Range;

use crate::source::SourceFile;

/// Characters of a long line that are shown before the place.
const BEFORE: usize = 50;
/// Characters of a line that are shown in all.
const SHOWN: usize = 110;
/// What stands for the part of a line that is not shown.
const CUT: &str = "...";

/// One line of a file, or a part of it, and the place in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What to show: one line, nothing but printable characters.
    pub(super) text: String,
    /// The place in it, in bytes of `text`.
    pub(super) span: Range<usize>,
}

/// The line of `file` in which `span` begins; a span over several lines ends
/// with its first.
pub(super) fn excerpt(file: &SourceFile, span: &Range<usize>) -> Excerpt {
    let text = file.text();
    let start = boundary(text, span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = boundary(text, span.end).clamp(start, line_end);

    let (from, to) = if is_short(&text[line_start..line_end]) {
        (line_start, line_end)
    } else {
        let from = back(text, line_start..start, BEFORE);
        (from, forth(text, from..line_end, SHOWN))
    };

    let mut shown = String::new();
    if from > line_start {
        shown.push_str(CUT);
    }
    push_harmless(&mut shown, &text[from..start]);
    let marked = shown.len();
    push_harmless(&mut shown, &text[start..end.min(to)]);
    let span = marked..shown.len();
    push_harmless(&mut shown, &text[end.min(to)..to]);
    if to < line_end {
        shown.push_str(CUT);
    }
    Excerpt { text: shown, span }
}

/// `text` without anything that could move a cursor, colour a terminal or
/// change the direction of the line: each such character is shown as a mark.
/// Line ends stay, for help may have several lines.
pub(super) fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            shown.push('\n');
        }
        push_harmless(&mut shown, line);
    }
    shown
}

fn push_harmless(shown: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            character if is_harmful(character) => shown.push(char::REPLACEMENT_CHARACTER),
            character => shown.push(character),
        }
    }
}

/// Whether a character acts on the terminal instead of being shown: controls,
/// line separators, and what turns the direction of text or has no width.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_short(line: &str) -> bool {
    // A character has at most four bytes, so a longer line need not be counted.
    line.len() <= SHOWN || (line.len() <= 4 * SHOWN && line.chars().count() <= SHOWN)
}

/// The start of the last `count` characters of a range of `text`.
fn back(text: &str, range: Range<usize>, count: usize) -> usize {
    let characters = text[range.clone()].char_indices().rev().take(count);
    characters
        .last()
        .map_or(range.end, |(at, _)| range.start + at)
}

/// The end of the first `count` characters of a range of `text`.
fn forth(text: &str, range: Range<usize>, count: usize) -> usize {
    let mut characters = text[range.clone()].char_indices().skip(count);
    characters
        .next()
        .map_or(range.end, |(at, _)| range.start + at)
}

/// The nearest place at or before `offset` that does not split a character.
fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, span: Range<usize>) -> (String, String) {
        let file = SourceFile::new("x.md", text);
        let Excerpt { text, span } = excerpt(&file, &span);
        let marked = text[span].to_owned();
        (text, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let shown = cut("one\nask the dls\nthree", 12..15);
        assert_eq!(shown, ("ask the dls".to_owned(), "dls".to_owned()));
    }

    #[test]
    fn a_span_over_lines_ends_with_the_first() {
        let shown = cut("```contact\nroles = []\n", 3..20);
        assert_eq!(shown, ("```contact".to_owned(), "contact".to_owned()));
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_around_the_place() {
        let text = format!("{}HERE{}", "a".repeat(1 << 20), "é".repeat(1 << 20));
        let (shown, marked) = cut(&text, (1 << 20)..(1 << 20) + 4);
        assert_eq!(marked, "HERE");
        assert_eq!(shown.chars().count(), SHOWN + 2 * CUT.len());
        assert!(shown.starts_with("...aaa") && shown.ends_with("ééé..."));
    }

    #[test]
    fn a_span_of_a_megabyte_is_cut_too() {
        let text = "a".repeat(1 << 20);
        let (shown, marked) = cut(&text, 0..1 << 20);
        assert_eq!(marked, "a".repeat(SHOWN));
        assert_eq!(shown, format!("{marked}..."));
    }

    #[test]
    fn nothing_acts_on_the_terminal() {
        let (shown, marked) = cut("a\tb \u{1b}[31mred\u{202e} c\u{feff}", 4..5);
        assert_eq!(shown, "a    b \u{fffd}[31mred\u{fffd} c\u{fffd}");
        assert_eq!(marked, "\u{fffd}");
        assert_eq!(harmless("two\nlines\r\u{7}"), "two\nlines\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_place_at_or_past_the_end_is_no_fault() {
        assert_eq!(cut("", 0..0), (String::new(), String::new()));
        assert_eq!(cut("é", 1..9), ("é".to_owned(), "é".to_owned()));
        assert_eq!(cut("ab\n", 3..7), (String::new(), String::new()));
    }
}
