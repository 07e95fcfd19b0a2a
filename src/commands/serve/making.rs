//! One build for the preview.
//!
//! In: the site folder and the day. Out: [`Made`]: the edition, where there is
//! one without an error, and what was found, for the page and for the
//! terminal. Must never end the preview: whatever happens is something to show.

use std::panic;
use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;

use super::super::report::{self, Failure};
use crate::check::Findings;
use crate::date::PartialDate;
use crate::error::Error;
use crate::pipeline::{self, Settings};
use crate::render::Edition;

/// Rules that speak when a file cannot be read, which may be so for a moment:
/// while a program saves it.
const PASSING: [&str; 1] = ["unreadable-file"];

/// What became of a build.
pub(super) struct Made {
    /// The trees, where the site has no error.
    pub(super) edition: Option<Edition>,
    /// What is said of it in the page, beside the number of the edition.
    pub(super) said: Value,
    /// What is said in the terminal.
    text: String,
    /// The day for which it was made.
    pub(super) today: Date,
    /// Whether a file could not be read, which the next moment may mend.
    pub(super) could_not_read: bool,
}

impl Made {
    /// A few lines for the terminal.
    pub(super) fn in_short(&self) -> String {
        self.text.clone()
    }
}

/// Builds the site in memory. `named` is the day where the editor has named
/// one, which the page then says.
pub(super) fn make(site: &Path, today: Date, named: Option<Date>) -> Made {
    let day = named.map(|day| PartialDate::Day(day).in_words());
    let built = panic::catch_unwind(|| build(site, today))
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
            }
        }
        Built::Stopped(findings) => {
            let (said, text) = report::preview::found(&findings, day.as_deref());
            Made {
                edition: None,
                said,
                text,
                today,
                could_not_read: findings
                    .iter()
                    .any(|finding| PASSING.contains(&finding.rule.name)),
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
            }
        }
    }
}

/// How far a build came.
enum Built {
    Whole(Edition, Box<Findings>),
    Stopped(Box<Findings>),
    /// Why, and whether a file could not be read.
    Failed(Failure, bool),
}

fn build(site: &Path, today: Date) -> Built {
    let strict = false;
    match whole(site, Settings { today, strict }) {
        Ok(built) => built,
        Err(error) => Built::Failed(Failure::from(&error), matches!(error, Error::Read { .. })),
    }
}

fn whole(site: &Path, settings: Settings) -> Result<Built, Error> {
    match pipeline::check(site, settings)?.gate() {
        Ok(publishable) => {
            let edition = pipeline::print(site, &publishable)?;
            Ok(Built::Whole(edition, Box::new(publishable.into_findings())))
        }
        Err(findings) => Ok(Built::Stopped(findings)),
    }
}
