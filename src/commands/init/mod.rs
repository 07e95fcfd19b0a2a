//! `signpost init`: a site to begin with.
//!
//! In: what the command line says of a school, and on a terminal what its user
//! types. Out: a starter in a folder of its own, and what to do next. Must
//! never write over anything.

mod ask;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Answer, Outcome, report, today};
use crate::error::Error;
use crate::load::schema;
use crate::pipeline::{self, Settings};
use crate::write::starter::{self, Answers, Phase};

/// Begin a site: a starter that can be built at once
///
/// Writes a small site into a folder: a policy, pages for children, parents and
/// staff, and the records behind them. What only your school knows is left for
/// you to fill in, and signpost check says what comes next. It asks for what it
/// was not told, and never writes over anything.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Init {
    /// The folder of the new site; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// What the school is called
    #[arg(long, value_name = "NAME", value_parser = ask::name)]
    school: Option<String>,

    /// How old its children are: 5 to 11, 5 to 7, or 7 to 11 [default: primary]
    #[arg(long, value_parser = phases())]
    phase: Option<Phase>,

    /// The telephone number of the office
    #[arg(long, value_name = "NUMBER", value_parser = ask::number)]
    phone: Option<String>,

    /// The mailbox of the office
    #[arg(long, value_name = "MAILBOX", value_parser = ask::mailbox)]
    email: Option<String>,

    /// The postal address, with commas between its lines
    #[arg(long, value_name = "ADDRESS", value_parser = ask::name)]
    postal: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  signpost init my-school                  asks for what it needs to know
  signpost init my-school --school \"Larch Lane Primary School\" \\
    --phone \"01632 960001\" --email office@larchlane.example \\
    --postal \"Larch Lane, Millbeck, ZZ1 1ZZ\"
  signpost init . --school \"Hill Infant School\" --phase infant

Exit codes: 0 written; 2 something is in the way, or the school has no name;
nothing was written.";

/// The words for how old a school's children are.
const PHASES: [(&str, Phase); 3] = [
    ("primary", Phase::Primary),
    ("infant", Phase::Infant),
    ("junior", Phase::Junior),
];

fn phases() -> impl TypedValueParser<Value = Phase> {
    PossibleValuesParser::new(PHASES.map(|(word, _)| word))
        .map(|word| ask::phase(&word).unwrap_or(Phase::Primary))
}

impl Init {
    /// Asks for what was not told, where somebody sits at a terminal.
    ///
    /// # Errors
    /// When there is nobody to ask what the school is called, or the terminal
    /// has gone away.
    pub(super) fn ask(&mut self, out: &mut dyn Write) -> Result<(), Error> {
        let input = io::stdin();
        if input.is_terminal() {
            let asked = ask::all(self, &mut input.lock(), out);
            asked.map_err(|source| Error::Read {
                path: "the terminal".into(),
                source,
            })?;
        }
        match &self.school {
            Some(_) => Ok(()),
            None => Err(Error::Option {
                message:
                    "say what the school is called, as in --school \"Larch Lane Primary School\""
                        .to_owned(),
            }),
        }
    }

    /// Writes the starter, and says what comes next.
    ///
    /// # Errors
    /// When something is in the way, or the folder cannot be written to.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let mut files = starter::files(&self.answers());
        let schemas = schema::all().into_iter();
        files.extend(schemas.map(|(name, text)| (format!("schemas/{name}"), text)));
        starter::into_folder(&self.folder, &files)?;
        let settings = Settings {
            today: today::today()?,
            strict: false,
        };
        let findings = pipeline::check(&self.folder, settings)?;
        Ok(Answer {
            text: report::begun(&self.folder, &findings),
            aside: String::new(),
            outcome: Outcome::Done,
        })
    }

    fn answers(&self) -> Answers {
        let lines = self.postal.iter().flat_map(|postal| postal.split(','));
        Answers {
            school: self.school.clone().unwrap_or_default(),
            phase: self.phase.unwrap_or(Phase::Primary),
            phone: self.phone.clone(),
            email: self.email.clone(),
            postal: lines
                .map(|line| line.trim().to_owned())
                .filter(|line| !line.is_empty())
                .collect(),
        }
    }
}
