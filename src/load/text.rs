//! Turns the bytes of a file into text.
//!
//! In: bytes. Out: text whose line ends are `\n`, that of its last line too,
//! with a finding for all that is not plain text. Every later place in the file is a byte of that text,
//! so line ends are changed here and nowhere else. Must never guess silently:
//! what cannot be read is shown as `�` and reported.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::source::{Place, SourceFile};

/// A text file that was not saved as UTF-8.
pub(crate) static ENCODING: Rule = Rule {
    name: "encoding",
    severity: Severity::Error,
    summary: "Text files are saved as UTF-8, so that every letter and sign is shown as it was meant.",
    explanation: explained!("encoding"),
};

/// Characters that nobody sees, and that can hide or turn round what is read.
pub(crate) static CONTROL_CHARACTER: Rule = Rule {
    name: "control-character",
    severity: Severity::Error,
    summary: "Texts have no control characters, none without a width and none that change the direction of writing: they are invisible and can hide a label.",
    explanation: explained!("control-character"),
};

/// A file that is far larger than a page or a record can be.
pub(crate) static FILE_SIZE: Rule = Rule {
    name: "file-size",
    severity: Severity::Error,
    summary: "A page or a record has at most 4 MiB, and any other file at most 100 MiB.",
    explanation: explained!("file-size"),
};

/// The most bytes that a text may have; the longest policy has a twentieth.
pub(super) const LONGEST: u64 = 4 * 1024 * 1024;

/// How many findings of one kind are shown for one file.
const SHOWN: usize = 5;

/// What a byte was that is not UTF-8, and where its stand-in is.
struct Unreadable {
    at: usize,
    byte: u8,
}

/// Reads `bytes` as the text of the file at `path` (from the site folder).
/// Nothing when it is not a text at all.
pub(super) fn read(
    path: String,
    bytes: Vec<u8>,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<SourceFile>> {
    if let Some(what) = other_format(&bytes) {
        diagnostics.report(
            &ENCODING,
            Place::File(path),
            format!("This is {what} under another name, not a text."),
            "Open it in its own program, copy the text into a new text file, and save that as UTF-8.",
        );
        return None;
    }
    let (bytes, utf16) = from_utf16(bytes);
    let bytes = normal_line_ends(without_mark(bytes));
    let (mut text, unreadable) = decode(bytes);
    // Else the last line would be printed a little otherwise once something
    // stands below it, be it for staff alone.
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let file = SourceFile::new(path, text);
    if utf16 {
        diagnostics.report(
            &ENCODING,
            Place::top(&file),
            "This file was saved as UTF-16 (Windows calls it “Unicode”).",
            "Open it in your editor, choose Save As, and choose the encoding UTF-8.",
        );
    }
    report_unreadable(&file, &unreadable, diagnostics);
    if has_controls(file.text().as_bytes()) {
        report_controls(&file, diagnostics);
    }
    Some(file)
}

/// What a file is that only carries the name of a text.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") {
        Some("a Word document, or another packed file,")
    } else if begins(b"\xd0\xcf\x11\xe0") {
        Some("a document of an older Word or Excel")
    } else if begins(b"%PDF-") {
        Some("a PDF document")
    } else if begins(b"{\\rtf") {
        Some("a rich text document")
    } else {
        None
    }
}

/// The same text in UTF-8, and whether it was UTF-16.
fn from_utf16(bytes: Vec<u8>) -> (Vec<u8>, bool) {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        Some(_) | None => return (bytes, false),
    };
    let units: Vec<u16> = bytes[2..]
        .chunks_exact(2)
        .map(|pair| unit([pair[0], pair[1]]))
        .collect();
    (String::from_utf16_lossy(&units).into_bytes(), true)
}

/// Without the mark that some editors put at the beginning of UTF-8 files.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    bytes
}

/// Every CRLF and every lone CR becomes one LF. Untouched, and not copied,
/// when there is none.
fn normal_line_ends(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some(first) = bytes.iter().position(|b| *b == b'\r') else {
        return bytes;
    };
    let mut to = first;
    let mut from = first;
    while from < bytes.len() {
        let byte = bytes[from];
        from += 1;
        if byte == b'\r' && bytes.get(from) == Some(&b'\n') {
            continue;
        }
        bytes[to] = if byte == b'\r' { b'\n' } else { byte };
        to += 1;
    }
    bytes.truncate(to);
    bytes
}

fn decode(bytes: Vec<u8>) -> (String, Vec<Unreadable>) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(error) => error.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut unreadable = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            unreadable.push(Unreadable {
                at: text.len(),
                byte: *byte,
            });
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, unreadable)
}

