//! Slips in what stands after the equals sign.

use crate::date::PartialDate;

use super::{Line, Words, words};

/// Quotes as word processors make them.
pub(super) fn curly_quotes(line: &Line<'_>) -> Option<Words> {
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
pub(super) fn date(line: &Line<'_>) -> Option<Words> {
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
                format!("{}.", super::super::words::capital(todo)),
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
pub(super) fn bare_value(line: &Line<'_>) -> Option<Words> {
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

/// A text without its second quote, or with a backslash in it.
pub(super) fn unclosed_text(line: &Line<'_>) -> Option<Words> {
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

/// `title = "…"`, whatever quotes were round the value before.
pub(super) fn setting(key: &str, value: &str) -> String {
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
