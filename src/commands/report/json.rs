//! Reports for programs: stable, documented, one document each.
//!
//! The values are put together by hand: only `views` may make a thing that
//! can be serialised, so no type here derives it.

use serde_json::{Value, json};

use super::{Built, Failure, Tally};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Diagnostic;

/// What a check found.
pub(super) fn checked(tally: &Tally) -> String {
    document(&json!({
        "summary": {
            "errors": tally.errors,
            "warnings": tally.warnings,
            "pages": tally.pages,
        },
        "findings": findings(tally),
    }))
}

/// What a build made.
pub(super) fn built(tally: &Tally, built: &Built) -> String {
    let pages = |audience| built.pages.get(&audience).copied().unwrap_or(0);
    let trees = [&built.changes.web, &built.changes.staff];
    document(&json!({
        "summary": {
            "pages": Audience::ALL.map(|audience| (audience.word().to_owned(), json!(pages(audience))))
                .into_iter()
                .collect::<serde_json::Map<String, Value>>(),
            "files": {
                "written": trees.map(|tree| tree.written.len()).iter().sum::<usize>(),
                "unchanged": trees.map(|tree| tree.unchanged).iter().sum::<usize>(),
                "withdrawn": trees.map(|tree| tree.withdrawn.len()).iter().sum::<usize>(),
            },
            "warnings": tally.warnings,
        },
        "findings": findings(tally),
    }))
}

/// A build that the findings stopped: the same shape, and nothing made.
pub(super) fn stopped(tally: &Tally) -> String {
    document(&json!({
        "summary": {
            "pages": { "children": 0, "parents": 0, "staff": 0 },
            "files": { "written": 0, "unchanged": 0, "withdrawn": 0 },
            "warnings": tally.warnings,
        },
        "findings": findings(tally),
    }))
}

/// Why the tool could not go on.
pub(in super::super) fn failed(failure: &Failure) -> String {
    document(&json!({
        "error": { "message": failure.message, "path": failure.path },
    }))
}

fn findings(tally: &Tally) -> Value {
    tally
        .list
        .iter()
        .map(|diagnostic| finding(diagnostic))
        .collect()
}

pub(super) fn finding(diagnostic: &Diagnostic) -> Value {
    let (line, column) = diagnostic.place.line_column();
    json!({
        "rule": diagnostic.rule.name,
        "level": diagnostic.severity.word(),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "file": diagnostic.place.path(),
        "line": line,
        "column": column,
        "audiences": words(diagnostic.audiences),
    })
}

fn words(audiences: Audiences) -> Vec<&'static str> {
    audiences.iter().map(Audience::word).collect()
}

pub(super) fn document(value: &Value) -> String {
    format!("{value}\n")
}
