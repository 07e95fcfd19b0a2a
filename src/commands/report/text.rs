//! Reports for people.
//!
//! In: findings and the closing words. Out: text with colour codes, which the
//! stream takes away where a terminal does not want them. Nothing but ASCII is
//! drawn, so that a screen reader and an old terminal both cope.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt, harmless};
use super::summary::command;
use super::{Extent, Failure, Request, Tally};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Place;

/// Findings that are shown at once: about a screen of a large window, and what
/// can be mended before the next run.
const SCREENFUL: usize = 10;
/// Files that are named for the rest.
const FILES: usize = 10;

/// All findings, worst first, and then the closing words. Quietly, only the
/// errors.
pub(super) fn findings(request: &Request, tally: &Tally, closing: &str) -> String {
    let mut said = String::new();
    let listed = tally.list.iter();
    let told: Vec<&Diagnostic> = listed
        .copied()
        .filter(|diagnostic| !request.quiet || diagnostic.severity == Severity::Error)
        .collect();
    let (shown, rest) = match request.extent {
        // One or two more are not worth a line about them.
        Extent::Screenful if told.len() > SCREENFUL + 2 => told.split_at(SCREENFUL),
        Extent::Screenful | Extent::All => (&told[..], &told[..0]),
    };
    for diagnostic in shown {
        said.push_str(&finding(diagnostic));
        said.push_str("\n\n");
    }
    said.push_str(&not_shown(request, rest));
    if request.quiet {
        said.truncate(said.trim_end().len());
        said.push_str(if said.is_empty() { "" } else { "\n" });
    } else {
        said.push_str(&harmless(closing));
    }
    said
}

/// How many more there are, file by file, and how to see them.
fn not_shown(request: &Request, rest: &[&Diagnostic]) -> String {
    if rest.is_empty() {
        return String::new();
    }
    let mut files: Vec<(&str, usize)> = Vec::new();
    for diagnostic in rest {
        let path = diagnostic.place.path();
        match files.iter_mut().find(|(file, _)| *file == path) {
            Some((_, count)) => *count += 1,
            None => files.push((path, 1)),
        }
    }
    let more: usize = files.iter().skip(FILES).map(|(_, count)| count).sum();
    let mut said = format!("And {} more, by file:\n", rest.len());
    for (file, count) in files.iter().take(FILES) {
        let _ = writeln!(said, "  {}: {count}", harmless(file));
    }
    if more > 0 {
        let _ = writeln!(said, "  in {} other files: {more}", files.len() - FILES);
    }
    let command = command(request.command, request.site);
    let _ = writeln!(said, "To see all of them: {command} --all\n");
    said
}

/// Why the tool could not go on.
pub(in super::super) fn failed(failure: &Failure) -> String {
    let mut said = format!("error: {}\n", harmless(&failure.message));
    if let Some(help) = failure.help {
        said.push_str("help: ");
        said.push_str(help);
        said.push('\n');
    }
    said
}

/// One finding: what is wrong, where, the line itself, and what to do.
fn finding(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .clone()
        .primary_title(harmless(&diagnostic.message))
        .id(diagnostic.rule.name);
    let title = renderer().render(&[Group::with_title(title)]);
    let path = harmless(diagnostic.place.path());
    let help = harmless(&diagnostic.help);
    match &diagnostic.place {
        Place::File(_) => match help.as_str() {
            "" => format!("{title}\n--> {path}"),
            help => {
                let help = help.replace('\n', "\n         ");
                format!("{title}\n--> {path}\n = help: {help}")
            }
        },
        Place::Span(file, span) => {
            let (line, column) = file.line_column(span.start);
            let Excerpt { text, span } = excerpt(file, span);
            let snippet = Snippet::source(text)
                .line_start(line)
                .annotation(AnnotationKind::Primary.span(span));
            let mut body = Group::with_level(level).element(snippet);
            if !help.is_empty() {
                body = body.element(Level::HELP.message(help));
            }
            let body = renderer().render(&[body]);
            // The renderer would count the column in what is shown of the
            // line; an editor needs the one in the file.
            let gutter = line.to_string().len();
            format!("{title}\n{:gutter$}--> {path}:{line}:{column}\n{body}", "")
        }
    }
}

fn renderer() -> Renderer {
    // Lines are cut before they come here; it must not cut them again.
    Renderer::styled().term_width(1_000)
}
