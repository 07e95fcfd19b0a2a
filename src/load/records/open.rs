//! Finds what is opened in a record and never closed.
//!
//! In: a text that the parser could not make sense of. Out: the first list,
//! part in braces or long text without an end, and where the rest goes on.
//! The parser takes all that follows for a part of it, so this looks at what
//! the lines look like instead.

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

/// Something that is never closed.
pub(super) struct Open {
    pub(super) at: usize,
    pub(super) opening: Opening,
    /// Where the next line begins that has nothing to do with it.
    pub(super) resume: usize,
}

/// Finds the first thing that is left open: a line that can only be a new
/// setting or heading stands inside it, or the text ends.
pub(super) fn unclosed(text: &str) -> Option<Open> {
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

/// Whether this could be a key without quotes.
pub(super) fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}
