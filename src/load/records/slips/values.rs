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
    let (key, value) = line.set_here()?;
    let value = value.split('#').next()?.trim();
    let said_so = line.said.starts_with("invalid date");
    let separators = |c: char| matches!(c, '/' | '.' | '-');
    let looks_so = value.len() <= 12
        && value.starts_with(|c: char| c.is_ascii_digit())
        && value.matches(separators).count() == 2
        && value.chars().all(|c| c.is_ascii_digit() || separators(c));
    let in_words = value.len() <= 24
        && value.starts_with(|c: char| c.is_ascii_digit())
        && value.split_whitespace().count() == 3;
    if !said_so && !looks_so && !in_words {
        return None;
    }
    let sentence = match PartialDate::parse(value) {
        // Without its day it is none for TOML.
        Ok(date) => {
            return words(
                format!("“{value}” needs quotes, because it is not a whole date."),
                format!("Write {key} = \"{date}\""),
            );
        }
        Err(sentence) => sentence,
    };
    let (wrong, todo) = sentence.split_once("; ").unwrap_or((&sentence, ""));
    if let Some((_, meant)) = todo.split_once("yours would be ") {
        return words(
            format!("“{value}” is not how a date is written here."),
            format!("Write {key} = {}", meant.trim_end_matches([')', '.'])),
        );
    }
    if in_words && !said_so && !todo.contains("there is no") {
        return None;
    }
    let todo = match todo {
        "" => "Write the date year first, as in 2026-09-30".to_owned(),
        none if none.starts_with("there is no") => {
            format!("{none}. Look in the calendar, and write the date year first, as in 2026-09-30")
        }
        todo => todo.to_owned(),
    };
    words(
        format!("{wrong}."),
        format!("{}.", super::super::words::capital(&todo)),
    )
}

/// A list in round brackets.
pub(super) fn round_brackets(line: &Line<'_>) -> Option<Words> {
    let value = line.value?;
    let inside = value.strip_prefix('(')?;
    let inside = inside.trim_end_matches([')', ' ']);
    words(
        "A list stands in square brackets: [ … ].",
        format!("Write {} = [{inside}]", line.key),
    )
}

/// A value without quotes.
pub(super) fn bare_value(line: &Line<'_>) -> Option<Words> {
    let (key, value) = line.set_here()?;
    if line.said.starts_with("unexpected leading zero") {
        return words(
            "A number that begins with 0, such as a telephone number, needs quotes.",
            format!("Write {}", setting(key, value)),
        );
    }
    let unquoted = line.said.starts_with("string values must be quoted")
        || line.said.starts_with("invalid boolean")
        || line.said.starts_with("invalid integer")
        || line.said.starts_with("invalid value")
        || line.said.starts_with("missing value")
        || matches!(value.to_lowercase().as_str(), "yes" | "no");
    if !unquoted || value.starts_with(['"', '\'']) {
        return None;
    }
    if value.is_empty() {
        return words(
            format!("“{key}” has nothing after its equals sign."),
            format!("Write {key} = \"…\", or delete the line."),
        );
    }
    let flag = match value.to_lowercase().as_str() {
        // An answer in a table is a word, and this may be the word.
        _ if line.key == "answers" => None,
        "true" | "yes" | "y" => Some(true),
        "false" | "no" | "n" => Some(false),
        _ => None,
    };
    match flag {
        Some(flag) => words(
            if value.len() > 3 {
                format!("“{value}” is written in small letters.")
            } else {
                "Yes and no are written true and false.".to_owned()
            },
            format!("Write {key} = {flag}"),
        ),
        None if value.starts_with(['[', '{']) => words(
            format!("“{}” needs quotes.", line.found),
            format!("Write \"{}\" there.", line.found),
        ),
        None => words(
            "This text needs quotes round it.",
            format!("Write {}", setting(key, value)),
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
