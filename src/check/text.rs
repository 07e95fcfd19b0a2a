//! Rules about a page's own text: labels, tables, fences, notes, headings.

use std::collections::BTreeMap;

use super::{PageSink, wording};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Rule, Severity};
use crate::markdown::{Fault, FaultKind};
use crate::model::Page;

macro_rules! rule {
    ($(#[$doc:meta])* $id:ident, $name:literal, $summary:literal) => {
        $(#[$doc])*
        pub static $id: Rule = Rule {
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
            .filter(|fault| of_the_whole(&fault.kind) && !is_said(page, fault, fault.span.start))
        {
            report(sink, page.readers, fault);
        }
        for reader in page.readers.iter() {
            for fault in &page.prose.outline(reader).faults {
                if of_the_whole(&fault.kind) || follows(page, reader, fault) {
                    continue;
                }
                let (rule, message, help) = wording::of(page, &fault.kind);
                sink.report_for(rule, reader, fault.span.clone(), message, help);
            }
        }
    } else {
        for fault in &whole.faults {
            if !is_said(page, fault, fault.span.start) {
                report(sink, page.readers, fault);
            }
        }
    }
}

/// Whether a fault in what `reader` reads follows from another.
fn follows(page: &Page, reader: Audience, fault: &Fault) -> bool {
    let origin = page.prose.retained(reader).origin(fault.span.start);
    is_said(page, fault, origin)
}

/// Whether a fault at `at` in the whole text follows from another: a label
/// that was found wrong also looks like one that cannot stand there, and a
/// block that is never closed has notes in it that are then missing.
fn is_said(page: &Page, fault: &Fault, at: usize) -> bool {
    match fault.kind {
        FaultKind::LabelLike => {
            let mut labels = page.prose.label_faults().iter();
            labels.any(|label| label.span.contains(&at))
        }
        FaultKind::UnknownNote(_)
        | FaultKind::UnknownDefinition(_)
        | FaultKind::UnusedNote(_)
        | FaultKind::UnusedDefinition(_) => page.prose.inspect_whole().has_open_fence(),
        _ => false,
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
    let (rule, message, help) = wording::of(page, &fault.kind);
    let place = page.prose.place(fault.span.clone());
    sink.report(rule, readers, place, message, help);
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
        let place = page.prose.place(heading.span.start..heading.span.end);
        if heading.level == 1 {
            sink.report(
                &TITLE,
                page.readers,
                place.clone(),
                format!(
                    "“# {}” is a second title: a page's title is the one between its +++ lines.",
                    heading.title
                ),
                format!(
                    "Take the line out, or make it a heading of a part: ## {}",
                    heading.title
                ),
            );
        }
        if let Some(other) = seen.insert(&heading.id, &heading.title) {
            sink.report(
                &HEADING_ID,
                page.readers,
                place,
                if heading.title == *other {
                    format!("The heading “{other}” stands on this page twice, so a link to it could mean either.")
                } else {
                    format!(
                        "The headings “{}” and “{other}” have the same id, “#{}”, so a link to it could mean either.",
                        heading.title, heading.id
                    )
                },
                format!(
                    "Change the words of one, or give it an id of its own: {} {} {{#{}-2}}",
                    "#".repeat(usize::from(heading.level)),
                    heading.title,
                    heading.id
                ),
            );
        }
    }
}
