//! How wide words are, and where they are wrapped.
//!
//! In: a text. Out: lines that fit a box in whatever font a reader has. Nobody
//! knows that font here, so each letter counts as wide as the widest of the
//! usual ones has it: rounded up from Verdana, and from what Linux falls back
//! to.

/// The size of text, in the units of the drawing.
pub(super) const SIZE: i64 = 16;

/// The height of a line, in the same units.
pub(super) const LINE: i64 = 20;

/// How wide a letter is at most, in hundredths of the size of text.
fn letter(c: char) -> i64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | '|' | '’' | '‘' => 36,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '!' | ':' | ';' | '/' | '-' | 'I' | 'J' => {
            47
        }
        'a'..='z' if !matches!(c, 'm' | 'w') => 65,
        '0'..='9' | '?' | '“' | '”' | '"' | '–' => 65,
        'A'..='Z' if !matches!(c, 'M' | 'W') => 80,
        'w' | '&' | '+' | '=' | '<' | '>' | '$' | '£' | '€' | '#' => 85,
        'm' | 'M' | 'W' | '%' | '@' | '—' | '…' => 102,
        // Letters with marks, Greek, Cyrillic.
        '\u{a1}'..='\u{24f}' => 100,
        '\u{370}'..='\u{52f}' => 115,
        // Signs and pictures that are wider than they are high.
        _ => 140,
    }
}

/// How wide a text is at most, in the units of the drawing.
pub(super) fn width(text: &str) -> i64 {
    let hundredths: i64 = text.chars().map(letter).sum();
    (hundredths * SIZE + 99) / 100
}

/// The lines of a text, none wider than `room`. A word that is wider by itself
/// is parted.
pub(super) fn wrap(text: &str, room: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, room) {
            let begun = !line.is_empty();
            if begun && width(&line) + width(" ") + width(piece) > room {
                lines.push(std::mem::take(&mut line));
            } else if begun {
                line.push(' ');
            }
            line.push_str(piece);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word in pieces that fit.
fn pieces(word: &str, room: i64) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut wide) = (0, 0);
    for (at, c) in word.char_indices() {
        let more = letter(c) * SIZE;
        if at > start && wide + more > room * 100 {
            pieces.push(&word[start..at]);
            (start, wide) = (at, 0);
        }
        wide += more;
    }
    pieces.push(&word[start..]);
    pieces
}
