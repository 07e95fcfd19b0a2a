//! A rule about children's pages: no word of the glossary for grown-ups alone.
//!
//! In: the passages that children read, and the terms that have no words for
//! them. Out: each such term, once a page. A short word can be an everyday word
//! besides, so only terms of two words or more, short forms, and long words
//! are looked for.

use std::collections::BTreeSet;

use super::{Read, Told, is_plain, registered, shapes};
use crate::audience::{Audience, Audiences};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{GlossaryTerm, Site};
use crate::words::{Capitals, Phrases, runs};

/// What children read has no word that only grown-ups are told the meaning of.
pub(super) static CHILDREN_TERM: Rule = Rule {
    name: "children-term",
    severity: Severity::Warning,
    summary: "A text for children has no word that the glossary explains to grown-ups alone.",
    explanation: explained!("children-term"),
};

/// The terms that children are told nothing about.
pub(super) struct Unknown<'s> {
    words: Phrases<&'s GlossaryTerm>,
    short: Phrases<&'s GlossaryTerm>,
}

impl<'s> Unknown<'s> {
    pub(super) fn of(site: &'s Site) -> Unknown<'s> {
        let mut unknown = Unknown {
            words: Phrases::new(Capitals::Any),
            short: Phrases::new(Capitals::Written),
        };
        let known = known(site);
        let terms = site.handbook.terms.iter();
        for term in terms.filter(|term| !term.is_for(Audience::Children)) {
            let names = std::iter::once(&term.term).chain(&term.aliases);
            for name in names.map(|name| name.value.as_str()) {
                if is_hard(name) && !known.contains(&name.to_lowercase()) {
                    unknown.words.add(name, term);
                }
            }
            let short = term.acronym.as_ref();
            if let Some(short) = short.filter(|short| !known.contains(&short.value.to_lowercase()))
            {
                unknown.short.add(&short.value, term);
                unknown.short.add(&format!("{}'s", short.value), term);
            }
        }
        unknown
    }

    /// Whether one could stand in a text, marks and all.
    pub(super) fn concern(&self, readers: Audiences, text: &str) -> bool {
        readers.contains(Audience::Children)
            && (self.words.may_stand_in(text) || self.short.may_stand_in(text))
    }

    /// Each of them that children read, where it stands first.
    pub(super) fn find(&self, read: &[Read<'_>], readers: Audiences, found: &mut Vec<Told>) {
        if !readers.contains(Audience::Children) {
            return;
        }
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for passage in read {
            let words = &passage.words;
            let mut at = 0;
            while at < words.len() {
                let short = self.short.at(words, at, is_plain);
                let short = short.filter(|_| shapes::is_short_form(passage, at));
                let term = self.words.at(words, at, is_plain).or(short);
                let Some((length, term)) = term else {
                    at += 1;
                    continue;
                };
                if told.insert(&term.id.value) {
                    let written = &passage.text()[words.span(at..at + length)];
                    let span = passage.origin(at..at + length);
                    found.push((said(term, written), span, Audience::Children.into()));
                }
                at += length;
            }
        }
    }
}

/// What children are told in other ways: words that they were taught, and names
/// that stand on their pages.
fn known(site: &Site) -> BTreeSet<String> {
    let taught = site.school.taught.iter().map(|word| word.value.as_str());
    let children = Audience::Children;
    let lines = site.helplines.iter();
    let lines = lines.filter(|line| line.readers.contains(children));
    let lines = lines.map(|line| line.name.value.as_str());
    let own = site.glossary(children).into_iter();
    let own = own.map(|id| site.term(id).called(children));
    let names = registered::child_names(site);
    let all = taught.chain(lines).chain(own).chain(names);
    all.map(str::to_lowercase).collect()
}

/// Whether a name is hardly an everyday word: it has two words or more, or
/// three syllables.
fn is_hard(name: &str) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c.to_ascii_lowercase());
    let syllables = name.split(|c| !is_vowel(c)).filter(|run| !run.is_empty());
    runs(name, 0..name.len()).len() > 1 || syllables.count() > 2
}

fn said(term: &GlossaryTerm, written: &str) -> Said {
    let id = &term.id.value;
    (
        &CHILDREN_TERM,
        format!("Children read “{written}” here, and the glossary explains it to grown-ups alone."),
        format!(
            "Say it in words that children know. If they have to learn it, give the term “{id}” in content/glossary.toml a child_meaning, and add \"children\" to its “for”."
        ),
    )
}
