//! `signpost check`: looks for problems and writes nothing.

use clap::Args;

use super::options::Common;
use super::report::{self, Format, Request};
use super::{Answer, Outcome};
use crate::error::Error;
use crate::pipeline;

/// Look for problems in a site, and write nothing
///
/// Reads every page and record, and says everything that is wrong, worst
/// first: the file, the line, what is wrong and what to do.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    #[command(flatten)]
    common: Common,

    /// How to say it: to people, to programs, or as GitHub annotations
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

const EXAMPLES: &str = "\
Examples:
  signpost check                       the site in this folder
  signpost check ../school-site        the site in another folder
  signpost check --strict              warnings count as errors
  signpost check --today 2026-09-01    as it will be on the first day of term
  signpost check --format json         for a program

Exit codes: 0 no errors; 1 errors; 2 Signpost could not go on.";

impl Check {
    /// Checks the site.
    ///
    /// # Errors
    /// When the site cannot be read at all.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let findings = pipeline::check(&self.common.basics.site, self.common.settings()?)?;
        let request = Request {
            command: "check",
            site: &self.common.basics.site,
            format: self.format,
            quiet: self.common.basics.quiet,
            extent: self.common.extent(),
        };
        Ok(Answer {
            text: report::checked(&request, &findings),
            aside: String::new(),
            outcome: match findings.errors() {
                0 => Outcome::Done,
                _ => Outcome::Stopped,
            },
        })
    }
}
