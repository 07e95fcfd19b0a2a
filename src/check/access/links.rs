//! A rule about the words of links: they say where a link leads.
//!
//! In: the links of a page and the source of each. Out: words that say
//! nothing by themselves, bare addresses, and the same words for two places.
//! Screen readers list the links of a page without the sentences around them.

use std::collections::BTreeMap;

use super::{Sheet, bare, insecure};
use crate::check::sink::PageSink;
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::{Link, LinkKind};

/// The words of a link say where it leads (seeds O32).
pub(super) static LINK_TEXT: Rule = Rule {
    name: "link-text",
    severity: Severity::Warning,
    summary: "The words of a link say where it leads, and say so of one place alone.",
    explanation: explained!("link-text"),
};

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 43] = [
    "article",
    "this article",
    "click",
    "click here",
    "click here for more",
    "click here for more information",
    "click on this link",
    "click the link",
    "click this link",
    "clicking here",
    "details",
    "document",
    "download",
    "download here",
    "find out more",
    "find out more here",
    "follow this link",
    "for more information",
    "from here",
    "further information",
    "go",
    "go here",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "page",
    "read more",
    "read more here",
    "read on",
    "see here",
    "see more",
    "tap here",
    "this",
    "this link",
    "this page",
    "this website",
    "website",
];

/// What somebody is asked to do “here”.
const ASKED: [&str; 12] = [
    "check", "click", "download", "find", "follow", "get", "go", "look", "read", "see", "view",
    "visit",
];

pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    let mut places: BTreeMap<String, &str> = BTreeMap::new();
    for link in &sheet.outline().links {
        if let Some(said) = insecure::said(&link.dest) {
            sheet.report(sink, said, link.span.clone());
        }
        if link.kind == LinkKind::Mailbox {
            continue;
        }
        let Some(words) = words(sink, sheet, link) else {
            continue;
        };
        let told = judged(words, link).or_else(|| {
            let place = link.dest.trim_end_matches('/');
            let other = *places.entry(bare(words)).or_insert(place);
            (other != place).then(|| twice(words, other, place))
        });
        if let Some((message, help)) = told {
            sheet.report(sink, (&LINK_TEXT, message, help), link.span.clone());
        }
    }
}

/// The words of a link as they were typed, unless it is a picture that has
/// words of its own.
fn words<'t>(sink: &PageSink<'_>, sheet: &'t Sheet<'_, '_>, link: &Link) -> Option<&'t str> {
    let (site, page) = (sink.site, sink.page);
    let written = sheet.text().get(link.span.clone())?;
    if link.kind == LinkKind::Address {
        return Some(written.trim_matches(['<', '>']));
    }
    let inner = written.strip_prefix('[')?;
    let end = if written.ends_with(')') {
        inner.rfind("](")
    } else {
        inner.rfind("][").or_else(|| inner.rfind(']'))
    };
    let words = &inner[..end?];
    if !words.contains("![") {
        return Some(words);
    }
    let images = &sheet.outline().images;
    let first = images.partition_point(|image| image.span.start < link.span.start);
    let mut within = images[first..]
        .iter()
        .take_while(|image| image.span.start < link.span.end);
    let says = within.any(|image| {
        let entry = site.picture(page, &image.dest).ok();
        let alt = entry.is_none_or(|entry| site.image(entry).alt.is_some());
        alt || !image.alt.trim().is_empty()
    });
    let beside = words.starts_with("![") && words.ends_with(')');
    (!says && beside).then_some("")
}

/// What is wrong with the words of a link by themselves.
fn judged(words: &str, link: &Link) -> Option<(String, String)> {
    let plain = bare(words);
    let dest = &link.dest;
    let typed = words.trim_matches(['*', '_', '`', ' ', '<', '>']);
    if is_address(typed) {
        return Some((
            format!("“{typed}” is a bare web address, which a screen reader spells out."),
            format!("Say in words what is there, as in [the name of the page]({dest})."),
        ));
    }
    // One sign says nothing; X is the name of a service.
    let is_sign = plain.chars().count() <= 1 && typed != "X";
    if is_sign || is_vague(&plain) {
        let message = if typed.is_empty() {
            "This link has no words, so nobody can tell that it is there.".to_owned()
        } else {
            format!("“{typed}” does not say where this link leads, once it is read by itself.")
        };
        let help = format!(
            "Put the words that name the place into the square brackets, as in [our phone rules]({dest})."
        );
        return Some((message, help));
    }
    None
}

/// Whether words say nothing of where a link leads.
fn is_vague(plain: &str) -> bool {
    let first = plain.split(' ').next().unwrap_or_default();
    let asks = ASKED.contains(&first) && (plain.ends_with(" here") || plain.ends_with(" below"));
    VAGUE.contains(&plain) || plain.starts_with("click here") || asks
}

/// Whether words are an address that nobody would say aloud.
fn is_address(words: &str) -> bool {
    let lower = words.to_lowercase();
    let begins = ["http://", "https://", "www."];
    begins.iter().any(|begin| lower.starts_with(begin)) && !words.contains(char::is_whitespace)
}

fn twice(words: &str, other: &str, place: &str) -> (String, String) {
    (
        format!("“{words}” leads to “{place}” here, and to “{other}” further up on this page."),
        "Give the two links different words, so that each can be told from the other.".to_owned(),
    )
}
