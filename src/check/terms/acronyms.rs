//! A rule about short forms: each page says what those on it are short for.
//!
//! In: the passages that a reader has of a page, and what the registers
//! explain. Out: each short form that nothing explains to that reader, once a
//! page, where it stands first.

use std::collections::BTreeSet;
use std::ops::Range;

use super::registered::{self, Capitals};
use super::{Read, Told, everyday, is_plain, shapes, spelt};
use crate::audience::{Audience, Audiences};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{GlossaryTerm, Site};
use crate::words::runs;

/// No reader has to guess what letters stand for (seeds O31).
pub(super) static ACRONYM: Rule = Rule {
    name: "acronym",
    severity: Severity::Warning,
    summary: "A short form such as VLE is spelt out on the page, or stands in the glossary of those who read it.",
    explanation: explained!("acronym"),
};

/// The short forms that a site's registers explain or have as names.
pub(super) struct Known<'s> {
    terms: &'s [GlossaryTerm],
    names: Capitals,
    /// Those in the glossary of each reader, in the order of `Audience::ALL`.
    explained: Vec<(Audience, Capitals)>,
}

impl<'s> Known<'s> {
    pub(super) fn of(site: &'s Site) -> Known<'s> {
        let explained = Audience::ALL.into_iter();
        let explained = explained.map(|reader| {
            let ids = site.glossary(reader).into_iter();
            let words = ids.flat_map(|id| words_of(site.term(id), reader));
            (reader, registered::capitals(words))
        });
        // What is not to be written is told by another rule.
        let wrong = site.handbook.terms.iter();
        let wrong = wrong.flat_map(|term| &term.instead_of);
        let wrong = wrong.map(|words| words.value.as_str());
        Known {
            terms: &site.handbook.terms,
            names: registered::capitals(registered::names(site).into_iter().chain(wrong)),
            explained: explained.collect(),
        }
    }

    /// Whether a text has a word in capitals that needs a closer look.
    pub(super) fn concern(&self, readers: Audiences, text: &str) -> bool {
        let words = runs(text, 0..text.len()).into_iter();
        let mut stems = words.filter_map(|word| shapes::stem(&text[word]));
        stems.any(|stem| readers.iter().any(|reader| !self.knows(stem, reader)))
    }

    /// Each short form that some of the readers cannot know.
    pub(super) fn find(&self, read: &[Read<'_>], readers: Audiences, found: &mut Vec<Told>) {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let used = uses(read);
        for (passage, at, stem) in &used {
            let lost: Audiences = readers
                .iter()
                .filter(|reader| !self.knows(stem, *reader))
                .collect();
            if lost.is_empty() || !seen.insert(stem) {
                continue;
            }
            let places: Vec<(&Read<'_>, usize)> = used
                .iter()
                .filter(|(_, _, other)| other == stem)
                .map(|(passage, at, _)| (&read[*passage], *at))
                .collect();
            if !shapes::is_a_word(stem, read) && !spelt::is_spelt_out(stem, &places, read) {
                let span = read[*passage].origin(*at..*at + 1);
                found.push((self.said(stem, (lost, readers)), span, lost));
            }
        }
    }

    /// Whether a reader knows a short form, or is told elsewhere.
    fn knows(&self, stem: &str, reader: Audience) -> bool {
        let explained = self.explained.iter().find(|(of, _)| *of == reader);
        everyday::is_known_to(stem, reader)
            || self.names.contains(stem)
            || explained.is_some_and(|(_, words)| words.contains(stem))
            // That is told by another rule: children have no word for it.
            || (reader == Audience::Children && self.term(stem).is_some())
    }

    fn term(&self, stem: &str) -> Option<&'s GlossaryTerm> {
        let mut terms = self.terms.iter();
        terms.find(|term| {
            term.acronym
                .as_ref()
                .is_some_and(|short| short.value == stem)
        })
    }

    fn said(&self, stem: &str, (lost, readers): (Audiences, Audiences)) -> Said {
        let message = format!("Nothing on this page says what “{stem}” is short for.");
        let help = if let Some(term) = self.term(stem) {
            let id = &term.id.value;
            format!(
                "The glossary explains it, but not to {lost}: add them to “for” of the term “{id}” in content/glossary.toml, or write here what it is short for."
            )
        } else if lost.contains(Audience::Children) {
            "Say it in words that children know. If they have to learn it, write what it is short for behind it, in brackets."
                .to_owned()
        } else {
            let readers = readers
                .iter()
                .map(|reader| format!("\"{}\"", reader.word()));
            let readers: Vec<String> = readers.collect();
            format!(
                "Write what it is short for where the page first uses it, as in “Designated Safeguarding Lead (DSL)”. Or add these lines to content/glossary.toml, and every page says it:\n[[term]]\nid = \"{}\"\nterm = \"…\"\nacronym = \"{stem}\"\nmeaning = \"…\"\nfor = [{}]",
                stem.to_lowercase(),
                readers.join(", ")
            )
        };
        (&ACRONYM, message, help)
    }
}

/// The names of a term as a reader has them.
fn words_of(term: &GlossaryTerm, reader: Audience) -> Vec<&str> {
    let others = term.acronym.iter().chain(&term.aliases);
    let others = others.map(|name| name.value.as_str());
    std::iter::once(term.called(reader)).chain(others).collect()
}

/// Every short form: in which passage, which of its words, and its letters.
fn uses<'r>(read: &'r [Read<'_>]) -> Vec<(usize, usize, &'r str)> {
    let mut uses = Vec::new();
    for (index, passage) in read.iter().enumerate() {
        let words: Range<usize> = 0..passage.words.len();
        for at in words {
            let is_read = passage
                .words
                .get(at)
                .is_some_and(|word| is_plain(word.mark));
            let stem = shapes::stem(passage.words.said(at)).filter(|_| is_read);
            if let Some(stem) = stem.filter(|_| shapes::is_short_form(passage, at)) {
                uses.push((index, at, stem));
            }
        }
    }
    uses
}
