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

use crate::diagnostic::{Diagnostics, Rule, Severity};
use crate::error::Error;
use crate::source::Place;

pub(super) use names::FILE_NAME;
pub(super) use places::{Kind, UNKNOWN_FILE};

/// Links, pipes, sockets and devices have no place in a site.
pub static NOT_A_FILE: Rule = Rule {
    name: "not-a-file",
    severity: Severity::Error,
    summary: "Everything in the content folder is a plain file or a folder: no shortcuts (symbolic links), pipes or sockets.",
};

/// A file or folder that the system does not let us read.
pub static UNREADABLE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    summary: "Every file in the content folder can be read.",
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
    Error::NotASite {
        path: root.to_owned(),
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
mod tests {
    use super::*;
    use std::fs;

    fn listed(files: &[&str]) -> (Vec<String>, Vec<String>) {
        let site = tempfile::tempdir().expect("a temporary folder");
        for file in files {
            let full = site.path().join("content").join(file);
            fs::create_dir_all(full.parent().expect("a file has a folder")).expect("a folder");
            fs::write(full, "x").expect("a file");
        }
        fs::create_dir_all(site.path().join("content")).expect("a folder");
        let mut diagnostics = Diagnostics::new();
        let found = list(site.path(), &mut diagnostics).expect("a site");
        (
            found.into_iter().map(|f| f.path).collect(),
            diagnostics
                .iter()
                .map(|d| format!("{} {}", d.rule.name, d.place.path()))
                .collect(),
        )
    }

    #[test]
    fn what_systems_and_editors_leave_is_ignored() {
        let (found, findings) = listed(&[
            ".DS_Store",
            "images/Thumbs.db",
            "staff/desktop.ini",
            "staff/._a.md",
            "staff/a.md~",
            "staff/.a.md.swp",
            "staff/~$rota.docx",
            "staff/.#a.md",
            "staff/.~lock.a.md#",
        ]);
        assert!(
            found.is_empty() && findings.is_empty(),
            "{found:?} {findings:?}"
        );
    }

    #[test]
    fn files_come_sorted_by_path_and_a_strange_folder_is_named_once() {
        let (found, findings) = listed(&[
            "staff/b/x.md",
            "staff/b-c.md",
            "school.toml",
            "policy/one.md",
            "policy/two.md",
        ]);
        assert_eq!(found, ["school.toml", "staff/b-c.md", "staff/b/x.md"]);
        assert_eq!(findings, ["unknown-file content/policy"]);
    }

    #[test]
    fn a_folder_without_content_is_not_a_site() {
        let site = tempfile::tempdir().expect("a temporary folder");
        let error = list(site.path(), &mut Diagnostics::new()).expect_err("no content");
        assert!(matches!(error, Error::NotASite { .. }), "{error}");
        fs::write(site.path().join("content"), "").expect("a file");
        let error = list(site.path(), &mut Diagnostics::new()).expect_err("a file");
        assert!(matches!(error, Error::NotASite { .. }), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_sockets_are_named_and_never_opened() {
        use std::os::unix::{fs::symlink, net::UnixListener};
        let site = tempfile::tempdir().expect("a temporary folder");
        let outside = tempfile::tempdir().expect("a temporary folder");
        fs::write(outside.path().join("secret.md"), "secret").expect("a file");
        let staff = site.path().join("content/staff");
        fs::create_dir_all(&staff).expect("a folder");
        symlink(outside.path().join("secret.md"), staff.join("link.md")).expect("a link");
        symlink(outside.path(), staff.join("folder")).expect("a link");
        symlink("nowhere", staff.join("dangling.md")).expect("a link");
        let _socket = UnixListener::bind(staff.join("socket.md")).expect("a socket");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            staff.join("pipe.md"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .expect("a pipe");
        let mut diagnostics = Diagnostics::new();
        let found = list(site.path(), &mut diagnostics).expect("a site");
        assert!(found.is_empty());
        let named: Vec<&str> = diagnostics.iter().map(|d| d.place.path()).collect();
        assert_eq!(
            named,
            [
                "content/staff/dangling.md",
                "content/staff/folder",
                "content/staff/link.md",
                "content/staff/pipe.md",
                "content/staff/socket.md",
            ]
        );
        assert!(diagnostics.iter().all(|d| d.rule == &NOT_A_FILE));
    }

    #[cfg(unix)]
    #[test]
    fn a_content_folder_that_is_a_link_is_not_followed() {
        let site = tempfile::tempdir().expect("a temporary folder");
        let other = tempfile::tempdir().expect("a temporary folder");
        std::os::unix::fs::symlink(other.path(), site.path().join("content")).expect("a link");
        let error = list(site.path(), &mut Diagnostics::new()).expect_err("a link");
        assert!(error.to_string().contains("symbolic link"), "{error}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_text_is_refused() {
        use std::os::unix::ffi::OsStrExt;
        let site = tempfile::tempdir().expect("a temporary folder");
        let staff = site.path().join("content/staff");
        fs::create_dir_all(&staff).expect("a folder");
        fs::write(staff.join(OsStr::from_bytes(b"caf\xe9.md")), "x").expect("a file");
        let mut diagnostics = Diagnostics::new();
        assert!(
            list(site.path(), &mut diagnostics)
                .expect("a site")
                .is_empty()
        );
        let rules: Vec<&str> = diagnostics.iter().map(|d| d.rule.name).collect();
        assert_eq!(rules, ["file-name"]);
    }
}
