//! Holds the site to the rules.
//!
//! In: a [`Site`] and what was wrong with its files. Out: [`Findings`], all of
//! them in one run, worst first; and, when no error stands, a [`Publishable`]
//! site, which is the only thing that a view can be made of. A pure function;
//! it never mends anything.

mod addresses;
mod blocks;
mod facts;
mod images;
mod links;
mod live;
mod people;
mod records;
mod text;
mod wording;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::audience::{Audience, Audiences, Retained};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity, did_you_mean};
use crate::model::{Level, PageId, Site};
use crate::source::Place;

/// A rule that `school.toml` sets must be one that can be set.
pub static RULE_LEVEL: Rule = Rule {
    name: "rule-level",
    severity: Severity::Error,
    summary: "A level in school.toml is set for a rule that exists and can have it, with a reason.",
};

/// A page with very many problems.
pub static MANY_PROBLEMS: Rule = Rule {
    name: "many-problems",
    severity: Severity::Error,
    summary: "A page has no more problems than can be read in one go.",
};

/// Every rule there is, by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = [
        &crate::load::RULES[..],
        crate::model::RULES,
        addresses::RULES,
        blocks::RULES,
        facts::RULES,
        images::RULES,
        links::RULES,
        live::RULES,
        people::RULES,
        records::RULES,
        text::RULES,
        &[&RULE_LEVEL, &MANY_PROBLEMS],
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// All that was found, worst first, and the site it was found on.
#[derive(Debug)]
pub struct Findings {
    list: Vec<Diagnostic>,
    site: Site,
    pages: usize,
}

/// A site without an error. Only [`Findings::gate`] makes one.
#[derive(Debug)]
pub struct Publishable {
    findings: Findings,
}

/// Runs every rule on every page and record.
pub fn run(site: Site, pages: usize, mut found: Diagnostics, strict: bool) -> Findings {
    let pages_found: Vec<Diagnostics> = site
        .page_ids()
        .collect::<Vec<PageId>>()
        .into_par_iter()
        .map(|page| on_page(&site, page))
        .collect();
    for of_page in pages_found {
        found.absorb(of_page);
    }
    addresses::check(&site, &mut found);
    images::check(&site, &mut found);
    people::check(&site, &mut found);
    facts::check(&site, &mut found);
    live::check(&site, &mut found);
    records::check(&site, &mut found);
    let mut list = leveled(&site, found, strict);
    list.sort_by_cached_key(|finding| {
        let (line, column) = finding.place.line_column();
        let path = finding.place.path().to_owned();
        (
            finding.severity,
            path,
            line,
            column,
            finding.rule.name,
            finding.message.clone(),
        )
    });
    Findings { list, site, pages }
}

/// The rules that look at one page by itself.
fn on_page(site: &Site, page: PageId) -> Diagnostics {
    let mut sink = PageSink {
        site,
        page,
        list: Vec::new(),
        said: BTreeMap::new(),
        cuts: Vec::new(),
        more: 0,
    };
    text::check(&mut sink);
    links::check(&mut sink);
    records::references(&mut sink);
    blocks::check(&mut sink);
    images::on_page(&mut sink);
    sink.into_diagnostics()
}

