//! Reports as GitHub's workflow commands, which become annotations of the
//! lines of a pull request.
//!
//! The form and its escapes are those of GitHub's own documentation ("Workflow
//! commands for GitHub Actions") and toolkit: `%`, carriage return and line
//! feed everywhere, and `:` and `,` in properties too.

use std::path::Path;

use super::{Request, Tally, summary};
use crate::diagnostic::{Diagnostic, Severity};

/// All findings, worst first, one annotation a line. Quietly, only the errors.
pub(super) fn findings(request: &Request, tally: &Tally) -> String {
    let mut said = String::new();
    for diagnostic in &tally.list {
        if !request.quiet || diagnostic.severity == Severity::Error {
            said.push_str(&annotation(request.site, diagnostic));
            said.push('\n');
        }
    }
    if !request.quiet {
        said.push_str(&summary::counted(tally));
        said.push('\n');
    }
    said
}

fn annotation(site: &Path, diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (line, column) = diagnostic.place.line_column();
    let said = match diagnostic.help.as_str() {
        "" => diagnostic.message.clone(),
        help => format!("{}\n{help}", diagnostic.message),
    };
    format!(
        "::{command} file={},line={line},col={column},title={}::{}",
        property(&from_here(site, diagnostic.place.path())),
        property(diagnostic.rule.name),
        data(&said),
    )
}

/// The path of a file from where the command was run: what the forge can find
/// in the repository. `path` is from the site folder.
fn from_here(site: &Path, path: &str) -> String {
    if site == Path::new(".") {
        return path.to_owned();
    }
    let site = site.display().to_string().replace('\\', "/");
    format!("{}/{path}", site.trim_end_matches('/'))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
