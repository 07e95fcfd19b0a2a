//! Says what is wrong with a line that cannot be read as TOML.
//!
//! In: a slip, and the text it is in. Out: a sentence to an office editor,
//! and the line to write instead. The usual slips are told by the line itself;
//! the parser's words only choose between them and are never repeated.

use std::ops::Range;

use super::meant::setting_help;
use super::notes::{Problem, ProblemKind};
use super::open::{Opening, is_key};
use super::survey::{Cause, Slip, colon_for_equals};

mod signs;
mod values;

use values::setting;

type Words = (String, String);

#[expect(
    clippy::unnecessary_wraps,
    reason = "every explanation is one of a chain of which most do not fit"
)]
fn words(message: impl Into<String>, help: impl Into<String>) -> Option<Words> {
    Some((message.into(), help.into()))
}

/// A line with a slip in it.
struct Line<'t> {
    /// All of it, without spaces around it.
    whole: &'t str,
    /// What stands before the first equals sign.
    key: &'t str,
    /// What stands after it.
    value: Option<&'t str>,
    /// What the parser stumbled over.
    found: &'t str,
    /// What it said.
    said: &'t str,
    /// Whether it is one of the settings at the top of a page.
    of_page: bool,
}

impl<'t> Line<'t> {
    /// Whether what the parser stumbled over stands in a part in braces.
    fn in_braces(&self) -> bool {
        let at = self.whole.rfind(self.found);
        at.is_some_and(|at| self.whole[..at].contains('{'))
    }

    /// The key and the value that the parser stumbled over: of a part in
    /// braces, those within it.
    fn set_here(&self) -> Option<(&'t str, &'t str)> {
        let value = self.value?;
        let at = self
            .whole
            .find(self.found)
            .filter(|_| !self.found.is_empty());
        let before = at.map_or("", |at| &self.whole[..at]);
        let Some(before) = before
            .trim_end()
            .strip_suffix('=')
            .filter(|_| before.contains('{'))
        else {
            return Some((self.key, value));
        };
        let before = before.trim_end();
        let key = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '{' | ','));
        Some((key.take(1).next().unwrap_or(""), self.found.trim()))
    }
}

/// What is wrong, and what to write; `of_page` when the text is the settings
/// at the top of a page.
pub(super) fn explain(text: &str, slip: &Slip, of_page: bool) -> Problem {
    let at = slip.span.start.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[at..].find('\n').map_or(text.len(), |to| at + to);
    let whole = text[start..end].trim();
    let (key, value) = match whole.split_once('=') {
        Some((key, value)) => (key.trim(), Some(value.trim())),
        None => (whole, None),
    };
    let (message, help) = match &slip.cause {
        Cause::Unclosed(opening) => never_closed(*opening),
        Cause::Parser(said) => line_words(&Line {
            whole,
            key,
            value,
            found: text.get(slip.span.clone()).unwrap_or(""),
            said,
            of_page,
        }),
    };
    Problem {
        kind: ProblemKind::Wrong,
        span: shown(slip, text, start..end),
        message,
        help,
    }
}

/// The bytes to point at: never past the line, and all of it where there is
/// nothing in it that could be a setting.
fn shown(slip: &Slip, text: &str, line: Range<usize>) -> Range<usize> {
    let whole = match &slip.cause {
        Cause::Parser(said) => said.starts_with("key with no value"),
        Cause::Unclosed(_) => false,
    };
    if whole || slip.span.start >= line.end {
        let written = text[line.clone()].trim_start();
        return line.end - written.len()..line.end;
    }
    slip.span.start..slip.span.end.clamp(slip.span.start, line.end)
}

fn never_closed(opening: Opening) -> Words {
    let (message, help) = match opening {
        Opening::List => (
            "The list that begins here is never closed.",
            "Put a closing square bracket ] after its last entry.",
        ),
        Opening::Braces => (
            "The part that begins here with { is never closed.",
            "Put a closing curly bracket } after its last entry.",
        ),
        Opening::LongText => (
            "The text that begins here with three quotes is never closed.",
            "Put three quotes of the same kind after its last word.",
        ),
    };
    (message.to_owned(), help.to_owned())
}

fn line_words(line: &Line<'_>) -> Words {
    leftover(line)
        .or_else(|| twice(line))
        .or_else(|| heading(line))
        .or_else(|| invisible_space(line))
        .or_else(|| no_equals(line))
        .or_else(|| values::curly_quotes(line))
        .or_else(|| values::round_brackets(line))
        .or_else(|| values::date(line))
        .or_else(|| values::bare_value(line))
        .or_else(|| values::unclosed_text(line))
        .or_else(|| signs::too_much(line))
        .or_else(|| signs::small_signs(line))
        .unwrap_or_else(|| {
            (
                "This line cannot be read.".to_owned(),
                "Most lines look like title = \"Online safety\". Look for a quote, a bracket or an equals sign that is missing or stands here twice.".to_owned(),
            )
        })
}

