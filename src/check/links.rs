//! Rules about links: they lead somewhere, and only where their readers may
//! be sent.

use super::records::FOR_STAFF;
use super::sink::{PageSink, Said};
use crate::audience::Audience;
use crate::diagnostic::{Rule, Severity};
use crate::markdown::Link;
use crate::model::{LinkFault, Page};

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
                let said = words(page, &fault, link, reader);
                sink.report_for(said, reader, link.span.clone());
            }
        }
    }
}

fn words(page: &Page, fault: &LinkFault, link: &Link, reader: Audience) -> Said {
    let dest = &link.dest;
    match fault {
        LinkFault::Unsafe(scheme) => (
            &UNSAFE_URL,
            format!("A link that begins with “{scheme}:” is not let through."),
            "Link to a page on the web (https://…), a mailbox (mailto:…) or a telephone number (tel:…).".into(),
        ),
        LinkFault::Rooted => (
            &BROKEN_LINK,
            format!("“{dest}” begins with a slash, and the site may stand in any folder."),
            format!("Write the way from this page to the other file: {}", way(page, dest.trim_start_matches('/'))),
        ),
        LinkFault::Empty => (
            &BROKEN_LINK,
            "This link leads nowhere.".into(),
            "Write the page it should lead to between the round brackets.".into(),
        ),
        LinkFault::Missing(near) => (
            &BROKEN_LINK,
            format!("There is no “{dest}” to link to."),
            missing_help(page, dest, near.as_deref()),
        ),
        LinkFault::Draft => (
            &BROKEN_LINK,
            format!("“{dest}” is a draft and is not published."),
            "Take “draft = true” out of that page, or take the link out until then.".into(),
        ),
        LinkFault::NoHeading(id, near) => (
            &BROKEN_ANCHOR,
            if dest.starts_with('#') {
                format!("This page has no heading “#{id}”.")
            } else {
                format!("The page is there, but it has no heading “#{id}”.")
            },
            match near {
                Some(near) => format!("Did you mean “#{near}”?"),
                None => "After the # come the words of the heading, in small letters with hyphens between them.".into(),
            },
        ),
        LinkFault::HiddenHeading(id) => (
            &BROKEN_ANCHOR,
            format!("The heading “#{id}” is in a part of the page that {reader} do not see."),
            "Link to the page without the # and what follows it, or to another heading.".into(),
        ),
        LinkFault::OutOfReach => (
            &OUT_OF_REACH,
            format!("This link would send {reader} to “{dest}”, which is not for them."),
            match reader {
                Audience::Children => "Children are sent to children's pages only, and out of the site only by a helpline, as in [[helpline:childline]]. Take the link out.".into(),
                Audience::Parents | Audience::Staff if page.readers.contains(Audience::Staff) => {
                    format!("{FOR_STAFF}, or take the link out.")
                }
                Audience::Parents | Audience::Staff => {
                    "Take the link out, or link to a page that is for them.".into()
                }
            },
        ),
    }
}

/// What was probably meant by a link to a file that is not there.
fn missing_help(page: &Page, dest: &str, near: Option<&str>) -> String {
    if dest.starts_with("www.") {
        return format!("Did you mean https://{dest}?");
    }
    if dest.contains('@') && !dest.contains('/') {
        return format!("Did you mean mailto:{dest}?");
    }
    match near {
        Some(near) => format!("Did you mean {}?", way(page, near)),
        None => format!(
            "Write the way from this page to the other file, with .md at its end, as in {}. A document to be opened stands in content/files/.",
            way(page, "parents/phones.md")
        ),
    }
}

/// The way from a page to a file, both under `content/`.
fn way(from: &Page, to: &str) -> String {
    let mut folders: Vec<&str> = from.path.split('/').collect();
    folders.pop();
    let mut names: Vec<&str> = to.split('/').collect();
    let mut up = folders.len();
    while up > 0 && names.len() > 1 && folders[folders.len() - up] == names[0] {
        names.remove(0);
        up -= 1;
    }
    let mut way = "../".repeat(up);
    way.push_str(&names.join("/"));
    way
}
