//! Rules about a page's own text: labels, tables, fences, notes, headings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::sink::{PageSink, Said};
use super::{slips, wording};
use crate::audience::Audiences;
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::{Fault, FaultKind, Heading};
use crate::model::Page;

/// All of these are certain, and would break a page or show it to the wrong
/// reader: errors.
macro_rules! error {
    ($name:literal, $summary:literal $(,)?) => {
        Rule {
            name: $name,
            severity: Severity::Error,
            summary: $summary,
            explanation: explained!($name),
        }
    };
}

/// A label can be read, and only narrows.
pub(super) static LABEL: Rule = error!(
    "label",
    "A label is spelt exactly, stands where it can work, and only narrows who may read.",
);
/// What looks like a label is one.
pub(super) static BRACE: Rule = error!(
    "brace",
    "No curly bracket stands in text: a mistyped label would look like one.",
);
/// A page is Markdown alone.
pub(super) static RAW_HTML: Rule =
    error!("raw-html", "Pages are Markdown; HTML is not let through.");
/// What looks like a reference is one.
pub(super) static REFERENCE_FORM: Rule = error!(
    "reference-form",
    "Two square brackets begin a reference such as [[role:dsl]].",
);
/// What looks like a link is one.
pub(super) static LINK_FORM: Rule = error!("link-form", "What looks like a link is one.");
/// No cell of a table is lost.
pub(super) static TABLE_ROW: Rule = error!(
    "table-row",
    "Every row of a table has as many cells as its header.",
);
/// A block ends where it was meant to.
pub(super) static FENCE: Rule = error!("fence", "A fenced block is closed.");
/// Notes and definitions match their uses.
pub(super) static NOTE: Rule = error!(
    "note",
    "A note or a link is defined once, where its readers can read it, and used.",
);
/// A link to a heading means one heading.
pub(super) static HEADING_ID: Rule = error!(
    "heading-id",
    "No two headings of a page have the same id, and an id can be one.",
);
/// What is printed as a heading says something.
pub(super) static EMPTY_HEADING: Rule = error!("empty-heading", "A heading has words.");
/// A page has one heading of the first level.
pub(super) static TITLE: Rule = error!("title", "A page has one title, in its front matter.");
/// The parser can read the page.
pub(super) static UNREADABLE: Rule = error!("unreadable", "A page can be read as Markdown.");

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &LABEL,
    &BRACE,
    &RAW_HTML,
    &REFERENCE_FORM,
    &LINK_FORM,
    &TABLE_ROW,
    &FENCE,
    &NOTE,
    &HEADING_ID,
    &EMPTY_HEADING,
    &TITLE,
    &UNREADABLE,
    &slips::LOOKS_ODD,
];

pub(super) fn check(sink: &mut PageSink<'_>) {
    slips::page_title(sink);
    labels(sink);
    headings(sink);
    let page = sink.site.page(sink.page);
    let whole = page.prose.inspect_whole();
    let causes = Causes::of(page);
    if page.prose.is_labelled() {
        // Each reader's own text is judged, for that is what is printed; only
        // what is about the page as a whole is asked of the whole.
        for fault in whole.faults.iter().filter(|fault| {
            of_the_whole(&fault.kind) && !causes.explain(&fault.kind, fault.span.start)
        }) {
            report(sink, page.readers, fault);
        }
        for reader in page.readers.iter() {
            for fault in &page.prose.outline(reader).faults {
                if !slips::concern(page, reader.into(), &fault.kind) {
                    continue;
                }
                let origin = sink.origin(reader, fault.span.clone());
                if of_the_whole(&fault.kind) || causes.explain(&fault.kind, origin.start) {
                    continue;
                }
                let said = wording::of(page, &fault.kind);
                sink.report(said, reader.into(), origin);
            }
        }
    } else {
        for fault in &whole.faults {
            if !causes.explain(&fault.kind, fault.span.start)
                && slips::concern(page, page.readers, &fault.kind)
            {
                report(sink, page.readers, fault);
            }
        }
    }
}

/// What was found wrong already and looks like other faults, too: a label that
/// was found wrong also looks like one that cannot stand there, and a block
/// that is never closed has notes in it that are then missing.
struct Causes {
    /// The faults of labels, by where they begin.
    labels: Vec<Range<usize>>,
    open_fence: bool,
}

