//! `signpost explain`: what a rule looks for, and why.

use clap::Args;

use super::report::{self, Format};
use super::{Answer, Outcome, options};
use crate::check;
use crate::diagnostic::did_you_mean;
use crate::error::Error;

/// Explain a rule, or list all of them
///
/// Each finding names its rule in square brackets. This prints the page on it:
/// what it looks for, an example, why it matters, and where it comes from.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Explain {
    /// The rule, by its name; all of them, in a line each, without it
    #[arg(value_name = "RULE")]
    rule: Option<String>,

    /// How to say it: to people or to programs
    #[arg(long, default_value = "text", value_parser = options::text_or_json())]
    pub(super) format: Format,
}

const EXAMPLES: &str = "\
Examples:
  signpost explain                   every rule, with its level
  signpost explain review-overdue    what that finding means

Exit codes: 0 explained; 2 there is no such rule.";

impl Explain {
    /// Prints the page, or the list.
    ///
    /// # Errors
    /// When there is no such rule.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let rules = check::rules();
        let text = match &self.rule {
            None => report::rules(&rules, self.format),
            Some(name) => {
                let Some(rule) = rules.iter().find(|rule| rule.name == name) else {
                    let help = did_you_mean("rules", name, rules.iter().map(|rule| rule.name));
                    return Err(Error::Option {
                        message: format!(
                            "there is no rule “{name}”. {help} All of them: signpost explain"
                        ),
                    });
                };
                report::rule(rule, self.format)
            }
        };
        Ok(Answer {
            text,
            aside: String::new(),
            outcome: Outcome::Done,
        })
    }
}
