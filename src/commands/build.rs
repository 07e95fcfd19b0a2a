//! `signpost build`: checks a site and publishes it.

use std::path::PathBuf;

use clap::Args;

use super::options::{self, Common};
use super::report::{self, Built, Format, Request};
use super::{Answer, Outcome};
use crate::error::Error;
use crate::{pipeline, write};

/// Check a site and make the portal
///
/// Makes two folders: public/web, which is safe on the open web, and
/// public/staff, which is for staff only and must never be put there. When the
/// content has an error, nothing is written and what is there stays.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    #[command(flatten)]
    common: Common,

    /// Write to this folder [default: SITE/public]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// How to say what happened: to people or to programs
    #[arg(long, default_value = "text", value_parser = options::text_or_json())]
    pub(super) format: Format,
}

const EXAMPLES: &str = "\
Examples:
  signpost build                       the site in this folder, into public/
  signpost build ../school-site        the site in another folder
  signpost build --out /srv/portal     into another folder
  signpost build --strict              publish only when there is no warning
  signpost build --format json         for a program

Exit codes: 0 published; 1 the content has errors, nothing was written;
2 Signpost could not go on.";

impl Build {
    /// Builds the site.
    ///
    /// # Errors
    /// When the site cannot be read at all, the theme is wrong, or the output
    /// cannot be written.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let site = &self.common.basics.site;
        let out = options::out(self.out.as_ref(), site);
        let request = Request {
            command: "build",
            site,
            format: self.format,
            quiet: self.common.basics.quiet,
            extent: self.common.extent(),
        };
        write::refuse_inside(&out, site)?;
        let findings = pipeline::check(site, self.common.settings()?)?;
        let publishable = match findings.gate() {
            Ok(publishable) => publishable,
            Err(findings) => {
                return Ok(Answer {
                    text: report::stopped(&request, &findings),
                    aside: String::new(),
                    outcome: Outcome::Stopped,
                });
            }
        };
        let edition = pipeline::print(site, &publishable)?;
        let changes = write::publish(&edition, &out)?;
        let built = Built {
            pages: &edition.pages,
            changes: &changes,
            out: &out,
        };
        Ok(Answer {
            text: report::built(&request, publishable.findings(), &built),
            aside: String::new(),
            outcome: Outcome::Done,
        })
    }
}
