//! Whether a page can be used by everybody: headings, links, pictures, tables
//! and languages, judged on what the editor wrote.
//!
//! In: a page's text as some of its readers have it. Out: what is found, at the
//! editor's line. A page is never parsed again unless a line of it looks like
//! the second line of a table.

mod alts;
mod entries;
mod headings;
mod insecure;
mod links;
mod scripts;
mod tables;

use std::ops::Range;

use super::sink::{PageSink, Said};
use crate::audience::{Audience, Audiences, Retained};
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::Outline;
use crate::model::{Page, Site};
use crate::words::runs;

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &alts::ALT_TEXT,
    &entries::BARE_REFERENCE,
    &headings::HEADING_ORDER,
    &insecure::INSECURE_LINK,
    &links::LINK_TEXT,
    &scripts::LANGUAGE,
    &tables::TABLE_HEADER,
    &tables::TABLE_CELL,
];

/// A page's text, as some of its readers have it.
pub(super) struct Sheet<'s, 'c> {
    /// The page.
    pub(super) page: &'s Page,
    /// One of those readers.
    pub(super) reader: Audience,
    /// All who have this text.
    pub(super) readers: Audiences,
    /// The text.
    pub(super) cut: &'c Retained<'s>,
}

impl<'s> Sheet<'s, '_> {
    fn text(&self) -> &str {
        self.cut.inspect()
    }

    fn outline(&self) -> &'s Outline {
        self.page.prose.outline(self.reader)
    }

    /// Reports at a span of the text.
    fn report(&self, sink: &mut PageSink<'_>, said: Said, span: Range<usize>) {
        sink.report(said, self.readers, self.cut.origin_of(span));
    }
}

/// Judges what some readers have.
pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    links::on_sheet(sink, sheet);
    alts::on_sheet(sink, sheet);
    entries::on_sheet(sink, sheet);
    tables::on_sheet(sink, sheet);
    scripts::on_sheet(sink, sheet);
}

/// Judges a page for all its readers together.
pub(super) fn on_page(sink: &mut PageSink<'_>) {
    headings::on_page(sink);
}

/// Judges the records.
pub(super) fn of_records(site: &Site, diagnostics: &mut Diagnostics) {
    alts::of_records(site, diagnostics);
    insecure::of_records(site, diagnostics);
}

/// A text by its words alone: in small letters, with one space between them.
pub(super) fn bare(text: &str) -> String {
    let words = runs(text, 0..text.len());
    let words: Vec<&str> = words.into_iter().map(|span| &text[span]).collect();
    words.join(" ").to_lowercase()
}
