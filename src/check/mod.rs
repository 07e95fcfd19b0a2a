//! Holds the site to the rules.
//!
//! In: a [`Site`] and what was wrong with its files. Out: [`Findings`], all of
//! them in one run, worst first; and, when no error stands, a [`Publishable`]
//! site, which is the only thing that a view can be made of. A pure function;
//! it never mends anything.
//!
//! [`Site`]: crate::model::Site
//! [`Findings`]: crate::check::Findings
//! [`Publishable`]: crate::check::Publishable

mod access;
mod addresses;
mod agreements;
mod blocks;
mod citations;
mod consents;
mod contrast;
mod doubts;
mod editions;
mod exceptions;
mod exits;
mod facts;
mod grade;
mod images;
mod kept;
mod levels;
mod lexicon;
mod link_help;
mod links;
mod live;
mod named_systems;
mod old_names;
mod people;
mod privacy;
mod procedures;
mod proofs;
mod reading;
mod records;
mod repeated;
mod sink;
mod slips;
mod staleness;
mod terms;
mod text;
mod texts;
mod twice;
mod unused;
mod wording;
mod words;

pub use live::Gap;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity};
use crate::model::{PageId, Site};
use crate::reading::Vocabulary;
use kept::{Kept, Seen};
use lexicon::Lexicon;
use privacy::Names;
use sink::PageSink;
use terms::Terms;

/// Every rule there is, by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = [
        &crate::load::RULES[..],
        crate::model::RULES,
        crate::model::NAME_RULES,
        &crate::model::TABLE_RULES,
        access::RULES,
        addresses::RULES,
        agreements::RULES,
        blocks::RULES,
        consents::RULES,
        contrast::RULES,
        exceptions::RULES,
        exits::RULES,
        facts::RULES,
        grade::RULES,
        images::RULES,
        lexicon::RULES,
        links::RULES,
        live::RULES,
        people::RULES,
        privacy::RULES,
        proofs::RULES,
        records::RULES,
        repeated::RULES,
        terms::RULES,
        twice::RULES,
        unused::RULES,
        text::RULES,
        levels::RULES,
        words::RULES,
        sink::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect();
    rules.extend(staleness::rules());
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// All that was found, worst first, and the site it was found on.
#[derive(Debug)]
pub struct Findings {
    list: Vec<Diagnostic>,
    site: Site,
    pages: usize,
    kept: Kept,
}

/// How a site is to be held to the rules.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'b> {
    /// Whether every warning is an error.
    pub strict: bool,
    /// What was found the last time, where somebody looks again and again.
    pub before: Option<&'b Findings>,
}

/// A site without an error. Only [`Findings::gate`] makes one.
#[derive(Debug)]
pub struct Publishable {
    findings: Findings,
}

/// Runs every rule on every page and record.
pub fn run(site: Site, pages: usize, mut found: Diagnostics, asked: Asked<'_>) -> Findings {
    let known = Known {
        lexicon: Lexicon::of(&site),
        names: Names::of(&site),
        terms: Terms::of(&site),
        taught: grade::taught(&site),
    };
    let kept = Kept::of(&site, asked.before, |page| on_page(&site, &known, page));
    let of_pages = kept.iter().flat_map(|seen| &seen.found);
    of_pages.for_each(|one| found.add(one.clone()));
    access::of_records(&site, &mut found);
    addresses::check(&site, &mut found);
    agreements::check(&site, &mut found);
    contrast::check(&site, &mut found);
    exits::check(&site, &mut found);
    images::check(&site, &mut found);
    consents::check(&site, &mut found);
    proofs::check(&site, &mut found);
    people::check(&site, &mut found);
    privacy::of_channels(&site, &mut found);
    procedures::check(&site, &mut found);
    facts::check(&site, &mut found);
    live::check(&site, &mut found);
    records::check(&site, &mut found);
    repeated::check(
        &site,
        kept.iter().map(|seen| &seen.paragraphs[..]),
        &mut found,
    );
    twice::check(&site, &mut found);
    unused::check(&site, &mut found);
    reading::of_records(&site, &known.lexicon, &mut found);
    terms::of_records(&site, &known.terms, &mut found);
    privacy::pupils::of_pictures(&site, &known.names, &mut found);
    privacy::files::check(&site, &known.names, &mut found);
    grade::of_records(&site, &known.taught, &mut found);
    drop(known);
    staleness::check(&site, &mut found);
    let mut list = levels::applied(&site, found, asked.strict);
    list.sort_by_cached_key(|finding| {
        let (line, column) = finding.place.line_column();
        (
            finding.severity,
            live::turn(finding),
            line,
            column,
            finding.rule.name,
            finding.message.clone(),
        )
    });
    Findings {
        list,
        site,
        pages,
        kept,
    }
}

/// What is made once for a site, and asked about each of its pages.
struct Known<'s> {
    lexicon: Lexicon<'s>,
    names: Names,
    terms: Terms<'s>,
    taught: Vocabulary,
}

/// The rules that look at one page by itself.
fn on_page(site: &Site, known: &Known<'_>, page: PageId) -> Seen {
    let mut sink = PageSink::of(site, page);
    text::check(&mut sink);
    links::check(&mut sink);
    records::references(&mut sink);
    blocks::check(&mut sink);
    images::on_page(&mut sink);
    access::on_page(&mut sink);
    reading::on_page(&mut sink, &known.lexicon, &known.names);
    terms::on_page(&mut sink, &known.terms);
    grade::on_page(&mut sink, &known.taught);
    Seen {
        found: sink.into_diagnostics().into_vec(),
        paragraphs: repeated::paragraphs(site, page),
    }
}

impl Findings {
    /// The findings, worst first.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// The same for whoever looks only once: what is kept for the next look is
    /// a tenth of all that a large site takes in memory.
    pub(crate) fn once(mut self) -> Findings {
        self.kept.give_up();
        self
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

    /// The site that they are on, whatever is wrong with it.
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// The site by itself.
    pub(crate) fn into_site(self) -> Site {
        self.site
    }

    /// What a draft has still to say, the first thing first; nothing where the
    /// school does not want to be told.
    pub fn to_fill_in(&self) -> Vec<Gap> {
        let told = self.iter().any(|finding| live::is_reminder(finding.rule));
        if told {
            live::to_fill_in(&self.site)
        } else {
            Vec::new()
        }
    }

    /// The address of the site on the web, where the school has one.
    pub fn address(&self) -> Option<&str> {
        let address = self.site.school.address.as_ref();
        address.map(|address| address.value.as_str())
    }

    /// The levels and the exceptions that the school has set, with its
    /// reasons: a sentence each.
    pub fn levels_set(&self) -> Vec<String> {
        levels::set(&self.site)
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

    /// What was found, and no way back to a view.
    pub fn into_findings(self) -> Findings {
        self.findings
    }

    /// The site, for `views` alone.
    pub(crate) fn site(&self) -> &Site {
        &self.findings.site
    }
}
