//! The command line.
//!
//! In: the arguments, the environment and the clock. Out: what is said on
//! standard output and standard error, and an [`Outcome`]. Must never do a
//! stage's work: a command reads its options, calls the pipeline and hands the
//! result to `report`, which is the only printer.
//!
//! [`Outcome`]: crate::commands::Outcome

mod approve;
mod build;
mod check;
mod completions;
mod explain;
mod init;
mod options;
mod progress;
mod report;
mod reviews;
mod schema;
mod serve;
mod status;
mod today;

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{self, UnwindSafe};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Error;
use report::{Failure, Format};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for is done: exit code 0.
    Done,
    /// The content has errors and nothing was written, or something is
    /// overdue: exit code 1.
    Stopped,
    /// The tool could not go on: exit code 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Stopped => 1,
            Outcome::Failed => 2,
        })
    }
}

/// What a command has to say, and how it ended.
struct Answer {
    /// On standard output.
    text: String,
    /// On standard error, where standard output is a document that cannot say
    /// it.
    aside: String,
    outcome: Outcome,
}

/// Turns a school's online-safety policies and records into an accessible
/// portal for children, parents and staff.
#[derive(Debug, Parser)]
#[command(name = "signpost", version, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  signpost init my-school        begin a site, which can be built at once
  signpost status                how the site in this folder stands, on one screen
  signpost check                 look for problems in it
  signpost build                 make the portal in public/
  signpost serve --open          preview it, and see every save at once
  signpost reviews               what is due, for whom and by when
  signpost approve --help        how to write down that a page was approved
  signpost schema people.toml    what a file can say, for editors of text
  signpost explain label         what a finding by the rule “label” means

Exit codes: 0 all is well; 1 the content has errors and nothing was written, or
something is overdue; 2 Signpost could not go on.";

#[derive(Debug, Subcommand)]
enum Command {
    #[command(flatten)]
    Once(Once),
    Serve(serve::Serve),
}

/// A command that does one thing, says how it went and ends.
#[derive(Debug, Subcommand)]
enum Once {
    Build(build::Build),
    Check(check::Check),
    Reviews(reviews::Reviews),
    Approve(approve::Approve),
    Schema(schema::Schema),
    Explain(explain::Explain),
    Init(init::Init),
    Status(status::Status),
    Completions(completions::Completions),
    #[command(name = "man")]
    ManPages(completions::ManPages),
}

impl Once {
    fn run(&self) -> Result<Answer, Error> {
        match self {
            Once::Build(build) => build.run(),
            Once::Check(check) => check.run(),
            Once::Reviews(reviews) => reviews.run(),
            Once::Approve(approve) => approve.run(),
            Once::Schema(schema) => schema.run(),
            Once::Explain(explain) => explain.run(),
            Once::Init(init) => init.run(),
            Once::Status(status) => status.run(),
            Once::Completions(completions) => Ok(completions.run()),
            Once::ManPages(pages) => pages.run(),
        }
    }

    fn format(&self) -> Format {
        match self {
            Once::Build(build) => build.format,
            Once::Check(check) => check.format,
            Once::Reviews(reviews) => reviews.failure_format(),
            Once::Approve(approve) => approve.format,
            Once::Explain(explain) => explain.format,
            Once::Status(status) => status.format,
            Once::Schema(_) | Once::Init(_) | Once::Completions(_) | Once::ManPages(_) => {
                Format::Text
            }
        }
    }
}

/// Runs the command that `arguments` ask for (the first is the program's own
/// name), and says the result on `out` and `err`.
///
/// With `--format json`, `out` receives one JSON document and nothing else,
/// whatever happens.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(usage) => return say_usage(&usage, asks_for_json(&arguments), out, err),
    };
    let once = match &mut cli.command {
        Command::Once(once) => once,
        Command::Serve(serve) => return serving(serve, out, err),
    };
    if let Once::Init(init) = once
        && let Err(error) = init.ask(out)
    {
        let said = report::text::failed(&Failure::from(&error));
        return say(err, &said, Outcome::Failed);
    }
    let once = &*once;
    match settled(|| progress::watched(|| once.run())) {
        Ok(Answer {
            text,
            aside,
            outcome,
        }) => {
            let outcome = say(out, &text, outcome);
            say(err, &aside, outcome)
        }
        Err(failure) => match once.format() {
            Format::Json => say(out, &report::json::failed(&failure), Outcome::Failed),
            Format::Text | Format::Github => {
                say(err, &report::text::failed(&failure), Outcome::Failed)
            }
        },
    }
}

/// Serves the preview, which speaks while it runs and ends when it cannot go on.
fn serving(serve: &serve::Serve, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    let Err(error) = serve.run(out);
    let said = report::text::failed(&Failure::from(&error));
    say(err, &said, Outcome::Failed)
}

