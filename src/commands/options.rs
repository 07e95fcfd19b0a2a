//! The options that every command has.
//!
//! In: the command line, as `clap` reads it. Out: the site folder and the
//! pipeline's [`Settings`]. Must never read a file.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::report::Format;
use super::today;
use crate::error::Error;
use crate::pipeline::Settings;

/// Options that every command has.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder of the site: the one that holds `content`
    #[arg(value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) site: PathBuf,

    /// The day to count from [default: today, or `SOURCE_DATE_EPOCH` where it is set]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::written)]
    pub(super) today: Option<Date>,

    /// Treat every warning as an error
    #[arg(long)]
    pub(super) strict: bool,

    /// Say only what must be mended: no warnings, no summary
    #[arg(long)]
    pub(super) quiet: bool,
}

impl Common {
    /// What the pipeline is to be run with.
    ///
    /// # Errors
    /// When no day was named and the environment's cannot be read.
    pub(super) fn settings(&self) -> Result<Settings, Error> {
        Ok(Settings {
            today: match self.today {
                Some(day) => day,
                None => today::today()?,
            },
            strict: self.strict,
        })
    }
}

/// `text` or `json`: the formats of a command that is not for annotations.
pub(super) fn text_or_json() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "json"]).map(|word| match word.as_str() {
        "json" => Format::Json,
        _ => Format::Text,
    })
}
