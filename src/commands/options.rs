//! The options that every command has.
//!
//! In: the command line, as `clap` reads it. Out: the site folder and the
//! pipeline's [`Settings`]. Must never read a file.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::report::{Extent, Format};
use super::today;
use crate::error::Error;
use crate::pipeline::Settings;

/// Options that every command has.
#[derive(Debug, Args)]
pub(super) struct Basics {
    /// The folder of the site: the one that holds `content`
    #[arg(value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) site: PathBuf,

    /// The day to count from [default: today, or `SOURCE_DATE_EPOCH` where it is set]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::written)]
    pub(super) today: Option<Date>,

    /// Say only what must be mended: no warnings, no summary
    #[arg(long)]
    pub(super) quiet: bool,
}

/// Options of a command that judges a site.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[command(flatten)]
    pub(super) basics: Basics,

    /// Treat every warning as an error
    #[arg(long)]
    pub(super) strict: bool,

    /// Show every finding, however many there are [default: the worst ten]
    #[arg(long)]
    pub(super) all: bool,
}

impl Basics {
    /// The day to count from.
    ///
    /// # Errors
    /// When none was named and the environment's cannot be read.
    pub(super) fn today(&self) -> Result<Date, Error> {
        match self.today {
            Some(day) => Ok(day),
            None => today::today(),
        }
    }
}

impl Common {
    /// How many findings are shown to a person.
    pub(super) fn extent(&self) -> Extent {
        if self.all {
            Extent::All
        } else {
            Extent::Screenful
        }
    }

    /// What the pipeline is to be run with.
    ///
    /// # Errors
    /// When no day was named and the environment's cannot be read.
    pub(super) fn settings(&self) -> Result<Settings, Error> {
        Ok(Settings {
            today: self.basics.today()?,
            strict: self.strict,
        })
    }
}

/// Where the trees of a site go.
pub(super) fn out(named: Option<&PathBuf>, site: &Path) -> PathBuf {
    match named {
        Some(out) => out.clone(),
        // As an editor would write it, without a leading `./`.
        None if site == Path::new(".") => PathBuf::from("public"),
        None => site.join("public"),
    }
}

/// `text` or `json`: the formats of a command that is not for annotations.
pub(super) fn text_or_json() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "json"]).map(|word| match word.as_str() {
        "json" => Format::Json,
        _ => Format::Text,
    })
}
