//! The tool cannot go on.
//!
//! Kept apart from [`Diagnostic`](crate::diagnostic::Diagnostic): an `Error`
//! is never about what an editor wrote, it is about the machine or the theme,
//! and it ends the run with exit code 2.

use std::io;
use std::path::{Path, PathBuf};

/// Why the tool had to stop. Every message is a sentence to an office editor.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder that should hold a site does not.
    #[error(
        "there is no folder “content” in {}, so it is not a site",
        spoken(path)
    )]
    NotASite {
        /// The folder that was named.
        path: PathBuf,
    },
    /// The folder is the content of a site, and not the site that holds it.
    #[error(
        "{} is the content of a site, and a site is the folder that holds it",
        spoken(path)
    )]
    InsideContent {
        /// The folder that was named.
        path: PathBuf,
    },
    /// A file or folder could not be read.
    #[error("{} could not be read: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be written, moved or removed.
    #[error("{} could not be {action}: {source}", path.display())]
    Write {
        /// What was being done: `made`, `written`, `moved`, `removed`, `locked`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Files that Signpost did not make stand in the output folder.
    #[error("{} holds what Signpost did not put there; move it elsewhere and build again: {}", path.display(), first_few(names))]
    Foreign {
        /// The output folder.
        path: PathBuf,
        /// The files, from that folder; a folder has `/` at the end.
        names: Vec<String>,
    },
    /// Something stands where a new site is to be.
    #[error(
        "{} holds what is in the way of a new site, and nothing was written: {}",
        spoken(path),
        first_few(names)
    )]
    InTheWay {
        /// The folder of the new site.
        path: PathBuf,
        /// What stands there, from that folder; a folder has `/` at the end.
        names: Vec<String>,
    },
    /// The output folder is inside what is read.
    #[error("{} cannot be the output folder: {reason}", path.display())]
    Output {
        /// The folder that was named.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// Another run is at work in the same folder.
    #[error(
        "another run of Signpost is writing to {}; wait for it to end",
        spoken(path)
    )]
    Locked {
        /// The output folder of a build, or the site folder of an approval.
        path: PathBuf,
    },
    /// A template of the theme is wrong.
    #[error("the theme's {name} is wrong{}: {reason}", line.map(|l| format!(" at line {l}")).unwrap_or_default())]
    Template {
        /// The template's name.
        name: String,
        /// The line, from 1, where it is known.
        line: Option<usize>,
        /// What the template engine said.
        reason: String,
    },
    /// The theme that `school.toml` names is not there.
    #[error("there is no theme “{name}”: {} is not a folder", path.display())]
    NoTheme {
        /// The name.
        name: String,
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A record that the answer hangs on cannot be trusted, so that there is
    /// no answer.
    #[error("what is due cannot be told, and nothing was looked at: {}", faults.join(" "))]
    NoAnswer {
        /// The first such file.
        path: PathBuf,
        /// What is wrong, each a sentence with its file and line.
        faults: Vec<String>,
    },
    /// An option on the command line cannot be used.
    #[error("{message}")]
    Option {
        /// What is wrong with it and what to write.
        message: String,
    },
}

impl Error {
    /// The file or folder that the error is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Error::NotASite { path }
            | Error::InsideContent { path }
            | Error::Read { path, .. }
            | Error::Write { path, .. }
            | Error::Foreign { path, .. }
            | Error::InTheWay { path, .. }
            | Error::Output { path, .. }
            | Error::Locked { path }
            | Error::NoTheme { path, .. }
            | Error::NoAnswer { path, .. } => Some(path),
            Error::Template { .. } | Error::Option { .. } => None,
        }
    }
}

/// Names for a sentence: a page of them would hide what to do.
fn first_few(names: &[String]) -> String {
    const FEW: usize = 10;
    match names.len().checked_sub(FEW) {
        None | Some(0) => names.join(", "),
        Some(more) => format!("{} and {more} more", names[..FEW].join(", ")),
    }
}

/// A folder as it is said: the one that a person stands in has no name.
fn spoken(path: &Path) -> String {
    if path == Path::new(".") {
        "this folder".to_owned()
    } else {
        path.display().to_string()
    }
}