/// Collects what is wrong with a page, once for all the readers it is wrong
/// for: a page has as many texts as readers, and most of them are the same.
struct PageSink<'s> {
    site: &'s Site,
    page: PageId,
    list: Vec<(Place, &'static Rule, String, String, Audiences)>,
    /// What was said already, and where in the list it stands.
    said: BTreeMap<(&'static str, usize, String), usize>,
    /// What each reader reads, once a problem is there.
    cuts: Vec<(Audience, Retained<'s>)>,
    /// Problems that were too many to be said.
    more: usize,
}

/// More problems on one page than this help nobody.
const ENOUGH: usize = 200;

impl PageSink<'_> {
    /// Reports at a span of the whole text, for `readers`.
    fn report(
        &mut self,
        rule: &'static Rule,
        readers: Audiences,
        span: Range<usize>,
        message: String,
        help: String,
    ) {
        let key = (rule.name, span.start, message);
        if let Some(at) = self.said.get(&key) {
            let others = &mut self.list[*at].4;
            *others = others.or(readers);
        } else if self.list.len() >= ENOUGH {
            self.more += 1;
        } else {
            let place = self.site.page(self.page).prose.place(span);
            let message = key.2.clone();
            self.said.insert(key, self.list.len());
            self.list.push((place, rule, message, help, readers));
        }
    }

    /// Reports at a span of what `audience` reads.
    fn report_for(
        &mut self,
        rule: &'static Rule,
        audience: Audience,
        span: Range<usize>,
        message: String,
        help: String,
    ) {
        let span = self.origin(audience, span);
        self.report(rule, audience.into(), span, message, help);
    }

    /// A span of what `audience` reads, in the whole text.
    fn origin(&mut self, audience: Audience, span: Range<usize>) -> Range<usize> {
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

    fn into_diagnostics(self) -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        for (place, rule, message, help, readers) in self.list {
            diagnostics
                .report(rule, place, message, help)
                .on_pages_of(readers);
        }
        if self.more > 0 {
            let page = self.site.page(self.page);
            diagnostics
                .report(
                    &MANY_PROBLEMS,
                    Place::top(page.prose.file()),
                    format!("This page has {} more problems than are shown.", self.more),
                    "Mend those that are shown first, and check again.",
                )
                .on_pages_of(page.readers);
        }
        diagnostics
    }
}

/// Applies the levels of `school.toml`.
///
/// What is an error stays one: it would break a page or show it to the wrong
/// reader, and no line in a settings file may allow that.
fn leveled(site: &Site, mut found: Diagnostics, strict: bool) -> Vec<Diagnostic> {
    let rules = rules();
    for (name, (level, reason)) in &site.school.levels {
        let Some(file) = &site.files.school else {
            break;
        };
        let place = Place::at(file, reason.span.clone());
        match rules.iter().find(|rule| rule.name == name) {
            None => {
                let help = did_you_mean(name, rules.iter().map(|rule| rule.name));
                found.report(
                    &RULE_LEVEL,
                    place,
                    format!("There is no rule “{name}”."),
                    help,
                );
            }
            Some(rule) if rule.severity == Severity::Error && *level != Level::Error => {
                found.report(
                    &RULE_LEVEL,
                    place,
                    format!("The rule “{name}” cannot be turned down."),
                    "It keeps pages from breaking or reaching the wrong reader. Take this setting out and mend what the rule finds.",
                );
            }
            Some(_) if reason.value.trim().is_empty() => {
                found.report(
                    &RULE_LEVEL,
                    place,
                    format!("The level of “{name}” has no reason."),
                    "Say why in “reason”, for whoever reads the file next.",
                );
            }
            Some(_) => {}
        }
    }
    let level_of = |rule: &Rule| site.school.levels.get(rule.name).map(|(level, _)| *level);
    found
        .into_vec()
        .into_iter()
        .filter_map(|mut finding| {
            match level_of(finding.rule) {
                _ if finding.rule.severity == Severity::Error => {}
                None | Some(Level::Warn) => {}
                Some(Level::Error) => finding.severity = Severity::Error,
                Some(Level::Off) => return None,
            }
            if strict {
                finding.severity = Severity::Error;
            }
            Some(finding)
        })
        .collect()
}

impl Findings {
    /// The findings, worst first.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many of them stop a build.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many of them do not.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// How many source pages there are.
    pub fn pages(&self) -> usize {
        self.pages
    }

    fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Lets a site through that has no error.
    ///
    /// # Errors
    /// The findings themselves, where one of them is an error.
    pub fn gate(self) -> Result<Publishable, Box<Findings>> {
        if self.errors() == 0 {
            Ok(Publishable { findings: self })
        } else {
            Err(Box::new(self))
        }
    }
}

impl Publishable {
    /// What was found: warnings at most.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The site, for `views` alone.
    pub(crate) fn site(&self) -> &Site {
        &self.findings.site
    }
}
