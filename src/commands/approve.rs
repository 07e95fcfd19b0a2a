//! `signpost approve`: writes down that a page was approved.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::options::{self, Basics};
use super::report::{self, Extent, Format, Request};
use super::{Answer, Outcome, today};
use crate::error::Error;
use crate::model::Decision;
use crate::pipeline::{self, Approved};

/// Write down that a page was approved as it stands
///
/// Adds to content/approvals.toml who approved the page, when, and what proves
/// it, with a digest of the words that each view shows. From then on Signpost
/// tells when they are no longer what was approved. What stands in the file
/// stays as it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Approve {
    /// The page: its path under content/, without .md
    #[arg(value_name = "ID")]
    page: String,

    #[command(flatten)]
    basics: Basics,

    /// The day on which it was approved
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::written)]
    on: Date,

    /// The role that approved it, by its id in people.toml
    #[arg(long, value_name = "ROLE")]
    by: String,

    /// What proves it: the minutes
    #[arg(long, value_name = "TEXT")]
    evidence: String,

    /// A small change that needs no full approval, and why: the next review
    /// goes on to count from the last full one
    #[arg(long, value_name = "REASON")]
    minor: Option<String>,

    /// How to say what was done: to people or to programs
    #[arg(long, default_value = "text", value_parser = options::text_or_json())]
    pub(super) format: Format,
}

const EXAMPLES: &str = "\
Examples:
  signpost approve policies/online-safety --on 2026-09-30 --by governing-body \\
    --evidence \"Minutes of 30 September 2026, item 5\"
  signpost approve policies/online-safety --on 2026-10-02 --by headteacher \\
    --evidence \"Email of 2 October 2026\" --minor \"a wrong room number\"

Exit codes: 0 written down; 1 the site has errors, nothing was written;
2 Signpost could not go on, nothing was written.";

impl Approve {
    /// Writes the approval down.
    ///
    /// # Errors
    /// When it cannot be one, or the ledger cannot be written.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let today = self.basics.today()?;
        let decision = Decision {
            page: self.page.clone(),
            on: self.on,
            by: self.by.clone(),
            evidence: self.evidence.clone(),
            minor: self.minor.clone(),
        };
        let site: &PathBuf = &self.basics.site;
        let request = Request {
            // What to run once the errors are mended; this command is long.
            command: "check",
            site,
            format: self.format,
            quiet: self.basics.quiet,
            extent: Extent::All,
        };
        let (text, outcome) = match pipeline::approve(site, today, &decision)? {
            Approved::Stopped(findings) => (report::stopped(&request, &findings), Outcome::Stopped),
            Approved::Written(site, decided) => {
                (report::approved(&request, &site, &decided), Outcome::Done)
            }
        };
        Ok(Answer {
            text,
            aside: String::new(),
            outcome,
        })
    }
}
