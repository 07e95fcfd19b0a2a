//! A rule about headings: no step is left out.
//!
//! In: the headings of a page, as the whole page and as each reader has them:
//! a label can take away the heading that another one stands under. Out: each
//! heading that stands too deep, said once for all, or for the one reader who
//! gets it so.

use crate::check::sink::{PageSink, Said};
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::Heading;

/// Headings go down one step at a time.
pub(super) static HEADING_ORDER: Rule = Rule {
    name: "heading-order",
    severity: Severity::Warning,
    summary: "Headings go down one step at a time, for each of those who read the page.",
    explanation: explained!("heading-order"),
};

/// A heading that leaves a step out, and the one before it, if there is one.
type Skip<'p> = (&'p Heading, Option<&'p Heading>);

pub(super) fn on_page(sink: &mut PageSink<'_>) {
    let page = sink.site.page(sink.page);
    let whole = skips(&page.prose.inspect_whole().headings);
    for (heading, before) in &whole {
        let said = said(heading, *before);
        sink.report(said, page.readers, heading.span.clone());
    }
    if !page.prose.is_labelled() {
        return;
    }
    for reader in page.readers.iter() {
        for (heading, before) in skips(&page.prose.outline(reader).headings) {
            let origin = sink.origin(reader, heading.span.clone());
            let is_told = whole.iter().any(|(of, _)| of.span.start == origin.start);
            if is_told {
                continue;
            }
            let (rule, wrong, _) = said(heading, before);
            let message = format!(
                "As {reader} read this page, {}",
                wrong.replacen("The", "the", 1)
            );
            let marks = marks(one_below(before));
            let help = format!(
                "The heading between them is not for {reader}. Write {marks} before this one, or put it under a heading that {reader} read, too."
            );
            sink.report((rule, message, help), reader.into(), origin);
        }
    }
}

/// The headings that leave a step out. One without words, and a second title,
/// are told as that.
fn skips(headings: &[Heading]) -> Vec<Skip<'_>> {
    let mut skips = Vec::new();
    let mut before: Option<&Heading> = None;
    for heading in headings {
        if heading.title.is_empty() || heading.level == 1 {
            continue;
        }
        if heading.level > one_below(before) {
            skips.push((heading, before));
        }
        before = Some(heading);
    }
    skips
}

/// The deepest level that can follow; the title of the page is the first.
fn one_below(before: Option<&Heading>) -> u8 {
    before.map_or(2, |before| before.level + 1)
}

fn said(heading: &Heading, before: Option<&Heading>) -> Said {
    let title = &heading.title;
    let of = marks(heading.level);
    let most = marks(one_below(before));
    let message = match before {
        Some(before) => format!(
            "The heading “{title}” has the marks {of}, and the one before it, “{}”, has {}: a step between them is left out.",
            before.title,
            marks(before.level)
        ),
        None => format!(
            "The heading “{title}” has the marks {of}, and the first heading of a page has {most}."
        ),
    };
    let label = match heading.label.as_str() {
        "" => String::new(),
        label => format!(" {{{label}}}"),
    };
    let help = format!("Write: {most} {title}{label}");
    (&HEADING_ORDER, message, help)
}

fn marks(level: u8) -> String {
    "#".repeat(usize::from(level))
}