/// One finding for each line, with what its first such character probably is.
fn report_unreadable(
    file: &Arc<SourceFile>,
    unreadable: &[Unreadable],
    diagnostics: &mut Diagnostics,
) {
    let mut shown = 0;
    let mut line_end = 0;
    for (index, broken) in unreadable.iter().enumerate() {
        if broken.at < line_end {
            continue;
        }
        line_end = file.text()[broken.at..]
            .find('\n')
            .map_or(file.text().len(), |at| broken.at + at);
        let rest = unreadable.len() - index;
        let (line, _) = file.line_column(broken.at);
        let also = if shown + 1 == SHOWN && rest > 1 {
            format!(" ({rest} such characters from here on.)")
        } else {
            String::new()
        };
        let (message, look) = match windows_1252(broken.byte) {
            Some(probably) => (
                format!(
                    "Line {line} has a character that is not saved as UTF-8; it is probably “{probably}”, saved by a program that uses Windows-1252 (ANSI).{also}"
                ),
                format!(" Then see that “{probably}” is right."),
            ),
            None => (
                format!("Line {line} has a character that is not saved as UTF-8.{also}"),
                String::new(),
            ),
        };
        diagnostics.report(
            &ENCODING,
            Place::at(
                file,
                broken.at..broken.at + char::REPLACEMENT_CHARACTER.len_utf8(),
            ),
            message,
            format!(
                "Open the file in your editor, choose Save As, and choose the encoding UTF-8.{look}"
            ),
        );
        shown += 1;
        if shown == SHOWN {
            return;
        }
    }
}

/// The character that Windows programs for western Europe mean by a byte.
fn windows_1252(byte: u8) -> Option<char> {
    const HIGH: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => Some(HIGH[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        0xa1.. => Some(char::from(byte)),
        _ => None,
    }
}

/// Whether a forbidden character is there: [`is_forbidden`] over bytes, free
/// of branches, because every byte of every page passes through here.
fn has_controls(bytes: &[u8]) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default();
    let thirds = bytes.get(2..).unwrap_or_default();
    let found = bytes
        .iter()
        .zip(seconds)
        .zip(thirds)
        .fold(0, |found, ((first, second), third)| {
            found | begins_forbidden(*first, *second, *third)
        });
    // The last two bytes begin no longer character than they are.
    let last = match bytes {
        [.., first, second] => {
            begins_forbidden(*first, *second, 0) | begins_forbidden(*second, 0, 0)
        }
        [only] => begins_forbidden(*only, 0, 0),
        [] => 0,
    };
    (found | last) != 0
}

/// 1 when these bytes begin a forbidden character, else 0.
fn begins_forbidden(first: u8, second: u8, third: u8) -> u8 {
    let within = |byte: u8, from: u8, to: u8| u8::from(byte.wrapping_sub(from) <= to - from);
    let is = |byte: u8, wanted: u8| u8::from(byte == wanted);
    let zero_width = is(second, 0x80) & is(third, 0x8b);
    let joiner = is(second, 0x81) & is(third, 0xa0);
    let mark = is(first, 0xef) & is(second, 0xbb) & is(third, 0xbf);
    let soft_hyphen = is(first, 0xc2) & is(second, 0xad);
    let control = within(first, 0, 0x08) | within(first, 0x0b, 0x1f) | is(first, 0x7f);
    let second_control = is(first, 0xc2) & within(second, 0x80, 0x9f);
    let embedding = is(second, 0x80) & within(third, 0xaa, 0xae);
    let isolate = is(second, 0x81) & within(third, 0xa6, 0xa9);
    let hidden = mark | soft_hyphen | (is(first, 0xe2) & (zero_width | joiner));
    control | second_control | hidden | (is(first, 0xe2) & (embedding | isolate))
}

fn report_controls(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    let forbidden: Vec<(usize, char)> = file
        .text()
        .char_indices()
        .filter(|(_, c)| is_forbidden(*c))
        .collect();
    for (index, (at, c)) in forbidden.iter().take(SHOWN).enumerate() {
        let rest = forbidden.len() - index;
        let also: Cow<'_, str> = if index + 1 == SHOWN && rest > 1 {
            format!(" ({rest} such characters from here on.)").into()
        } else {
            "".into()
        };
        let place = Place::at(file, *at..at + c.len_utf8());
        let (message, help) = control_words(*c);
        diagnostics.report(&CONTROL_CHARACTER, place, message + &also, help);
    }
}

fn control_words(c: char) -> (String, &'static str) {
    if has_no_width(c) {
        return (
            "There is an invisible character here; it comes with pasted text.".to_owned(),
            "Delete from the letter before it to the letter after it, and type them again.",
        );
    }
    let what = if turns_text(c) {
        "turns round the direction of writing"
    } else {
        "cannot be seen"
    };
    (
        format!(
            "A character that {what} (U+{:04X}) stands here.",
            u32::from(c)
        ),
        "Delete this word with the spaces around it, and type it again; it often comes with text pasted from a document.",
    )
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || turns_text(c) || has_no_width(c)
}

/// Characters that take no room. The two that join or part letters
/// (U+200C, U+200D) are let through: some scripts and emoji need them.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