/// What came of `work`. A panic in a stage is a fault in Signpost: an editor
/// still gets a plain sentence, and a program still gets its JSON.
fn settled(work: impl FnOnce() -> Result<Answer, Error> + UnwindSafe) -> Result<Answer, Failure> {
    match panic::catch_unwind(work) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(Failure::from(&error)),
        Err(_) => Err(Failure::panic()),
    }
}

/// Says what `clap` has to say: help, the version, or a wrong option.
fn say_usage(usage: &clap::Error, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    let styled = format!("{}\n", usage.render().ansi().to_string().trim_end());
    match (usage.use_stderr(), json) {
        (false, _) => say(out, &styled, Outcome::Done),
        (true, false) => say(err, &styled, Outcome::Failed),
        (true, true) => {
            let failure = Failure::usage(&usage.render().to_string());
            say(out, &report::json::failed(&failure), Outcome::Failed)
        }
    }
}

/// Whether the arguments ask for JSON, as far as can be told when they could
/// not be understood.
fn asks_for_json(arguments: &[OsString]) -> bool {
    let options = arguments.split(|word| word == "--").next();
    let options = options.unwrap_or_default();
    options.iter().any(|word| word == "--format=json")
        || options
            .windows(2)
            .any(|words| words[0] == "--format" && words[1] == "json")
}

/// Writes `text` whole. A reader that has gone away (`signpost check | head`)
/// is no failure; any other fault is, for what was asked was not delivered.
fn say(stream: &mut dyn Write, text: &str, outcome: Outcome) -> Outcome {
    let written = stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush());
    match written {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => Outcome::Failed,
        Ok(()) | Err(_) => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a command line and gives its outcome, and what it said on standard
    /// output and standard error.
    fn ran(words: &[&str]) -> (Outcome, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let words = words.iter().map(OsString::from);
        let words = std::iter::once("signpost".into()).chain(words);
        let outcome = run(words, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).expect("reports are text");
        (outcome, text(out), text(err))
    }

    #[test]
    fn help_is_said_on_standard_output() {
        for words in [
            &["--help"][..],
            &["build", "--help"],
            &["check", "--format", "json", "--help"],
        ] {
            let (outcome, out, err) = ran(words);
            assert_eq!(outcome, Outcome::Done, "{words:?}");
            assert!(out.contains("Examples:") && err.is_empty(), "{words:?}");
        }
    }

    #[test]
    fn a_wrong_option_is_a_sentence_and_exit_2() {
        let (outcome, out, err) = ran(&["check", "--today", "31/09/2026"]);
        assert_eq!((outcome, out.as_str()), (Outcome::Failed, ""));
        assert!(
            err.contains("write the year, the month and the day"),
            "{err}"
        );
    }

    #[test]
    fn a_wrong_option_is_json_where_json_was_asked_for() {
        for words in [
            &["check", "--format", "json", "--todya", "2026-03-01"][..],
            &["build", "--format=json", "--today", "soon"],
            &["biuld", "--format=json"],
        ] {
            let (outcome, out, err) = ran(words);
            assert_eq!((outcome, err.as_str()), (Outcome::Failed, ""), "{words:?}");
            let said: serde_json::Value = serde_json::from_str(&out).expect("one document");
            assert!(said["error"]["message"].is_string(), "{out}");
            assert!(said["error"]["path"].is_null(), "{out}");
        }
    }

    #[test]
    fn a_folder_that_is_no_site_is_named() {
        let (outcome, out, _) = ran(&["build", "--format", "json", "no/such/site"]);
        assert_eq!(outcome, Outcome::Failed);
        let said: serde_json::Value = serde_json::from_str(&out).expect("one document");
        assert_eq!(said["error"]["path"], "no/such/site");
    }

    #[test]
    fn a_panic_is_a_failure_in_words() {
        let failure = settled(|| panic!("a fault")).err().expect("a failure");
        let said = report::text::failed(&failure);
        assert!(
            said.starts_with("error: Signpost itself has a fault"),
            "{said}"
        );
        assert!(report::json::failed(&failure).starts_with("{\"error\""));
    }

    #[test]
    fn what_cannot_be_said_is_a_failure_unless_nobody_listens() {
        struct Refusing(io::ErrorKind);
        impl Write for Refusing {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(self.0.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let told = |kind| say(&mut Refusing(kind), "a report", Outcome::Done);
        assert_eq!(told(io::ErrorKind::BrokenPipe), Outcome::Done);
        assert_eq!(told(io::ErrorKind::StorageFull), Outcome::Failed);
    }
}
