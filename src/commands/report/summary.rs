//! The closing words of a report: how it went, what changed, what to do next.

use std::fmt::Write as _;
use std::path::Path;

use super::{Built, Request, Tally};
use crate::audience::Audience;
use crate::error::Error;
use crate::write::Changes;

/// Names of withdrawn or mended files that are listed before the rest is only
/// counted.
const NAMED: usize = 10;

/// After a check.
pub(super) fn checked(request: &Request, tally: &Tally) -> String {
    let next = match (tally.errors, &tally.gap) {
        (0, Some(gap)) => gap.clone(),
        (0, None) => format!("Next: {}\n", command("build", request.site)),
        (_, _) => format!(
            "Mend the errors, then run: {}\n",
            command("check", request.site)
        ),
    };
    format!("{}\n{}{next}", counted(tally), set(tally))
}

/// After a build that the findings stopped.
pub(super) fn stopped(request: &Request, tally: &Tally) -> String {
    format!(
        "{} Nothing was written.\n{}Mend the errors, then run: {}\n",
        counted(tally),
        set(tally),
        command(request.command, request.site)
    )
}

/// After a build that was published.
pub(super) fn built(tally: &Tally, built: &Built) -> String {
    let pages = |audience| match built.pages.get(&audience) {
        Some(pages) => format!("{pages} for {audience}"),
        None => format!("none for {audience}"),
    };
    let mut said = format!(
        "Pages: {}, {} and {}.\n",
        pages(Audience::Children),
        pages(Audience::Parents),
        pages(Audience::Staff)
    );
    said.push_str(&files(built));
    if tally.warnings > 0 {
        let _ = writeln!(said, "{} above.", count(tally.warnings, "warning"));
    }
    said.push_str(&set(tally));
    let door = built.out.join("web").join("index.html");
    let _ = write!(
        said,
        "The portal is in {}\n  {}  for everybody: safe on the open web\n  {}  for staff only: never put it on the open web\nNext: open {} in a browser.\n",
        built.out.display(),
        built.out.join("web").display(),
        built.out.join("staff").display(),
        door.display(),
    );
    said
}

/// What changed on disk, in both trees.
fn files(built: &Built) -> String {
    let Changes { web, staff, .. } = built.changes;
    let written = web.written.len() + staff.written.len();
    let unchanged = web.unchanged + staff.unchanged;
    let withdrawn = in_trees(&web.withdrawn, &staff.withdrawn);
    let mended = in_trees(&web.mended, &staff.mended);
    if written == 0 && withdrawn.is_empty() {
        return format!("Nothing changed: {} as before.\n", count(unchanged, "file"));
    }
    let mut said = format!(
        "Files: {written} written, {unchanged} unchanged, {} withdrawn.\n",
        withdrawn.len()
    );
    if !withdrawn.is_empty() {
        let _ = writeln!(
            said,
            "Withdrawn, and gone from the portal:\n{}",
            names(&withdrawn)
        );
    }
    if !mended.is_empty() {
        let _ = writeln!(
            said,
            "Something else had changed these; they are as Signpost makes them again:\n{}",
            names(&mended)
        );
    }
    said
}

/// Names from both trees, each with its tree.
fn in_trees(web: &[String], staff: &[String]) -> Vec<String> {
    let web = web.iter().map(|name| format!("web/{name}"));
    web.chain(staff.iter().map(|name| format!("staff/{name}")))
        .collect()
}

/// Up to ten names, one a line, and how many more there are.
fn names(all: &[String]) -> String {
    let mut lines: Vec<String> = all
        .iter()
        .take(NAMED)
        .map(|name| format!("  {name}"))
        .collect();
    if all.len() > NAMED {
        lines.push(format!("  and {} more", all.len() - NAMED));
    }
    lines.join("\n")
}

/// What the school has set, and its reasons.
fn set(tally: &Tally) -> String {
    if tally.set.is_empty() {
        return String::new();
    }
    format!("Set in content/school.toml: {}.\n", tally.set.join("; "))
}

/// `2 errors and 1 warning in 41 pages.`
pub(super) fn counted(tally: &Tally) -> String {
    let found = match (tally.errors, tally.warnings) {
        (0, 0) => "Nothing is wrong".to_owned(),
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!(
            "{} and {}",
            count(errors, "error"),
            count(warnings, "warning")
        ),
    };
    format!("{found} in {}.", count(tally.pages, "page"))
}

/// What an editor can do about an error that ends the run, where that is
/// known.
pub(super) fn advice(error: &Error) -> Option<&'static str> {
    match error {
        Error::InsideContent { .. } => {
            Some("You are inside “content”. Go up one folder and try again.")
        }
        Error::NotASite { .. } => Some(
            "Run it in the folder that holds “content”, or name that folder: signpost check FOLDER",
        ),
        Error::Foreign { .. } => Some(
            "Move these files elsewhere, or build into another folder with --out. Nothing was written.",
        ),
        Error::InTheWay { .. } => Some(
            "Name another folder, or move these elsewhere: a new site is never written over another.",
        ),
        Error::NoAnswer { .. } => {
            Some("Mend that and run it again: signpost check shows each place.")
        }
        Error::Output { .. } => Some("Name another folder with --out."),
        _ => None,
    }
}

/// `signpost build "my site"`: what to type next.
pub(super) fn command(name: &str, site: &Path) -> String {
    if site == Path::new(".") {
        return format!("signpost {name}");
    }
    let site = site.display().to_string();
    if site.contains(char::is_whitespace) {
        format!("signpost {name} \"{site}\"")
    } else {
        format!("signpost {name} {site}")
    }
}

/// `1 file`, `2 files`.
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
