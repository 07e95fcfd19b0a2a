//! `signpost reviews`: what is due, for whom and by when.

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::options::Basics;
use super::report::{self, Due, Format};
use super::{Answer, Outcome};
use crate::agenda::{self, Entry, State, ics};
use crate::check::Findings;
use crate::date::Interval;
use crate::error::Error;
use crate::model::Site;
use crate::pipeline;
use crate::wording::Wording;

/// Say what is to be reviewed or done, by whom and by when
///
/// Reads the schedule, the ledger of approvals and the pages, and says of each
/// review and each duty how it stands: overdue, changed since it was approved,
/// never approved, without a date, due soon. The worst comes first, grouped by
/// who sees to it. Nothing is written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Reviews {
    #[command(flatten)]
    basics: Basics,

    /// Only what this role sees to, by its id in people.toml
    #[arg(long, value_name = "ROLE")]
    owner: Option<String>,

    /// Only what is due within this time, as in "60 days" or "1 term"
    #[arg(long, value_name = "TIME", value_parser = Interval::parse)]
    within: Option<Interval>,

    /// How to say it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How what is due is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Sentences, for people
    Text,
    /// One JSON document and nothing else, for programs
    Json,
    /// A table for a spreadsheet
    Csv,
    /// A calendar, with alarms eight and four weeks before
    Ics,
}

const EXAMPLES: &str = "\
Examples:
  signpost reviews                                    all of it, worst first
  signpost reviews --owner dsl                        what one role sees to
  signpost reviews --within \"60 days\"                 what is due by then
  signpost reviews --format ics > reviews.ics         for a calendar
  signpost reviews --format csv > reviews.csv         for a spreadsheet

Exit codes: 0 nothing of it is overdue; 1 something is overdue; 2 it cannot be
told, because the school, the people, the schedule or the ledger cannot be read.";

impl Reviews {
    /// Says what is due.
    ///
    /// # Errors
    /// When the site cannot be read, what is due hangs on a file with an
    /// error, or an option names what there is not.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let today = self.basics.today()?;
        let findings = pipeline::agenda(&self.basics.site, today)?;
        let site = findings.site();
        let (owner, until) = (self.owner(site)?, self.until(site)?);
        let (entries, others): (Vec<Entry>, Vec<Entry>) =
            site.agenda().into_iter().partition(|entry| {
                let is_theirs =
                    owner.is_none_or(|id| entry.owner.as_ref().is_some_and(|owner| owner.id == id));
                let is_soon = until.is_none_or(|until| entry.due.is_some_and(|due| due <= until));
                is_theirs && is_soon
            });
        let is_overdue = entries.iter().any(|entry| entry.is(State::Overdue));
        let due = Due {
            findings: &findings,
            root: &self.basics.site,
            entries: &entries,
            others: &others,
            until: until.unwrap_or_else(|| site.due_soon_until()),
            unread: &unread(&findings),
            quiet: self.basics.quiet,
        };
        Ok(Answer {
            text: self.said(&due),
            aside: self.aside(&due),
            outcome: if is_overdue {
                Outcome::Stopped
            } else {
                Outcome::Done
            },
        })
    }

    /// Whom to tell that it failed.
    pub(super) fn failure_format(&self) -> Format {
        match self.format {
            Form::Json => Format::Json,
            Form::Text | Form::Csv | Form::Ics => Format::Text,
        }
    }

    fn said(&self, due: &Due<'_>) -> String {
        let site = due.findings.site();
        // A command needs no theme, and speaks English whatever the site does.
        let wording = Wording::english();
        match self.format {
            Form::Text => report::due(due),
            Form::Json => agenda::json::document(site.today, due.entries, due.unread, &wording),
            Form::Csv => agenda::csv::document(due.entries, &wording),
            Form::Ics => {
                let address = site.school.address.as_ref();
                let whose = ics::Whose {
                    school: &site.school.name.value,
                    address: address.map(|address| address.value.as_str()),
                    wording: &wording,
                };
                ics::document(site.today, whose, due.entries)
            }
        }
    }

    /// What a document cannot say of itself.
    fn aside(&self, due: &Due<'_>) -> String {
        match self.format {
            Form::Text => String::new(),
            Form::Json | Form::Csv => report::aside(due, 0),
            Form::Ics => report::aside(due, ics::left_out(due.entries)),
        }
    }

    /// The id of the role that was asked for.
    fn owner<'s>(&self, site: &'s Site) -> Result<Option<&'s str>, Error> {
        let Some(written) = &self.owner else {
            return Ok(None);
        };
        match site.find_role(written) {
            Some(role) => Ok(Some(&site.role(role).id.value)),
            None => Err(Error::Option {
                message: site.no_such_role(written),
            }),
        }
    }

    /// The last day of the time that was asked for.
    fn until(&self, site: &Site) -> Result<Option<Date>, Error> {
        let Some(within) = self.within else {
            return Ok(None);
        };
        match within.after(site.today, &site.school.terms) {
            Ok(day) => Ok(Some(day)),
            Err(term) => Err(Error::Option {
                message: format!("it cannot be told when {within} from today are over: {term}"),
            }),
        }
    }
}

/// Pages that were left out or patched up, so that what is said of them may
/// not be so.
fn unread(findings: &Findings) -> Vec<String> {
    let doubtful = findings.site().doubtful.iter();
    doubtful
        .filter(|path| path.strip_suffix(".md").is_some())
        .cloned()
        .collect()
}
