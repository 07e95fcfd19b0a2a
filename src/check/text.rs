//! Rules about a page's own text: labels, tables, fences, notes, headings.

use std::collections::BTreeMap;

use super::{PageSink, wording};
use crate::audience::Audiences;
use crate::diagnostic::{Rule, Severity};
use crate::markdown::{Fault, FaultKind};

macro_rules! rule {
    ($id:ident, $name:literal, $summary:literal) => {
        #[doc = $summary]
        pub(crate) static $id: Rule = Rule {
            name: $name,
            severity: Severity::Error,
            summary: $summary,
        };
    };
}

rule!(
    LABEL,
    "label",
    "A label is spelt exactly, stands where it can work, and only narrows who may read."
);
rule!(
    BRACE,
    "brace",
    "No brace stands in text: a mistyped label would look like one."
);
rule!(
    RAW_HTML,
    "raw-html",
    "Pages are Markdown; HTML is not let through."
);
rule!(
    REFERENCE_FORM,
    "reference-form",
    "Two square brackets begin a reference such as [[role:dsl]]."
);
rule!(LINK_FORM, "link-form", "What looks like a link is one.");
rule!(
    TABLE_ROW,
    "table-row",
    "Every row of a table has as many cells as its header."
);
rule!(FENCE, "fence", "A fenced block is closed.");
rule!(
    NOTE,
    "note",
    "A note or a link is defined once, where its readers can read it, and used."
);
rule!(
    HEADING_ID,
    "heading-id",
    "No two headings of a page have the same id, and an id can be one."
);
rule!(TITLE, "title", "A page has one title, in its front matter.");
rule!(UNREADABLE, "unreadable", "A page can be read as Markdown.");

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
    &TITLE,
    &UNREADABLE,
];

pub(super) fn check(sink: &mut PageSink<'_>) {
    labels(sink);
    headings(sink);
    let page = sink.site.page(sink.page);
    let whole = page.prose.inspect_whole();
    if page.prose.is_labelled() {
        // Each reader's own text is judged, for that is what is printed; only
        // what is about the page as a whole is asked of the whole.
        for fault in whole
            .faults
            .iter()
            .filter(|fault| of_the_whole(&fault.kind))
        {
            report(sink, page.readers, fault);
        }
        for reader in page.readers.iter() {
            for fault in &page.prose.outline(reader).faults {
                if of_the_whole(&fault.kind) {
                    continue;
                }
                let (rule, message, help) = wording::of(sink.site, page, &fault.kind);
                sink.report_for(rule, reader, fault.span.clone(), message, help);
            }
        }
    } else {
        for fault in &whole.faults {
            let label = |other: &Fault| {
                other.span.start <= fault.span.start && fault.span.start < other.span.end
            };
            let said =
                fault.kind == FaultKind::LabelLike && page.prose.label_faults().iter().any(label);
            if !said {
                report(sink, page.readers, fault);
            }
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
    let (rule, message, help) = wording::of(sink.site, page, &fault.kind);
    sink.report(rule, readers, fault.span.clone(), message, help);
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
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for heading in &page.prose.inspect_whole().headings {
        let span = heading.span.clone();
        if heading.level == 1 {
            sink.report(
                &TITLE,
                page.readers,
                span.clone(),
                format!(
                    "“{}” is a second title: the page's title is in its front matter.",
                    heading.title
                ),
                format!(
                    "Write “## {}” instead, or take the line out.",
                    heading.title
                ),
            );
        }
        if let Some(other) = seen.insert(&heading.id, &heading.title) {
            sink.report(
                &HEADING_ID,
                page.readers,
                span,
                format!(
                    "The heading “{}” gets the same id as “{other}” above it.",
                    heading.title
                ),
                format!(
                    "Give one of them an id of its own: ## {} {{#{}-2}}",
                    heading.title, heading.id
                ),
            );
        }
    }
}
