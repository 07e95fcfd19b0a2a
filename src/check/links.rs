//! Rules about links: they lead somewhere, and only where their readers may
//! be sent.

use super::PageSink;
use crate::audience::Audience;
use crate::diagnostic::{Rule, Severity};
use crate::markdown::Link;
use crate::model::LinkFault;

/// A link leads to something.
pub(crate) static BROKEN_LINK: Rule = Rule {
    name: "broken-link",
    severity: Severity::Error,
    summary: "A link leads to a file that is there.",
};
/// A link leads to a heading that is there.
pub(crate) static BROKEN_ANCHOR: Rule = Rule {
    name: "broken-anchor",
    severity: Severity::Error,
    summary: "A link to a heading leads to one that is on the page for those who follow it.",
};
/// Nobody is sent where they may not go.
pub(crate) static OUT_OF_REACH: Rule = Rule {
    name: "out-of-reach",
    severity: Severity::Error,
    summary: "Nobody is sent to a page, or shown a record, that is not for them.",
};
/// A link is to the web, a mailbox or a telephone.
pub(crate) static UNSAFE_URL: Rule = Rule {
    name: "unsafe-url",
    severity: Severity::Error,
    summary: "A link outside is to a web page, a mailbox or a telephone number.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&BROKEN_LINK, &BROKEN_ANCHOR, &OUT_OF_REACH, &UNSAFE_URL];

pub(super) fn check(sink: &mut PageSink<'_>) {
    let page = sink.site.page(sink.page);
    for reader in page.readers.iter() {
        for link in &page.prose.outline(reader).links {
            if let Err(fault) = sink.site.target(sink.page, &link.dest, link.kind, reader) {
                let (rule, message, help) = words(&fault, link, reader);
                sink.report_for(rule, reader, link.span.clone(), message, help);
            }
        }
    }
}

fn words(fault: &LinkFault, link: &Link, reader: Audience) -> (&'static Rule, String, String) {
    let dest = &link.dest;
    match fault {
        LinkFault::Unsafe(scheme) => (
            &UNSAFE_URL,
            format!("A link cannot lead to “{scheme}”."),
            "Link to a page on the web (https://…), a mailbox (mailto:…) or a telephone number (tel:…).".into(),
        ),
        LinkFault::Rooted => (
            &BROKEN_LINK,
            format!("“{dest}” begins with a slash, and the site may stand in any folder."),
            "Link from this file to the other file, as in ../parents/phones.md.".into(),
        ),
        LinkFault::Empty => (
            &BROKEN_LINK,
            "This link leads nowhere.".into(),
            "Write the page it should lead to between the round brackets.".into(),
        ),
        LinkFault::Missing(near) => (
            &BROKEN_LINK,
            format!("There is no “{dest}” to link to."),
            match near {
                Some(near) => format!("Did you mean content/{near}? Links lead from this file to the other file and end in .md."),
                None => "Link to the file itself, from this one, as in ../parents/phones.md; a document stands in content/files/.".into(),
            },
        ),
        LinkFault::Draft => (
            &BROKEN_LINK,
            format!("“{dest}” is a draft and is not published."),
            "Take “draft = true” out of that page, or take the link out until then.".into(),
        ),
        LinkFault::NoHeading(id, near) => (
            &BROKEN_ANCHOR,
            format!("The page has no heading “#{id}”."),
            match near {
                Some(near) => format!("Did you mean “#{near}”?"),
                None => "A heading's id is its words in small letters with hyphens between them.".into(),
            },
        ),
        LinkFault::HiddenHeading(id) => (
            &BROKEN_ANCHOR,
            format!("The heading “#{id}” is not on the page that {reader} read."),
            "Narrow this paragraph to those who can read that heading, or link to the page without it.".into(),
        ),
        LinkFault::OutOfReach => (
            &OUT_OF_REACH,
            format!("This link would send {reader} to “{dest}”, which is not for them."),
            match reader {
                Audience::Children => "Children are sent only to children's pages, and out only by a helpline: [[helpline:…]].".into(),
                Audience::Parents | Audience::Staff => "Put the paragraph into a quote with [!STAFF] above it, or take the link out.".into(),
            },
        ),
    }
}
