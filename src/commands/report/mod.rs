//! Says what a command found and did: the only printer.
//!
//! In: findings, changes, or the reason why the tool could not go on. Out: the
//! text of one report, whole, for people ([`text`]), for programs ([`json`])
//! or for a forge's annotations ([`github`]). Must never decide anything:
//! what is an error, and what is published, is settled before.

mod agenda;
mod approved;
mod begun;
mod excerpt;
mod explained;
pub(super) mod github;
pub(super) mod json;
pub(super) mod preview;
mod status;
mod summary;
pub(super) mod text;

use std::collections::BTreeMap;
use std::path::Path;

use clap::ValueEnum;

use crate::audience::Audience;
use crate::check::Findings;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::write::Changes;

pub(super) use agenda::{Due, aside, due};
pub(super) use approved::approved;
pub(super) use begun::begun;
pub(super) use explained::{rule, rules};
pub(super) use status::{PageChanges, Publishing, Status, status};

/// Whom a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Sentences, for people
    Text,
    /// One JSON document and nothing else, for programs
    Json,
    /// Annotations of a pull request on GitHub
    Github,
}

/// What was asked, as far as a report needs to know.
pub(super) struct Request<'a> {
    /// The command's name: what to run again after mending.
    pub(super) command: &'static str,
    /// The site folder, as it was named.
    pub(super) site: &'a Path,
    /// Whom the report is for.
    pub(super) format: Format,
    /// Whether to say only what must be mended.
    pub(super) quiet: bool,
    /// How many findings to show to a person.
    pub(super) extent: Extent,
}

/// How many findings are shown to a person. Programs have all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The worst, as many as can be read and mended before the next run; the
    /// rest is counted, file by file.
    Screenful,
    /// Every one.
    All,
}

/// What a build made.
pub(super) struct Built<'a> {
    /// How many pages each view has.
    pub(super) pages: &'a BTreeMap<Audience, usize>,
    /// What changed on disk.
    pub(super) changes: &'a Changes,
    /// The output folder.
    pub(super) out: &'a Path,
}

/// The findings, worst first, and how many there are.
pub(super) struct Tally<'a> {
    list: Vec<&'a Diagnostic>,
    errors: usize,
    warnings: usize,
    pages: usize,
    /// The levels that the school has set, with its reasons: a sentence each.
    set: Vec<String>,
    /// What a draft has still to say, and what comes next: a sentence each.
    gap: Option<String>,
}

impl<'a> From<&'a Findings> for Tally<'a> {
    fn from(findings: &'a Findings) -> Tally<'a> {
        Tally {
            list: findings.iter().collect(),
            errors: findings.errors(),
            warnings: findings.warnings(),
            pages: findings.pages(),
            set: findings.levels_set(),
            gap: None,
        }
    }
}

/// Why the tool could not go on, for a report.
pub(super) struct Failure {
    message: String,
    path: Option<String>,
    help: Option<&'static str>,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Failure {
        Failure {
            message: error.to_string(),
            path: error.path().map(|path| path.display().to_string()),
            help: summary::advice(error),
        }
    }
}

impl Failure {
    /// A stage panicked.
    pub(super) fn panic() -> Failure {
        Failure {
            message: "Signpost itself has a fault and had to stop".to_owned(),
            path: None,
            help: Some(
                "Nothing in “content” was changed. Please report this, with the lines that begin with “thread”.",
            ),
        }
    }

    /// The command line was wrong: what `clap` says about it, in plain text.
    pub(super) fn usage(said: &str) -> Failure {
        let message = said.strip_prefix("error: ").unwrap_or(said);
        Failure {
            message: message.trim_end().to_owned(),
            path: None,
            help: None,
        }
    }
}

/// The report of a check.
pub(super) fn checked(request: &Request, findings: &Findings) -> String {
    let mut tally = Tally::from(findings);
    match request.format {
        Format::Text => {
            tally.gap = begun::next_gap(findings, request.site);
            text::findings(request, &tally, &summary::checked(request, &tally))
        }
        Format::Json => json::checked(&tally),
        Format::Github => github::findings(request, &tally),
    }
}

/// The report of a build that the findings stopped.
pub(super) fn stopped(request: &Request, findings: &Findings) -> String {
    let tally = Tally::from(findings);
    match request.format {
        Format::Json => json::stopped(&tally),
        Format::Text | Format::Github => {
            text::findings(request, &tally, &summary::stopped(request, &tally))
        }
    }
}

/// The report of a build that was published.
pub(super) fn built(request: &Request, findings: &Findings, built: &Built) -> String {
    let tally = Tally::from(findings);
    match request.format {
        Format::Json => json::built(&tally, built),
        Format::Text | Format::Github => {
            text::findings(request, &tally, &summary::built(&tally, built))
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the expected texts look for their own file, to be rewritten in it"
)]
mod tests;
