//! What is said of the rules themselves.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Format, json};
use crate::diagnostic::{Rule, Severity};

/// The page on one rule.
pub(in super::super) fn rule(rule: &Rule, format: Format) -> String {
    match format {
        Format::Json => json::document(&json!({ "rules": [entry(rule)] })),
        Format::Text | Format::Github => rule.explanation.to_owned(),
    }
}

/// Every rule, in a line each, by its level.
pub(in super::super) fn rules(rules: &[&Rule], format: Format) -> String {
    if format == Format::Json {
        let all: Vec<Value> = rules.iter().map(|rule| entry(rule)).collect();
        return json::document(&json!({ "rules": all }));
    }
    let mut said = String::new();
    for (severity, heading) in [
        (
            Severity::Error,
            "Errors: nothing is published until they are mended.",
        ),
        (
            Severity::Warning,
            "Warnings: the site can be published, and somebody should look.",
        ),
    ] {
        let _ = writeln!(said, "{heading}\n");
        for rule in rules.iter().filter(|rule| rule.severity == severity) {
            let _ = writeln!(said, "  {}: {}", rule.name, rule.summary);
        }
        said.push('\n');
    }
    said.push_str("For more about one of them: signpost explain RULE\n");
    said
}

fn entry(rule: &Rule) -> Value {
    json!({
        "name": rule.name,
        "level": rule.severity.word(),
        "summary": rule.summary,
        "explanation": rule.explanation,
    })
}
