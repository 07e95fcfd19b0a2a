//! Builds a site that is held in memory, by way of a folder: what is tested
//! is the whole way from files to pages.

use std::path::Path;

use jiff::civil::Date;
use signpost::audience::Audience;
use signpost::check::Findings;
use signpost::error::Error;
use signpost::pipeline::{self, Settings};
use signpost::render::{Edition, Printed};
use tempfile::TempDir;

use crate::generated::{Files, TODAY};

/// The edition of a site, or what is wrong with the site.
pub(crate) fn build(files: &Files) -> Result<Edition, String> {
    let files = files.0.iter();
    printed(files.map(|(path, text)| (path.as_str(), text.as_bytes())))
}

/// The edition of a site of these files, by path from its folder.
pub(crate) fn printed<'f>(
    files: impl Iterator<Item = (&'f str, &'f [u8])>,
) -> Result<Edition, String> {
    let folder = folder().map_err(|fault| fault.to_string())?;
    for (path, bytes) in files {
        let path = folder.path().join(path);
        let above = path.parent().ok_or("a file without a folder")?;
        let written = std::fs::create_dir_all(above).and_then(|()| std::fs::write(&path, bytes));
        written.map_err(|fault| fault.to_string())?;
    }
    approve(folder.path()).map_err(|fault| fault.to_string())?;
    edition(folder.path())
}

/// Puts the digest of what is shown now into the ledger of a made-up site,
/// wherever it says `same:PAGE:VIEW`.
fn approve(root: &Path) -> std::io::Result<()> {
    let path = root.join("content/approvals.toml");
    let Ok(ledger) = std::fs::read_to_string(&path) else {
        return Ok(());
    };
    if !ledger.contains(SAME) {
        return Ok(());
    }
    let site = crate::site::assembled(root, TODAY);
    let mut approved = String::with_capacity(ledger.len());
    for (n, part) in ledger.split(SAME).enumerate() {
        if n == 0 {
            approved.push_str(part);
            continue;
        }
        let (what, rest) = part.split_once('"').expect("a digest is in quotes");
        let (page, view) = what.rsplit_once(':').expect("a page and a view");
        let page = site.find_page(page).expect("a page that was written");
        let view = Audience::from_word(view).expect("a view");
        approved.push('"');
        approved.push_str(&site.shown(page, view).whole);
        approved.push('"');
        approved.push_str(rest);
    }
    std::fs::write(&path, approved)
}

/// What a digest begins with that is still to be made.
const SAME: &str = "\"same:";

/// The edition of the site in a folder, on the day of every made-up site.
fn edition(root: &Path) -> Result<Edition, String> {
    let today: Date = TODAY.parse().map_err(|fault| format!("{fault}"))?;
    let settings = Settings {
        today,
        strict: false,
    };
    let findings = pipeline::check(root, settings).map_err(|error| error.to_string())?;
    let publishable = findings.gate().map_err(|findings| errors(&findings))?;
    pipeline::print(root, &publishable).map_err(|error| error.to_string())
}

/// What a preview finds and prints on a site when it has seen another one in its
/// place before, and what is found and printed anew.
pub(crate) fn found_after(before: &Files, after: &Files) -> std::io::Result<[Vec<String>; 2]> {
    let today: Date = TODAY.parse().expect("a day");
    let settings = Settings {
        today,
        strict: false,
    };
    let root = folder()?;
    let look = |files: &Files, seen: Option<&Looked>| -> std::io::Result<Looked> {
        let content = root.path().join("content");
        if content.is_dir() {
            std::fs::remove_dir_all(&content)?;
        }
        for (path, text) in &files.0 {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder"))?;
            std::fs::write(&path, text)?;
        }
        let failed = |error: Error| std::io::Error::other(error.to_string());
        let found = pipeline::check_after(root.path(), settings, seen.map(|seen| &seen.found));
        match found.map_err(failed)?.gate() {
            Ok(site) => {
                let before = seen.and_then(|seen| seen.printed.as_ref());
                let printed = pipeline::print_after(root.path(), &site, before);
                Ok(Looked {
                    printed: Some(printed.map_err(failed)?),
                    found: site.into_findings(),
                })
            }
            Err(found) => Ok(Looked {
                found: *found,
                printed: None,
            }),
        }
    };
    let seen = look(before, None)?;
    let list = |looked: Looked| {
        let found = looked.found.iter().map(|one| format!("{one:?}"));
        let trees = looked.printed.iter().flat_map(|all| [&all.web, &all.staff]);
        let pages = trees.flat_map(|tree| tree.paths().filter_map(|path| tree.file(path)));
        let pages =
            pages.map(|(path, bytes)| format!("{path}: {}", String::from_utf8_lossy(&bytes)));
        found.chain(pages).collect()
    };
    Ok([look(after, Some(&seen))?, look(after, None)?].map(list))
}

/// What somebody has who has looked.
struct Looked {
    found: Findings,
    printed: Option<Printed>,
}

/// A folder that is in memory where the system has such a place: thousands of
/// sites are written here, and nobody wants them on a disk.
pub(crate) fn folder() -> std::io::Result<TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir()
        && let Ok(folder) = TempDir::new_in(memory)
    {
        return Ok(folder);
    }
    TempDir::new()
}

/// What stops a site, a line for each problem.
fn errors(findings: &Findings) -> String {
    let count = findings.errors();
    let lines = findings.iter().take(count).map(|finding| {
        let (line, column) = finding.place.line_column();
        let path = finding.place.path();
        let (rule, message) = (finding.rule.name, &finding.message);
        format!("\n{path}:{line}:{column} {rule}: {message}")
    });
    lines.collect()
}
