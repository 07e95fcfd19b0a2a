//! `signpost schema`: what a file can say, for editors of text.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Answer, Outcome};
use crate::diagnostic::suggestion;
use crate::error::Error;
use crate::load::schema::{self, SCHEMAS};
use crate::write::schemas;

/// Print what a file can say, for editors that complete keys
///
/// The JSON Schema (draft 2020-12) of a file of records, or of the settings at
/// the top of a page. Editors of text with TOML support use it to complete
/// keys, to show what each is for, and to mark mistakes while you type.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Schema {
    /// A file: people.toml, content/tables/phones.toml, tables, or page for
    /// the settings at the top of a page
    #[arg(value_name = "FILE")]
    file: Option<String>,

    /// Put the schemas of all files into this folder instead
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    all: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  signpost schema people.toml          what people.toml can say
  signpost schema content/tables       what a file in that folder can say
  signpost schema page                 the settings at the top of a page
  signpost schema --all schemas        all of them, into the folder schemas

Then put this on the first line of content/people.toml:
  #:schema ../schemas/people.json

Exit codes: 0 printed or written; 2 there is no such file, or it could not be
written.";

impl Schema {
    /// Prints or writes the schemas.
    ///
    /// # Errors
    /// When there is no such file, or the folder cannot be written to.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let text = match (&self.all, &self.file) {
            (Some(folder), _) => written(folder)?,
            (None, Some(file)) => printed(file)?,
            (None, None) => {
                return Err(Error::Option {
                    message: format!("say of which file; {}", there_are()),
                });
            }
        };
        Ok(Answer {
            text,
            aside: String::new(),
            outcome: Outcome::Done,
        })
    }
}

fn printed(file: &str) -> Result<String, Error> {
    match schema::named(file) {
        Some(schema) => Ok(schema.json()),
        None => Err(Error::Option {
            message: unknown(file),
        }),
    }
}

fn unknown(file: &str) -> String {
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    let near = suggestion(stem, SCHEMAS.iter().map(|schema| schema.name));
    let near = near.map(|name| format!("did you mean “{name}”? "));
    format!(
        "there is no schema of “{file}”; {}{}",
        near.unwrap_or_default(),
        there_are()
    )
}

fn there_are() -> String {
    let names: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
    format!("the files are: {}", names.join(", "))
}

fn written(folder: &Path) -> Result<String, Error> {
    let all = schema::all();
    let written = schemas::into_folder(folder, &all)?;
    Ok(format!(
        "{} schemas are in {}: {written} written, {} unchanged.\n\
         To use one, put it on the first line of its file, as in #:schema ../schemas/people.json\n",
        all.len(),
        folder.display(),
        all.len() - written
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(file: Option<&str>) -> Result<Answer, Error> {
        Schema {
            file: file.map(str::to_owned),
            all: None,
        }
        .run()
    }

    #[test]
    fn a_schema_is_one_document_of_json() {
        let answer = asked(Some("content/people.toml")).expect("there is one");
        let said: serde_json::Value = serde_json::from_str(&answer.text).expect("JSON");
        assert_eq!(said["title"], "content/people.toml");
        assert_eq!(said["additionalProperties"], false);
    }

    #[test]
    fn a_file_that_nobody_knows_is_told_with_those_that_are() {
        for (file, wanted) in [
            (
                Some("pepole.toml"),
                "no schema of “pepole.toml”; did you mean “people”? the files are: school, help,",
            ),
            (Some("x"), "no schema of “x”; the files are: school, help,"),
            (None, "say of which file; the files are: school, help,"),
        ] {
            let said = asked(file).err().map(|error| error.to_string());
            let said = said.unwrap_or_default();
            assert!(said.contains(wanted), "{said}");
        }
    }
}
