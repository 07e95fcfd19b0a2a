//! Says what is wrong with a line that cannot be read as TOML.
//!
//! In: a slip, and the text it is in. Out: a sentence to an office editor,
//! and the line to write instead. The usual slips are told by the line itself;
//! the parser's words only choose between them and are never repeated.

use std::ops::Range;

use crate::date::PartialDate;

use super::notes::{Problem, ProblemKind};
use super::survey::{Cause, Opening, Slip, colon_for_equals, is_key};

type Words = (String, String);

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
}

/// What is wrong, and what to write.
pub(super) fn explain(text: &str, slip: &Slip) -> Problem {
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
        .or_else(|| no_equals(line))
        .or_else(|| curly_quotes(line))
        .or_else(|| date(line))
        .or_else(|| bare_value(line))
        .or_else(|| unclosed_text(line))
        .or_else(|| too_much(line))
        .or_else(|| small_signs(line))
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
    if let Some(at) = colon_for_equals(line.whole) {
        let (key, value) = line.whole.split_at(at);
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

/// `title = "…"`, whatever quotes were round the value before.
fn setting(key: &str, value: &str) -> String {
    let value = value
        .trim_matches(['“', '”', '„', '"', '\'', '‘', '’'])
        .trim();
    if value.is_empty() {
        return format!("{key} = \"…\"");
    }
    if value.starts_with(['[', '{']) || matches!(value, "true" | "false") {
        return format!("{key} = {value}");
    }
    format!("{key} = \"{}\"", value.replace('\\', "/").replace('"', "'"))
}

fn curly_quotes(line: &Line<'_>) -> Option<Words> {
    let curly = ['“', '”', '„', '‘', '’'];
    let value = line.value?;
    let begins_curly = value.starts_with(curly) || line.found.starts_with(curly);
    if !begins_curly {
        return None;
    }
    if value.starts_with(['[', '{']) {
        return words(
            "The quotes in this line are curly, as word processors make them.",
            "Type them again as straight quotes: \"…\".",
        );
    }
    words(
        "The quotes round this text are curly, as word processors make them.",
        format!(
            "Type them again as straight quotes: {}",
            setting(line.key, value)
        ),
    )
}

/// A date without quotes in any form but the one that TOML knows.
fn date(line: &Line<'_>) -> Option<Words> {
    let value = line.value?.split('#').next()?.trim();
    if let Some(date) = date_in_words(value) {
        return words(
            format!("“{value}” is not how a date is written here."),
            format!("Write {} = {date}", line.key),
        );
    }
    let said_so = line.said.starts_with("invalid date");
    let looks_so = value.len() <= 12
        && value.starts_with(|c: char| c.is_ascii_digit())
        && value
            .bytes()
            .filter(|b| matches!(b, b'/' | b'.' | b'-'))
            .count()
            == 2
        && value
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.' | b'-'));
    if !said_so && !looks_so {
        return None;
    }
    let key = line.key;
    match PartialDate::parse(value) {
        Ok(date) => words(
            format!("“{value}” needs quotes, because it is not a whole date."),
            format!("Write {key} = \"{date}\""),
        ),
        Err(sentence) => {
            let (wrong, todo) = sentence.split_once("; ").unwrap_or((&sentence, ""));
            let todo = if todo.is_empty() || todo.starts_with("there is") {
                "Look in the calendar, and write the date year first, as in 2026-09-30"
            } else {
                todo
            };
            words(
                format!("{wrong}."),
                format!("{}.", super::words::capital(todo)),
            )
        }
    }
}

/// `1 October 2026` as a record has it.
fn date_in_words(value: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let mut parts = value.split_whitespace();
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day: u8 = day.parse().ok().filter(|_| parts.next().is_none())?;
    let start = month.get(..3)?.to_lowercase();
    let month = MONTHS.iter().position(|name| **name == start)? + 1;
    PartialDate::parse(&format!("{year}-{month:02}-{day:02}")).ok()
}

/// A value without quotes.
fn bare_value(line: &Line<'_>) -> Option<Words> {
    let value = line.value?;
    if line.said.starts_with("unexpected leading zero") {
        return words(
            "A number that begins with 0, such as a telephone number, needs quotes.",
            format!("Write {}", setting(line.key, value)),
        );
    }
    let unquoted = line.said.starts_with("string values must be quoted")
        || line.said.starts_with("invalid boolean")
        || line.said.starts_with("invalid integer")
        || line.said.starts_with("invalid value")
        || line.said.starts_with("missing value");
    if !unquoted || value.starts_with(['"', '\'']) {
        return None;
    }
    if value.is_empty() {
        return words(
            format!("“{}” has nothing after its equals sign.", line.key),
            format!("Write {} = \"…\", or delete the line.", line.key),
        );
    }
    if value.starts_with(['[', '{']) {
        return words(
            format!("“{}” needs quotes.", line.found),
            format!("Write \"{}\" there.", line.found),
        );
    }
    match value.to_lowercase().as_str() {
        "true" | "yes" => words(
            format!("“{value}” is not a word that can stand here without quotes."),
            format!("Write {} = true, in small letters.", line.key),
        ),
        "false" | "no" => words(
            format!("“{value}” is not a word that can stand here without quotes."),
            format!("Write {} = false, in small letters.", line.key),
        ),
        _ => words(
            "This text needs quotes round it.",
            format!("Write {}", setting(line.key, value)),
        ),
    }
}

fn unclosed_text(line: &Line<'_>) -> Option<Words> {
    if line.said.contains("escaped value") || line.said.contains("unicode") {
        return words(
            "A backslash (\\) has a meaning of its own here.",
            "Write / instead, or write the backslash twice: \\\\",
        );
    }
    if !line.said.starts_with("invalid basic string")
        && !line.said.starts_with("invalid literal string")
    {
        return None;
    }
    match line.value {
        Some(value) if value.starts_with(['"', '\'']) => words(
            "The closing quote of this text is missing.",
            format!("Write {}", setting(line.key, value)),
        ),
        _ => words(
            "A closing quote is missing in this line.",
            "See that every text has a quote before it and one after it.",
        ),
    }
}

/// Something after a value that was complete.
fn too_much(line: &Line<'_>) -> Option<Words> {
    if !line.said.starts_with("unexpected key or value")
        && !line.said.starts_with("unexpected content")
    {
        return None;
    }
    let value = line.value?;
    if value.ends_with(';') || value.ends_with(',') {
        return words(
            "This line ends with a sign too many.",
            format!("Delete the {} at its end.", &value[value.len() - 1..]),
        );
    }
    if value.starts_with('"') && value.contains("\",") {
        return words(
            "Several values need square brackets round them.",
            format!("Write {} = [{value}]", line.key),
        );
    }
    if value.matches('"').count() > 2 {
        return words(
            "There are quotes inside the quotes, so the text seems to end early.",
            "Use single quotes inside the text, as in \"the 'Be kind' rule\".",
        );
    }
    if value.starts_with('\'') && value.matches('\'').count() > 2 {
        return words(
            "There is an apostrophe inside single quotes, so the text seems to end early.",
            format!("Use double quotes round it: {} = \"…\"", line.key),
        );
    }
    words(
        "Something stands after the value of this line.",
        "Put each setting on a line of its own; a note after it begins with a hash sign (#).",
    )
}

/// Commas, equals signs and depth.
fn small_signs(line: &Line<'_>) -> Option<Words> {
    let said = line.said;
    if said.starts_with("missing comma") {
        return words(
            "A comma is missing here, between two entries.",
            "Put a comma after each entry of a list or part: [\"one\", \"two\"].",
        );
    }
    if said.starts_with("extra comma") {
        return words("There is a comma too many here.", "Delete it.");
    }
    if said.starts_with("extra") || said.starts_with("unexpected `=`") {
        return words("There is an equals sign too many here.", "Delete it.");
    }
    if said.starts_with("unclosed") {
        return words(
            "A bracket that is opened in this line is never closed.",
            "Put the closing bracket where it belongs.",
        );
    }
    if said.contains("recursion") || said.contains("recurse") {
        return words(
            "There are more brackets inside one another here than any record needs.",
            "Look for brackets that were typed by accident, and delete them.",
        );
    }
    None
}
