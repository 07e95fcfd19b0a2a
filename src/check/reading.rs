//! Reads every text for the names that rules look for, for what gives too much
//! away about a person, and for words that should not stand there.
//!
//! In: the texts of pages as each of their readers has them, the texts of
//! records, and the [`Lexicon`]. Out: what is found, at its place. A text that
//! all readers of a page have is read once.

use std::ops::Range;

use super::lexicon::{Lexicon, Where};
use super::privacy::{Names, pupils};
use super::sink::PageSink;
use super::words::{self, Setting, Things};
use super::{access, privacy, texts};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Diagnostics;
use crate::markdown::passages;
use crate::model::{Page, Site};

/// Reads a page.
pub(super) fn on_page(sink: &mut PageSink<'_>, lexicon: &Lexicon<'_>, names: &Names) {
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
        behind_links(sink, page, (reader, readers));
        let near = near_pictures(page, reader, cut.inspect());
        let is_private = privacy::concerns(readers, cut.inspect());
        let is_worded = words::concerns(cut.inspect());
        let is_concerned = is_private || is_worded || !near.is_empty();
        if !is_concerned && !lexicon.concerns(cut.inspect()) {
            continue;
        }
        let things = Things::on(cut.inspect());
        let setting = Setting {
            page: Some(&things),
            today: sink.site.today,
        };
        let place = Where {
            page: Some(page),
            readers,
        };
        for passage in passages(cut.inspect()) {
            let private = privacy::found(sink.site, &passage, readers);
            let private = private
                .into_iter()
                .chain(pupils::found(names, &passage, &near));
            let worded = words::found(&passage, setting);
            let called = lexicon.found(&passage, place);
            for (said, span) in called.into_iter().chain(private).chain(worded) {
                let span = cut.origin_of(passage.origin(&span));
                sink.report(said, readers, span);
            }
        }
    }
}

/// Numbers and mailboxes that a link leads to without saying so.
fn behind_links(sink: &mut PageSink<'_>, page: &Page, (reader, readers): (Audience, Audiences)) {
    for link in &page.prose.outline(reader).links {
        let Some(said) = privacy::behind(sink.site, &link.dest, readers) else {
            continue;
        };
        let span = sink.origin(reader, link.span.clone());
        let written = page
            .prose
            .file()
            .text()
            .get(span.clone())
            .unwrap_or_default();
        let shown = written.split("](").next().unwrap_or(written);
        let bare = |text: &str| text.replace([' ', '-', '\u{a0}'], "").to_ascii_lowercase();
        let value = link.dest.split_once(':').map_or("", |(_, value)| value);
        let value = value.split('?').next().unwrap_or(value);
        // What the link says as well is told where it is said.
        if !bare(shown).contains(&bare(value)) {
            sink.report(said, readers, span);
        }
    }
}

/// What of a reader's text is near a picture; nothing of what staff alone read.
fn near_pictures(page: &Page, reader: Audience, text: &str) -> Vec<Range<usize>> {
    if reader == Audience::Staff {
        return Vec::new();
    }
    let images = &page.prose.outline(reader).images;
    let spans: Vec<Range<usize>> = images.iter().map(|image| image.span.clone()).collect();
    pupils::near(text, &spans)
}

/// Reads the records, and says the first that is found in each text by a rule.
pub(super) fn of_records(site: &Site, lexicon: &Lexicon<'_>, diagnostics: &mut Diagnostics) {
    for text in texts::of(site) {
        let is_private = privacy::concerns(text.readers, text.value());
        let is_worded = words::concerns(text.value());
        if !is_private && !is_worded && !lexicon.concerns(text.value()) {
            continue;
        }
        let passage = text.passage();
        let place = Where {
            page: None,
            readers: text.readers,
        };
        let mut told: Vec<&str> = Vec::new();
        let private = privacy::found(site, &passage, text.readers);
        let setting = Setting {
            page: None,
            today: site.today,
        };
        let worded = words::found(&passage, setting);
        let named = lexicon.found(&passage, place);
        for ((rule, message, help), span) in named.into_iter().chain(private).chain(worded) {
            if !told.contains(&rule.name) {
                told.push(rule.name);
                diagnostics
                    .report(rule, text.place(passage.origin(&span)), message, help)
                    .on_pages_of(text.readers);
            }
        }
    }
}
