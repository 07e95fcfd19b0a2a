//! Rules about the words that a school has agreed on: what its glossary
//! explains, what it calls things, and whose words it quotes.
//!
//! In: the texts of pages as each of their readers has them, the texts of
//! records, and the registers of a site ([`Terms`]). Out: what is found, at its
//! place. All of these guess, so they are warnings. None of them looks into
//! code, nor into the words of a link, which may be somebody else's title.

mod acronyms;
mod children;
mod drift;
mod everyday;
mod quotes;
mod registered;
mod shapes;
mod spelt;

use std::ops::Range;

use super::sink::{PageSink, Said};
use super::texts;
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::passages;
use crate::model::{Page, Site};
use crate::words::{Mark, Passage, Words};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &acronyms::ACRONYM,
    &children::CHILDREN_TERM,
    &drift::TERM_DRIFT,
    &quotes::QUOTATION,
];

/// What is looked for on a site. Made once, and asked about each of its texts.
pub(super) struct Terms<'s> {
    acronyms: acronyms::Known<'s>,
    children: children::Unknown<'s>,
    drift: drift::Drift<'s>,
    quotes: quotes::Sources,
}

/// A passage, with its words.
struct Read<'p> {
    passage: &'p Passage,
    words: Words<'p>,
}

/// What is said, of which bytes of a text, to whom.
type Told = (Said, Range<usize>, Audiences);

impl<'s> Terms<'s> {
    /// What the registers of a site say of words.
    pub(super) fn of(site: &'s Site) -> Terms<'s> {
        Terms {
            acronyms: acronyms::Known::of(site),
            children: children::Unknown::of(site),
            drift: drift::Drift::of(site),
            quotes: quotes::Sources::of(site),
        }
    }
}

/// Reads a page, for each of its readers.
pub(super) fn on_page(sink: &mut PageSink<'_>, terms: &Terms<'_>) {
    let page = sink.site.page(sink.page);
    let lang = page.front.lang.as_ref().unwrap_or(&sink.site.school.lang);
    if sink.is_full() || !super::grade::is_english(lang) {
        return;
    }
    for (reader, readers) in cuts(page) {
        let cut = page.prose.retained(reader);
        let text = cut.inspect();
        let mut found: Vec<Told> = Vec::new();
        // The line with a label is cut out of what its readers have.
        let is_labelled = |span: &Range<usize>| {
            let (line, _) = page.prose.place(cut.origin_of(span.clone())).line_column();
            let mut lines = page.prose.file().text().lines();
            let line = lines.nth(line.saturating_sub(1));
            line.is_some_and(|line| line.contains("[!"))
        };
        terms.quotes.find(text, is_labelled, readers, &mut found);
        if terms.acronyms.concern(readers, text)
            || terms.drift.concerns(text)
            || terms.children.concern(readers, text)
        {
            let passages = passages(text);
            let read: Vec<Read<'_>> = passages.iter().map(Read::of).collect();
            terms.acronyms.find(&read, readers, &mut found);
            terms.children.find(&read, readers, &mut found);
            for read in &read {
                terms.drift.find(read, readers, &mut found);
            }
        }
        for (said, span, readers) in found {
            sink.report(said, readers, cut.origin_of(span));
        }
    }
}

/// Reads the records, and the titles of pages, for what things are called.
pub(super) fn of_records(site: &Site, terms: &Terms<'_>, diagnostics: &mut Diagnostics) {
    for text in texts::of(site) {
        if !terms.drift.concerns(text.value()) {
            continue;
        }
        let passage = text.passage();
        let mut found = Vec::new();
        terms
            .drift
            .find(&Read::of(&passage), text.readers, &mut found);
        if let Some(((rule, message, help), span, readers)) = found.into_iter().next() {
            diagnostics
                .report(rule, text.place(span), message, help)
                .on_pages_of(readers);
        }
    }
}

/// The texts of a page: without labels all its readers have one.
fn cuts(page: &Page) -> Vec<(Audience, Audiences)> {
    let readers = page.readers.iter();
    if page.prose.is_labelled() {
        return readers.map(|reader| (reader, reader.into())).collect();
    }
    let first = readers.take(1);
    first.map(|reader| (reader, page.readers)).collect()
}

impl<'p> Read<'p> {
    fn of(passage: &'p Passage) -> Read<'p> {
        Read {
            words: passage.words(),
            passage,
        }
    }

    fn text(&self) -> &'p str {
        self.passage.text()
    }

    /// The bytes of the text that some words of the passage were written at.
    fn origin(&self, some: Range<usize>) -> Range<usize> {
        self.passage.origin(&self.words.span(some))
    }
}

/// What the school itself wrote as words.
fn is_plain(mark: Mark) -> bool {
    mark == Mark::Plain
}