/// What programs that join two versions of a file leave behind.
fn leftover(line: &Line<'_>) -> Option<Words> {
    if !["<<<<<<<", "=======", ">>>>>>>"]
        .iter()
        .any(|mark| line.whole.starts_with(mark))
    {
        return None;
    }
    words(
        "This line was left behind when two versions of the file were joined.",
        "Keep the version you want of the lines between these marks, and delete the marks.",
    )
}

/// A space as word processors make them, outside the quotes.
fn invisible_space(line: &Line<'_>) -> Option<Words> {
    let outside = || line.whole.split('"').step_by(2);
    let invisible = ['\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}'];
    let curly = outside().any(|part| part.contains(['“', '”']));
    if curly || !outside().any(|part| part.contains(invisible)) {
        return None;
    }
    words(
        "There is an invisible (non-breaking) space here.",
        "Delete it and type an ordinary space.",
    )
}

fn twice(line: &Line<'_>) -> Option<Words> {
    if !line.said.starts_with("duplicate key") && !line.said.starts_with("cannot extend") {
        return None;
    }
    let name = line.found.trim_matches(['"', '\'']);
    if line.whole.starts_with('[') {
        return words(
            format!(
                "The heading “{name}” does not go with what stands above: it is there already."
            ),
            format!(
                "If there are several of them, write each heading as [[{name}]]. If it is the same one, put its lines together under one heading."
            ),
        );
    }
    // In curly brackets no other entry can begin.
    if line.in_braces() {
        return words(
            format!("“{name}” is written twice between the same curly brackets."),
            "Keep the one that is right and delete the other.",
        );
    }
    words(
        format!("“{name}” is written twice in the same part."),
        "Keep the one that is right and delete the other. If another entry begins here, put its heading above it, in double square brackets.",
    )
}

fn heading(line: &Line<'_>) -> Option<Words> {
    if !line.whole.starts_with('[') {
        return None;
    }
    let name = line.whole.split('#').next().unwrap_or("").trim();
    let name = name.trim_matches(['[', ']', ' ']);
    let name = if is_key(name) { name } else { "role" };
    words(
        "The brackets of this heading do not match.",
        format!(
            "Write [[{name}]] to begin one of several, or [{name}] for the only one, and nothing else on the line."
        ),
    )
}

/// A line without an equals sign where one must be.
fn no_equals(line: &Line<'_>) -> Option<Words> {
    if line.said.starts_with("missing assignment") {
        return words(
            "An equals sign is missing in this line.",
            "Write each entry as name = \"…\".",
        );
    }
    if line.said.starts_with("invalid unquoted key") && line.value.is_some() {
        return words(
            format!("“{}” cannot stand before the equals sign.", line.key),
            "What stands there has only the letters a to z, digits, hyphens and underscores.",
        );
    }
    if line.said.starts_with("unquoted keys cannot be empty") {
        return words(
            "Nothing stands before the equals sign.",
            "Write what the value is for: title = \"…\".",
        );
    }
    if !line.said.starts_with("key with no value") && !line.said.starts_with("invalid unquoted key")
    {
        return None;
    }
    without_setting(line)
}

/// A line in which no setting can be found.
fn without_setting(line: &Line<'_>) -> Option<Words> {
    if let Some(at) = colon_for_equals(line.whole) {
        let (key, value) = line.whole.split_at(at);
        if let Some(help) = line.of_page.then(|| setting_help(key.trim())).flatten() {
            return words(
                format!(
                    "“{}” is not something that a page can say here.",
                    key.trim()
                ),
                help,
            );
        }
        return words(
            "This line has a colon where an equals sign must be.",
            format!("Write {}", setting(key.trim(), value[1..].trim())),
        );
    }
    if line.whole.starts_with(['/', ';', '%', '<']) {
        return words(
            "This line is not a setting.",
            "If it is a note, begin it with a hash sign: # like this.",
        );
    }
    let (first, rest) = line
        .whole
        .split_once(char::is_whitespace)
        .unwrap_or((line.whole, ""));
    if line.value.is_some() && line.key.contains(' ') {
        return words(
            format!(
                "“{}” has a space in it; what stands before the equals sign is one word.",
                line.key
            ),
            format!("Write {} = …", line.key.replace(' ', "_")),
        );
    }
    if is_key(first) && rest.trim_start().starts_with(['"', '\'', '“', '[', '{']) {
        return words(
            "The equals sign is missing in this line.",
            format!("Write {}", setting(first, rest.trim())),
        );
    }
    if is_key(line.whole) {
        return words(
            format!("“{}” has no value.", line.whole),
            format!("Write {} = \"…\", or delete the line.", line.whole),
        );
    }
    words(
        "This line is not a setting: it has no equals sign.",
        "Every line is a name, an equals sign and a value: title = \"…\". A note begins with a hash sign (#).",
    )
}
