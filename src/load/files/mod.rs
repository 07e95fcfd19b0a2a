//! Finds the files of a site and says what each is.
//!
//! In: a site folder. Out: every file that is part of the site, sorted by
//! path, and a finding for each that is not. Must never follow a symbolic
//! link, open anything that is not a plain file, or judge a file's content.

pub(super) mod bytes;
mod names;
mod places;

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::error::Error;
use crate::source::Place;

pub(super) use names::FILE_NAME;
pub(super) use places::{Kind, UNKNOWN_FILE};

/// Links, pipes, sockets and devices have no place in a site.
pub(crate) static NOT_A_FILE: Rule = Rule {
    name: "not-a-file",
    severity: Severity::Error,
    summary: "Everything in the content folder is a plain file or a folder: no shortcuts (symbolic links), pipes or sockets.",
    explanation: explained!("not-a-file"),
};

/// A file or folder that the system does not let us read.
pub(crate) static UNREADABLE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    summary: "Every file in the content folder can be read.",
    explanation: explained!("unreadable-file"),
};

/// A file of the site.
#[derive(Debug)]
pub(super) struct Found {
    /// What it is.
    pub(super) kind: Kind,
    /// Its path under `content/`, with `/`.
    pub(super) path: String,
    /// Where it is on this machine.
    pub(super) full: PathBuf,
}

impl Found {
    /// The path from the site folder, for messages.
    pub(super) fn source(&self) -> String {
        format!("content/{}", self.path)
    }
}

/// Lists the files under `root/content`, sorted by path.
///
/// # Errors
/// When there is no content folder, or when it is a link to another place.
pub(super) fn list(root: &Path, diagnostics: &mut Diagnostics) -> Result<Vec<Found>, Error> {
    let content = root.join("content");
    match content.symlink_metadata() {
        Ok(data) if data.is_dir() => {}
        Ok(data) if data.file_type().is_symlink() => {
            return Err(Error::Read {
                path: content,
                source: io::Error::other(
                    "it is a shortcut (symbolic link) to another place; put the folder itself here",
                ),
            });
        }
        Ok(_) => return Err(not_a_site(root)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(not_a_site(root)),
        Err(source) => {
            return Err(Error::Read {
                path: content,
                source,
            });
        }
    }
    let mut found = Vec::new();
    let mut walk = WalkDir::new(&content)
        .min_depth(1)
        .follow_links(false)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Err(error) => unreadable_folder(&content, &error, diagnostics),
            Ok(entry) => match sort_out(&content, &entry, diagnostics) {
                Verdict::Keep(kind, path) => found.push(Found {
                    kind,
                    path,
                    full: entry.into_path(),
                }),
                Verdict::Go => {}
                Verdict::Skip => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
            },
        }
    }
    // By the whole path: a folder's name and a file's beside it would
    // otherwise sort by which of them is the folder.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn not_a_site(root: &Path) -> Error {
    let path = root.to_owned();
    if root.join("school.toml").is_file() {
        Error::InsideContent { path }
    } else {
        Error::NotASite { path }
    }
}

enum Verdict {
    /// A file of the site.
    Keep(Kind, String),
    /// A folder to look into.
    Go,
    /// Nothing to look at: left out on purpose, or reported.
    Skip,
}

fn sort_out(content: &Path, entry: &DirEntry, diagnostics: &mut Diagnostics) -> Verdict {
    let kind = entry.file_type();
    if !kind.is_dir() && is_litter(entry.file_name()) {
        return Verdict::Skip;
    }
    let Some(path) = relative(content, entry.path()) else {
        let shown = entry.path().strip_prefix(content).unwrap_or(entry.path());
        names::report_unreadable_name(&shown.to_string_lossy(), diagnostics);
        return Verdict::Skip;
    };
    let place = || Place::File(format!("content/{path}"));
    if !kind.is_dir() && !kind.is_file() {
        let (what, help) = if kind.is_symlink() {
            (
                "a shortcut (symbolic link) to another place, which is never followed",
                "Put the file or folder itself here, or delete the shortcut.",
            )
        } else {
            (
                "a pipe, socket or device, not a file",
                "Move it out of the content folder.",
            )
        };
        diagnostics.report(&NOT_A_FILE, place(), format!("“{path}” is {what}."), help);
        return Verdict::Skip;
    }
    let judged = if kind.is_dir() {
        places::folder(&path).map(|()| None)
    } else {
        places::file(&path).map(Some)
    };
    match judged {
        Err(stranger) => {
            diagnostics.report(&UNKNOWN_FILE, place(), stranger.message, stranger.help);
            Verdict::Skip
        }
        Ok(kind) => {
            names::check(&path, kind, diagnostics);
            kind.map_or(Verdict::Go, |kind| Verdict::Keep(kind, path))
        }
    }
}

/// The path under `content`, with `/`, if all of it is text.
fn relative(content: &Path, full: &Path) -> Option<String> {
    let mut path = String::new();
    for part in full.strip_prefix(content).ok()? {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part.to_str()?);
    }
    Some(path)
}

/// Whether a file is what systems and editors leave lying about.
fn is_litter(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    let swap = |ending: &str| name.starts_with('.') && name.ends_with(ending);
    name == ".DS_Store"
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
        || name.starts_with("._")
        || name.starts_with("~$")
        || name.starts_with(".#")
        || name.starts_with(".~lock.")
        || name.ends_with('~')
        || swap(".swp")
        || swap(".swo")
        || swap(".swx")
}

fn unreadable_folder(content: &Path, error: &walkdir::Error, diagnostics: &mut Diagnostics) {
    let path = error
        .path()
        .and_then(|path| relative(content, path))
        .filter(|path| !path.is_empty())
        .map_or_else(|| "content".to_owned(), |path| format!("content/{path}"));
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), io::Error::to_string);
    report_unreadable(path, &reason, diagnostics);
}

/// Reports that the system does not let us read a file or folder.
pub(super) fn report_unreadable(source: String, reason: &str, diagnostics: &mut Diagnostics) {
    let message = format!("“{source}” cannot be read: {reason}.");
    diagnostics.report(
        &UNREADABLE,
        Place::File(source),
        message,
        "Close other programs that use it, see that you are allowed to open it, and try again.",
    );
}

#[cfg(test)]
mod tests;
