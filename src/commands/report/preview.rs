//! What is said of a build for the preview: to the page, and in the terminal.

use serde_json::{Value, json};

use super::{Failure, Tally, json, summary};
use crate::check::Findings;

/// Findings that the page lists; the rest is counted.
const LISTED: usize = 50;

/// A site that was checked.
pub(in super::super) fn found(findings: &Findings, day: Option<&str>) -> (Value, String) {
    let tally = Tally::from(findings);
    let counted = summary::counted(&tally);
    let listed: Vec<Value> = tally
        .list
        .iter()
        .take(LISTED)
        .map(|found| json::finding(found))
        .collect();
    let said = json!({
        "summary": counted,
        "errors": tally.errors,
        "failure": Value::Null,
        "findings": listed,
        "more": tally.list.len().saturating_sub(LISTED),
        "day": day,
        "address": findings.address(),
    });
    let text = match tally.errors {
        0 => format!("{counted}\n"),
        _ => format!(
            "{counted} The preview shows the last version without an error; what is wrong stands in it.\n"
        ),
    };
    (said, text)
}

/// A site that could not be looked at.
pub(in super::super) fn failed(failure: &Failure, day: Option<&str>) -> (Value, String) {
    let help = failure.help.unwrap_or_default();
    let sentence = sentence(&failure.message);
    let said = json!({
        "summary": sentence,
        "errors": 1,
        "failure": help,
        "findings": [],
        "more": 0,
        "day": day,
        "address": Value::Null,
    });
    (said, format!("{sentence} {help}\n"))
}

/// A message as a sentence of its own.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    let end = if message.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{}{}{end}", first.unwrap_or_default(), letters.as_str())
}
