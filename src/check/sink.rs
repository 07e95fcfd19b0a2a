//! Where the problems of one page go.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::audience::{Audience, Audiences, Retained};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{PageId, Site};
use crate::source::Place;

/// A page with very many problems.
static MANY_PROBLEMS: Rule = Rule {
    name: "many-problems",
    severity: Severity::Error,
    summary: "A page has no more problems than can be read in one go.",
    explanation: explained!("many-problems"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&MANY_PROBLEMS];

/// What is said of a problem: the rule that is broken, what is wrong, and what
/// to do.
pub(super) type Said = (&'static Rule, String, String);

/// Collects what is wrong with a page, once for all the readers it is wrong
/// for: a page has as many texts as readers, and most of them are the same.
pub(super) struct PageSink<'s> {
    pub(super) site: &'s Site,
    pub(super) page: PageId,
    list: Vec<(Place, Said, Audiences)>,
    /// What was said already, and where in the list it stands.
    said: BTreeMap<(&'static str, usize, String), usize>,
    /// What each reader reads, once a problem is there.
    cuts: Vec<(Audience, Retained<'s>)>,
    /// Where the problems are that were said.
    told: BTreeSet<usize>,
    /// Where problems are that were too many to be said.
    more: BTreeSet<usize>,
}

/// More problems on one page than this help nobody.
const ENOUGH: usize = 200;

impl<'s> PageSink<'s> {
    /// A sink for the problems of `page`.
    pub(super) fn of(site: &'s Site, page: PageId) -> PageSink<'s> {
        PageSink {
            site,
            page,
            list: Vec::new(),
            said: BTreeMap::new(),
            cuts: Vec::new(),
            told: BTreeSet::new(),
            more: BTreeSet::new(),
        }
    }

    /// Reports at a span of the whole text, for `readers`.
    pub(super) fn report(&mut self, said: Said, readers: Audiences, span: Range<usize>) {
        let (rule, message, _) = &said;
        let key = (rule.name, span.start, message.clone());
        if let Some(at) = self.said.get(&key) {
            let (_, _, others) = &mut self.list[*at];
            *others = others.or(readers);
        } else if self.is_full() {
            self.pass_over(&span);
        } else {
            self.told.insert(span.start);
            let place = self.site.page(self.page).prose.place(span);
            self.said.insert(key, self.list.len());
            self.list.push((place, said, readers));
        }
    }

    /// Whether so much was said that nothing more will be.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= ENOUGH
    }

    /// Counts a problem at a span of the whole text that will not be said,
    /// unless something was said of that place: for another reader, mostly.
    pub(super) fn pass_over(&mut self, span: &Range<usize>) {
        if !self.told.contains(&span.start) {
            self.more.insert(span.start);
        }
    }

    /// Reports at a place in the settings of the page, for `readers`.
    pub(super) fn report_at(&mut self, said: Said, readers: Audiences, place: Place) {
        self.list.push((place, said, readers));
    }

    /// Reports at a span of what `audience` reads.
    pub(super) fn report_for(&mut self, said: Said, audience: Audience, span: Range<usize>) {
        let span = self.origin(audience, span);
        self.report(said, audience.into(), span);
    }

    /// A span of what `audience` reads, in the whole text.
    pub(super) fn origin(&mut self, audience: Audience, span: Range<usize>) -> Range<usize> {
        let prose = &self.site.page(self.page).prose;
        if !prose.is_labelled() {
            return span;
        }
        if !self.cuts.iter().any(|(reader, _)| *reader == audience) {
            self.cuts.push((audience, prose.retained(audience)));
        }
        match self.cuts.iter().find(|(reader, _)| *reader == audience) {
            Some((_, cut)) => cut.origin_of(span),
            None => span,
        }
    }

    pub(super) fn into_diagnostics(self) -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        for (place, (rule, message, help), readers) in self.list {
            diagnostics
                .report(rule, place, message, help)
                .on_pages_of(readers);
        }
        if !self.more.is_empty() {
            let page = self.site.page(self.page);
            diagnostics
                .report(
                    &MANY_PROBLEMS,
                    Place::top(page.prose.file()),
                    format!(
                        "This page has {} more problems than are shown.",
                        self.more.len()
                    ),
                    "Mend those that are shown first, and check again.",
                )
                .on_pages_of(page.readers);
        }
        diagnostics
    }
}
