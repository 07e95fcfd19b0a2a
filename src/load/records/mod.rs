//! Reads a record, or the front matter of a page.
//!
//! In: a part of a file that is written as TOML. Out: what it says, in the
//! shapes of [`raw`](super::raw), and a finding for everything that is wrong
//! with it, all in one run. Must never show an editor a word of the parser's.

mod absent;
mod access;
mod advice;
mod entry;
mod hours;
mod meant;
mod notes;
mod open;
mod placed;
mod slips;
mod survey;
mod words;

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::source::{Place, SourceFile};

use notes::{Problem, ProblemKind};

/// A record that cannot be read as TOML.
pub(crate) static TOML_SYNTAX: Rule = Rule {
    name: "toml-syntax",
    severity: Severity::Error,
    summary: "Records and the settings of pages are written as key = \"text\", one to a line, with every quote and bracket closed.",
    explanation: explained!("toml-syntax"),
};

/// A record that says something other than such a record can say.
pub(crate) static SCHEMA: Rule = Rule {
    name: "schema",
    severity: Severity::Error,
    summary: "Records and the settings of pages have every key they must have, none that Signpost does not know, and values of the right kind.",
    explanation: explained!("schema"),
};

/// How many findings of one sort are shown for one file.
const SHOWN: usize = 50;

/// What a record says.
#[derive(Debug)]
pub(super) struct Fitted<T> {
    /// The record.
    pub(super) value: T,
    /// Whether all of it is the editor's.
    pub(super) fit: Fit,
}

/// Whether a record stands as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// As it was written.
    Whole,
    /// With stand-ins for what is missing or wrong, which is reported.
    Mended,
}

/// Reads `part` of `file` as a record of the shape `T`.
///
/// Nothing when it cannot be read: then findings say why. What may be left
/// out of a record is an `Option`, or a list or map outside
/// [`At`](super::raw::At); all else is reported when it is missing.
pub(super) fn read_toml<T: DeserializeOwned>(
    file: &Arc<SourceFile>,
    part: Range<usize>,
    diagnostics: &mut Diagnostics,
) -> Option<Fitted<T>> {
    let text = &file.text()[part.clone()];
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let (value, problems) = notes::fit::<T>(&table, file.text(), part.start);
        let fit = if problems.is_empty() {
            Fit::Whole
        } else {
            Fit::Mended
        };
        report(file, &SCHEMA, problems, diagnostics);
        return value.map(|value| Fitted { value, fit });
    }
    let survey = survey::of(text, errors);
    let of_page = file.path().strip_suffix(".md").is_some();
    let slips = survey
        .slips
        .iter()
        .take(SHOWN + 1)
        .map(|slip| slips::explain(text, slip, of_page).moved(part.start))
        .collect();
    report(file, &TOML_SYNTAX, slips, diagnostics);
    // What else is wrong is worth knowing now. But nothing can be said to be
    // missing where lines could not be read.
    let mended = DeTable::parse_recoverable(&survey.legible).0;
    let (_, mut problems) = notes::fit::<T>(&mended, file.text(), part.start);
    problems.retain(|problem| {
        problem.kind != ProblemKind::Missing
            && !survey.is_damaged(problem.span.start.saturating_sub(part.start))
    });
    report(file, &SCHEMA, problems, diagnostics);
    None
}

fn report(
    file: &Arc<SourceFile>,
    rule: &'static Rule,
    mut problems: Vec<Problem>,
    diagnostics: &mut Diagnostics,
) {
    problems.sort_by_key(|problem| problem.span.start);
    let more = problems.len() > SHOWN;
    for problem in problems.drain(..).take(SHOWN) {
        diagnostics.report(
            rule,
            Place::at(file, problem.span),
            problem.message,
            problem.help,
        );
    }
    if more {
        diagnostics.report(
            rule,
            Place::top(file),
            "There is more of the same sort in this file than is listed.",
            "Mend those that are listed first, then run the check again.",
        );
    }
}

#[cfg(test)]
mod tests;
