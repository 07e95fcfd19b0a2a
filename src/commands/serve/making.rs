//! One build for the preview.
//!
//! In: the site folder and the day. Out: [`Made`]: the edition, where there is
//! one without an error, and what was found, for the page and for the
//! terminal. Must never end the preview: whatever happens is something to show.

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;

use super::super::report::{self, Failure};
use crate::check::Findings;
use crate::date::PartialDate;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::pipeline::{self, Settings};
use crate::render::Printed;

/// Rules that speak when a file cannot be read, which may be so for a moment:
/// while a program saves it.
const PASSING: [&str; 1] = ["unreadable-file"];

/// What became of a build.
pub(super) struct Made {
    /// The trees, where the site has no error.
    pub(super) edition: Option<Box<Printed>>,
    /// What is said of it in the page, beside the number of the edition.
    pub(super) said: Value,
    /// What is said in the terminal.
    text: String,
    /// The day for which it was made.
    pub(super) today: Date,
    /// Whether a file could not be read, which the next moment may mend.
    pub(super) could_not_read: bool,
    /// What the next one need not look at again.
    findings: Option<Box<Findings>>,
}

impl Made {
    /// A few lines for the terminal.
    pub(super) fn in_short(&self) -> String {
        self.text.clone()
    }
}

/// The day for which the preview is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) today: Date,
    /// The same, where the editor has named it.
    pub(super) named: Option<Date>,
}

/// What was made before, if anything was.
#[derive(Clone, Copy, Default)]
pub(super) struct Before<'m> {
    pub(super) made: Option<&'m Made>,
    /// The last edition without an error.
    pub(super) edition: Option<&'m Printed>,
}

/// Builds the site in memory.
pub(super) fn make(site: &Path, day: Day, before: Before<'_>) -> Made {
    let Day { today, named } = day;
    let day = named.map(|day| PartialDate::Day(day).in_words());
    // What was found is only looked at, so a panic leaves it whole.
    let built = panic::catch_unwind(AssertUnwindSafe(|| build(site, today, before)))
        .unwrap_or_else(|_| Built::Failed(Failure::panic(), false));
    match built {
        Built::Whole(edition, findings) => {
            let (said, text) = report::preview::found(&findings, day.as_deref());
            Made {
                edition: Some(edition),
                said,
                text,
                today,
                could_not_read: false,
                findings: Some(findings),
            }
        }
        Built::Stopped(findings) => {
            let (said, text) = report::preview::found(&findings, day.as_deref());
            let is_passing = |finding: &Diagnostic| PASSING.contains(&finding.rule.name);
            let could_not_read = findings.iter().any(is_passing);
            Made {
                edition: None,
                said,
                text,
                today,
                could_not_read,
                findings: Some(findings),
            }
        }
        Built::Failed(failure, could_not_read) => {
            let (said, text) = report::preview::failed(&failure, day.as_deref());
            Made {
                edition: None,
                said,
                text,
                today,
                could_not_read,
                findings: None,
            }
        }
    }
}

/// How far a build came.
enum Built {
    Whole(Box<Printed>, Box<Findings>),
    Stopped(Box<Findings>),
    /// Why, and whether a file could not be read.
    Failed(Failure, bool),
}

fn build(site: &Path, today: Date, before: Before<'_>) -> Built {
    let strict = false;
    match whole(site, Settings { today, strict }, before) {
        Ok(built) => built,
        Err(error) => Built::Failed(Failure::from(&error), matches!(error, Error::Read { .. })),
    }
}

fn whole(site: &Path, settings: Settings, before: Before<'_>) -> Result<Built, Error> {
    let Before { made, edition } = before;
    let found = made.and_then(|made| made.findings.as_deref());
    match pipeline::check_after(site, settings, found)?.gate() {
        Ok(publishable) => {
            let edition = pipeline::print_after(site, &publishable, edition)?;
            Ok(Built::Whole(
                Box::new(edition),
                Box::new(publishable.into_findings()),
            ))
        }
        Err(findings) => Ok(Built::Stopped(findings)),
    }
}
