//! Rules about links: they lead somewhere, and only where their readers may
//! be sent.

use super::link_help::Wrong;
use super::sink::{PageSink, Said};
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::LinkFault;
use crate::source::Place;

/// A link leads to something.
pub(crate) static BROKEN_LINK: Rule = Rule {
    name: "broken-link",
    severity: Severity::Error,
    summary: "A link leads to a file that is there.",
    explanation: explained!("broken-link"),
};
/// A link leads to a heading that is there.
pub(crate) static BROKEN_ANCHOR: Rule = Rule {
    name: "broken-anchor",
    severity: Severity::Error,
    summary: "A link to a heading leads to one that is on the page for those who follow it.",
    explanation: explained!("broken-anchor"),
};
/// Nobody is sent where they may not go.
pub(crate) static OUT_OF_REACH: Rule = Rule {
    name: "out-of-reach",
    severity: Severity::Error,
    summary: "Nobody is sent to a page, or shown a record, that is not for them.",
    explanation: explained!("out-of-reach"),
};
/// A link is to the web, a mailbox or a telephone.
pub(crate) static UNSAFE_URL: Rule = Rule {
    name: "unsafe-url",
    severity: Severity::Error,
    summary: "A link outside is to a web page, a mailbox or a telephone number.",
    explanation: explained!("unsafe-url"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&BROKEN_LINK, &BROKEN_ANCHOR, &OUT_OF_REACH, &UNSAFE_URL];

pub(super) fn check(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        for link in &page.prose.outline(reader).links {
            if let Err(fault) = site.target(sink.page, &link.dest, link.kind, reader) {
                let span = sink.origin(reader, link.span.clone());
                // To say what to write instead is work: not for what is too
                // much to be shown.
                if sink.is_full() {
                    sink.pass_over(&span);
                    continue;
                }
                let wrong = Wrong {
                    site,
                    page: sink.page,
                    link,
                    written: written(&page.prose.place(span)),
                    reader,
                };
                sink.report_for(words(&wrong, &fault), reader, link.span.clone());
            }
        }
    }
}

/// The text at a place.
fn written(place: &Place) -> String {
    let text = match place {
        Place::Span(file, span) => file.text().get(span.clone()),
        Place::File(_) => None,
    };
    text.unwrap_or_default().to_owned()
}

fn words(wrong: &Wrong<'_>, fault: &LinkFault) -> Said {
    let (dest, reader) = (&wrong.link.dest, wrong.reader);
    match fault {
        LinkFault::Unsafe(_) if wrong.is_on_a_computer() => (
            &UNSAFE_URL,
            "This leads to a file on your own computer, which nobody else can open.".into(),
            wrong.help(),
        ),
        LinkFault::Unsafe(scheme) => (
            &UNSAFE_URL,
            format!(
                "A link that begins with “{}” is not let through.",
                if scheme == "//" {
                    "//".to_owned()
                } else {
                    format!("{scheme}:")
                }
            ),
            wrong.unsafe_help(),
        ),
        LinkFault::Rooted => (
            &BROKEN_LINK,
            format!("“{dest}” begins with a slash, and the site may stand in any folder."),
            wrong.help(),
        ),
        LinkFault::Empty => (
            &BROKEN_LINK,
            "This link leads nowhere.".into(),
            "Write the page it should lead to between the round brackets.".into(),
        ),
        LinkFault::Missing => (
            &BROKEN_LINK,
            format!("There is no “{dest}” to link to."),
            wrong.help(),
        ),
        LinkFault::Draft => (
            &BROKEN_LINK,
            format!("“{dest}” is a draft and is not published."),
            "Take “draft = true” out of that page, or take the link out until then.".into(),
        ),
        LinkFault::NoHeading(id, page, view) => (
            &BROKEN_ANCHOR,
            if dest.starts_with('#') {
                format!("This page has no heading “#{id}”.")
            } else {
                format!("The page is there, but it has no heading “#{id}”.")
            },
            wrong.heading(id, *page, *view),
        ),
        LinkFault::HiddenHeading(id) => (
            &BROKEN_ANCHOR,
            format!("The heading “#{id}” is in a part of the page that {reader} do not see."),
            "Link to the page without the # and what follows it, or to another heading.".into(),
        ),
        LinkFault::OutOfReach => (
            &OUT_OF_REACH,
            format!("This link would send {reader} to “{dest}”, which is not for them."),
            wrong.out_of_reach(),
        ),
    }
}
