//! Reads every text for the names that rules look for.
//!
//! In: the texts of pages as each of their readers has them, the texts of
//! records, and the [`Lexicon`]. Out: what is found, at its place. A text that
//! all readers of a page have is read once.

use super::lexicon::{Lexicon, Where};
use super::sink::PageSink;
use super::texts;
use crate::audience::Audience;
use crate::diagnostic::Diagnostics;
use crate::markdown::passages;
use crate::model::Site;

/// Reads a page.
pub(super) fn on_page(sink: &mut PageSink<'_>, lexicon: &Lexicon<'_>) {
    let page = sink.site.page(sink.page);
    if page.prose.is_labelled() {
        for reader in page.readers.iter() {
            read(sink, lexicon, reader, |sink, said, span| {
                sink.report_for(said, reader, span);
            });
        }
    } else if let Some(reader) = page.readers.iter().next() {
        read(sink, lexicon, reader, |sink, said, span| {
            sink.report(said, page.readers, span);
        });
    }
}

fn read(
    sink: &mut PageSink<'_>,
    lexicon: &Lexicon<'_>,
    reader: Audience,
    report: impl Fn(&mut PageSink<'_>, super::sink::Said, std::ops::Range<usize>),
) {
    let cut = sink.site.page(sink.page).prose.retained(reader);
    if !lexicon.concerns(cut.inspect()) {
        return;
    }
    for passage in passages(cut.inspect()) {
        for (said, span) in lexicon.found(&passage, Where::Page) {
            report(sink, said, passage.origin(&span));
        }
    }
}

/// Reads the records, and says the first that is found in each text by a rule.
pub(super) fn of_records(site: &Site, lexicon: &Lexicon<'_>, diagnostics: &mut Diagnostics) {
    for text in texts::of(site) {
        if !lexicon.concerns(text.value()) {
            continue;
        }
        let passage = text.passage();
        let mut told: Vec<&str> = Vec::new();
        for ((rule, message, help), span) in lexicon.found(&passage, Where::Record) {
            if !told.contains(&rule.name) {
                told.push(rule.name);
                diagnostics
                    .report(rule, text.place(passage.origin(&span)), message, help)
                    .on_pages_of(text.readers);
            }
        }
    }
}