impl Causes {
    fn of(page: &Page) -> Causes {
        let faults = page.prose.label_faults().iter();
        let mut labels: Vec<Range<usize>> = faults.map(|fault| fault.span.clone()).collect();
        labels.sort_by_key(|label| label.start);
        Causes {
            labels,
            open_fence: !page.prose.inspect_whole().open_fences.is_empty(),
        }
    }

    /// Whether a fault at `at` in the whole text follows from one of these.
    fn explain(&self, kind: &FaultKind, at: usize) -> bool {
        match kind {
            FaultKind::LabelLike | FaultKind::Odd(_) => {
                let upto = self.labels.partition_point(|label| label.start <= at);
                let last = self.labels[..upto].last();
                last.is_some_and(|label| at < label.end)
            }
            FaultKind::UnknownNote(_)
            | FaultKind::UnknownDefinition(_)
            | FaultKind::UnusedNote(_)
            | FaultKind::UnusedDefinition(_) => self.open_fence,
            _ => false,
        }
    }
}

/// Whether a fault is about the page as a whole: a definition that only staff
/// use is unused in what parents read, and that is as it should be.
fn of_the_whole(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::UnusedNote(_)
            | FaultKind::UnusedDefinition(_)
            | FaultKind::DuplicateNote(_)
            | FaultKind::DuplicateDefinition(_)
    )
}

fn report(sink: &mut PageSink<'_>, readers: Audiences, fault: &Fault) {
    let page = sink.site.page(sink.page);
    let said = wording::of(page, &fault.kind);
    sink.report(said, readers, fault.span.clone());
}

fn labels(sink: &mut PageSink<'_>) {
    let page = sink.site.page(sink.page);
    for fault in page.prose.label_faults() {
        report(sink, page.readers, fault);
    }
}

/// Two headings with one id would send a link to the wrong place, whoever
/// reads them, so the whole text is asked.
fn headings(sink: &mut PageSink<'_>) {
    let page = sink.site.page(sink.page);
    let label_faults = page.prose.label_faults().iter();
    let told: BTreeSet<usize> = label_faults.map(|fault| fault.span.start).collect();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for heading in &page.prose.inspect_whole().headings {
        if heading.title.is_empty() {
            // One that would end a labelled section was told as that.
            if !told.contains(&heading.span.start) {
                sink.report(empty(heading), page.readers, heading.span.clone());
            }
            continue;
        }
        if heading.level == 1 {
            let said = second_title(heading);
            sink.report(said, page.readers, heading.span.clone());
        }
        if let Some(other) = seen.insert(&heading.id, &heading.title) {
            let said = same_id(heading, other);
            sink.report(said, page.readers, heading.span.clone());
        }
    }
}

fn empty(heading: &Heading) -> Said {
    // Without its label the part would be for everybody.
    let help = match heading.label.as_str() {
        "" => "Write its words behind the marks, or take the line out.".to_owned(),
        label => format!("Write its words before the label: ## The heading {{{label}}}"),
    };
    let message = "This heading has no words, and would be shown as an empty line.".to_owned();
    (&EMPTY_HEADING, message, help)
}

fn second_title(heading: &Heading) -> Said {
    let Heading { title, label, .. } = heading;
    // Without its label the part would be for everybody.
    let label = match label.as_str() {
        "" => String::new(),
        label => format!(" {{{label}}}"),
    };
    let message =
        format!("“# {title}” is a second title: a page's title is the one between its +++ lines.");
    let help = format!("Take the line out, or make it a heading of a part: ## {title}{label}");
    (&TITLE, message, help)
}

fn same_id(heading: &Heading, other: &str) -> Said {
    let Heading {
        id, title, label, ..
    } = heading;
    let message = if title == other {
        format!(
            "The heading “{title}” stands on this page twice, so a link to it could mean either."
        )
    } else {
        format!(
            "The headings “{title}” and “{other}” have the same id, “#{id}”, so a link to it could mean either."
        )
    };
    let marks = "#".repeat(usize::from(heading.level));
    let label = match label.as_str() {
        "" => String::new(),
        label => format!(" {label}"),
    };
    let help = format!(
        "Change the words of one, or give it an id of its own: {marks} {title} {{#{id}-2{label}}}"
    );
    (&HEADING_ID, message, help)
}
