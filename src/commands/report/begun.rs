//! What is said of a new site, and of what is still to be filled in.

use std::path::Path;

use super::excerpt::harmless;
use super::summary::{command, count};
use crate::check::Findings;

/// A new site is there.
pub(in super::super) fn begun(folder: &Path, findings: &Findings) -> String {
    let school = &findings.site().school.name.value;
    let said = format!(
        "A site for {school} is in {}. It is a draft, and every page of it says so.\n\
         To look at it, and see every save at once: {} --open\n\
         To see what is still missing: {}\n{}",
        spoken(folder),
        command("serve", folder),
        command("check", folder),
        next_gap(findings, folder).unwrap_or_default(),
    );
    harmless(&said)
}

/// How much is still to be filled in, and what comes next; nothing where there
/// is nothing to fill in.
pub(super) fn next_gap(findings: &Findings, site: &Path) -> Option<String> {
    let gaps = findings.to_fill_in();
    let first = gaps.first()?;
    let file = if site == Path::new(".") {
        first.place.path().to_owned()
    } else {
        site.join(first.place.path()).display().to_string()
    };
    let (line, _) = first.place.line_column();
    let things = count(gaps.len(), "thing");
    Some(format!(
        "Still to be filled in: {things}.\nNext: {}, in {file} line {line}\n",
        first.step
    ))
}

/// A folder as it is said.
fn spoken(folder: &Path) -> String {
    if folder == Path::new(".") {
        "this folder".to_owned()
    } else {
        folder.display().to_string()
    }
}
