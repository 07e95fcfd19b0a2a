//! Reads every text for the names that rules look for, and for what gives too
//! much away about a person.
//!
//! In: the texts of pages as each of their readers has them, the texts of
//! records, and the [`Lexicon`]. Out: what is found, at its place. A text that
//! all readers of a page have is read once.

use super::lexicon::{Lexicon, Where};
use super::sink::PageSink;
use super::{access, privacy, texts};
use crate::diagnostic::Diagnostics;
use crate::markdown::passages;
use crate::model::Site;

/// Reads a page.
pub(super) fn on_page(sink: &mut PageSink<'_>, lexicon: &Lexicon<'_>) {
    let page = sink.site.page(sink.page);
    for (reader, readers) in page.texts() {
        let cut = page.prose.retained(reader);
        let sheet = access::Sheet {
            page,
            reader,
            readers,
            cut: &cut,
        };
        access::on_sheet(sink, &sheet);
        let is_private = privacy::concerns(readers, cut.inspect());
        if !is_private && !lexicon.concerns(cut.inspect()) {
            continue;
        }
        let place = Where {
            page: Some(page),
            readers,
        };
        for passage in passages(cut.inspect()) {
            let private = privacy::found(sink.site, &passage, readers);
            for (said, span) in lexicon.found(&passage, place).into_iter().chain(private) {
                let span = cut.origin_of(passage.origin(&span));
                sink.report(said, readers, span);
            }
        }
    }
}

/// Reads the records, and says the first that is found in each text by a rule.
pub(super) fn of_records(site: &Site, lexicon: &Lexicon<'_>, diagnostics: &mut Diagnostics) {
    for text in texts::of(site) {
        let is_private = privacy::concerns(text.readers, text.value());
        if !is_private && !lexicon.concerns(text.value()) {
            continue;
        }
        let passage = text.passage();
        let place = Where {
            page: None,
            readers: text.readers,
        };
        let mut told: Vec<&str> = Vec::new();
        let private = privacy::found(site, &passage, text.readers);
        let found = lexicon.found(&passage, place);
        for ((rule, message, help), span) in found.into_iter().chain(private) {
            if !told.contains(&rule.name) {
                told.push(rule.name);
                diagnostics
                    .report(rule, text.place(passage.origin(&span)), message, help)
                    .on_pages_of(text.readers);
            }
        }
    }
}
