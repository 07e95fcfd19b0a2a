//! `signpost status`: on one screen, what is wrong, what is due, and what would
//! change if it were published now.

use std::path::PathBuf;

use clap::Args;

use super::options::{self, Basics};
use super::report::{self, Format, PageChanges, Publishing, Status as Said};
use super::{Answer, Outcome};
use crate::agenda::{Entry, State};
use crate::check::Findings;
use crate::error::Error;
use crate::pipeline::{self, Settings};

/// Say on one screen how the site stands
///
/// What is wrong, and the worst of it; what is due, and the next of it; when
/// the portal was last changed, and which pages would be added, changed or
/// withdrawn if you published it now. Nothing is written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Status {
    #[command(flatten)]
    basics: Basics,

    /// Treat every warning as an error
    #[arg(long)]
    strict: bool,

    /// Compare with what is in this folder [default: SITE/public]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// How to say it: to people or to programs
    #[arg(long, default_value = "text", value_parser = options::text_or_json())]
    pub(super) format: Format,
}

const EXAMPLES: &str = "\
Examples:
  signpost status                       the site in this folder
  signpost status ../school-site        the site in another folder
  signpost status --out /srv/portal     compared with a portal in another folder
  signpost status --format json         for a program

Exit codes: 0 all is well; 1 the content has errors, or something is overdue;
2 Signpost could not go on.";

impl Status {
    /// Looks at the site.
    ///
    /// # Errors
    /// When the site cannot be read at all, or the theme is wrong.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let site = &self.basics.site;
        let settings = Settings {
            today: self.basics.today()?,
            strict: self.strict,
        };
        let out = options::out(self.out.as_ref(), site);
        let findings = pipeline::check(site, settings)?;
        let entries = match findings.refuse_in_doubt(site) {
            Ok(()) => Ok(findings.site().agenda()),
            Err(error) => Err(error.to_string()),
        };
        let told = |findings: &Findings, publishing: &Publishing| {
            let said = Said {
                site,
                quiet: self.basics.quiet,
                findings,
                entries: &entries,
                publishing,
                out: &out,
            };
            Answer {
                text: report::status(&said, self.format),
                aside: String::new(),
                outcome: outcome(findings, entries.as_deref().ok(), publishing),
            }
        };
        Ok(match findings.gate() {
            Err(findings) => told(&findings, &Publishing::Stopped),
            Ok(publishable) => {
                let edition = pipeline::print(site, &publishable)?;
                let publishing = match PageChanges::of(&edition, &out) {
                    Ok(changes) => Publishing::Would(Box::new(changes)),
                    Err(error) => Publishing::Refused(error.to_string()),
                };
                told(publishable.findings(), &publishing)
            }
        })
    }
}

/// How it ends.
fn outcome(findings: &Findings, entries: Option<&[Entry]>, publishing: &Publishing) -> Outcome {
    let is_overdue = |entry: &Entry| entry.is(State::Overdue);
    let nothing_overdue = entries.is_some_and(|entries| !entries.iter().any(is_overdue));
    match publishing {
        Publishing::Would(_) if findings.errors() == 0 && nothing_overdue => Outcome::Done,
        Publishing::Would(_) | Publishing::Refused(_) | Publishing::Stopped => Outcome::Stopped,
    }
}
