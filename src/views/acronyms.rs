//! Acronyms in prose, spelt out where a page first uses them.
//!
//! In: the text of a page as one reader has it, and the terms of that
//! reader's glossary. Out: what is added behind which byte. It is made of
//! nothing but these, so a first use that only staff read changes no page of
//! anybody else. Children's words are never a grown-up's: where a term has
//! none for them, nothing is added.

use std::ops::Range;

use super::{Insert, Panel};
use crate::audience::Audience;
use crate::markdown::passages;
use crate::model::{GlossaryTerm, Site};
use crate::words::{Capitals, Mark, Passage, Phrases, Stands, Words};

/// How far from an acronym what it is short for still explains it, in words.
const NEAR: usize = 60;

/// The acronyms of a reader's glossary.
pub(super) struct Acronyms {
    short: Phrases<usize>,
    long: Vec<Long>,
}

/// What an acronym is short for.
struct Long {
    words: String,
    /// The same and its other spellings, to be looked for.
    spellings: Phrases<()>,
}

impl Acronyms {
    /// The acronyms that a reader may have spelt out.
    pub(super) fn of(site: &Site, audience: Audience) -> Acronyms {
        let mut acronyms = Acronyms {
            short: Phrases::new(Capitals::Written),
            long: Vec::new(),
        };
        let terms = site.glossary(audience).into_iter();
        for term in terms.map(|id| site.term(id)) {
            acronyms.add(term, audience);
        }
        acronyms
    }

    fn add(&mut self, term: &GlossaryTerm, audience: Audience) {
        let GlossaryTerm {
            id: _,
            term: word,
            acronym,
            aliases,
            instead_of: _,
            meaning: _,
            child,
            child_meaning: _,
            readers: _,
        } = term;
        let Some(acronym) = acronym else {
            return;
        };
        let (words, aliases) = match audience {
            Audience::Children => (child.as_ref(), [].as_slice()),
            Audience::Parents | Audience::Staff => (Some(word), aliases.as_slice()),
        };
        let Some(words) = words.filter(|words| words.value != acronym.value) else {
            return;
        };
        let mut spellings = Phrases::new(Capitals::Any);
        for spelling in std::iter::once(words).chain(aliases) {
            spellings.add(&spelling.value, ());
        }
        self.short.add(&acronym.value, self.long.len());
        self.long.push(Long {
            words: words.value.clone(),
            spellings,
        });
    }

    /// What is added to a text, behind which byte; in order.
    pub(super) fn spelt_out<P: Panel>(
        &self,
        text: &str,
        inserts: &[(usize, Insert<P>)],
    ) -> Vec<(usize, String)> {
        let mut added = Vec::new();
        if !self.short.may_stand_in(text) {
            return added;
        }
        let mut told = vec![false; self.long.len()];
        let mut passages = passages(text);
        passages.retain(|passage| passage.stands != Stands::Heading);
        // Notes are printed at the foot, after all that uses them.
        passages.sort_by_key(|passage| passage.stands == Stands::Note);
        for passage in &passages {
            let words = passage.words();
            let mut at = 0;
            while at < words.len() {
                let use_of = self.short.at(&words, at, |mark| mark == Mark::Plain);
                let Some((length, term)) = use_of else {
                    at += 1;
                    continue;
                };
                let used = at..at + length;
                let here = words.span(used.clone());
                at = used.end;
                if told[*term] || !stands_alone(passage.text(), &here) {
                    continue;
                }
                told[*term] = true;
                let near = used.start.saturating_sub(NEAR)..(used.end + NEAR).min(words.len());
                let long = &self.long[*term];
                if !is_explained(passage.text(), &here)
                    && !long.stands_in(&words, near.clone())
                    && !long.is_printed_in((passage, &words), near, inserts)
                {
                    added.push((passage.origin(&here).end, format!(" ({})", long.words)));
                }
            }
        }
        added.sort_by_key(|(at, _)| *at);
        added
    }
}

impl Long {
    fn stands_in(&self, words: &Words<'_>, mut some: Range<usize>) -> bool {
        let is_read = |mark| matches!(mark, Mark::Plain | Mark::Fixed);
        some.any(|at| self.spellings.at(words, at, is_read).is_some())
    }

    /// Whether a reference among some of the words prints it.
    fn is_printed_in<P: Panel>(
        &self,
        (passage, words): (&Passage, &Words<'_>),
        some: Range<usize>,
        inserts: &[(usize, Insert<P>)],
    ) -> bool {
        let is_reference = |at: &usize| {
            let word = words.get(*at);
            word.is_some_and(|word| word.mark == Mark::Reference)
        };
        some.filter(is_reference).any(|at| {
            let start = passage.origin(&words.span(at..at + 1)).start;
            let first = inserts.partition_point(|(at, _)| *at < start);
            let mut here = inserts[first..].iter().take_while(|(at, _)| *at == start);
            here.any(|(_, insert)| match insert {
                Insert::Record { words, worded: _ } => {
                    let name = Passage::plain(&words.name, 0..0);
                    let name = name.words();
                    self.stands_in(&name, 0..name.len())
                }
                Insert::Heading(_)
                | Insert::Link(_)
                | Insert::Picture(_)
                | Insert::Unquoted
                | Insert::Block(_) => false,
            })
        })
    }
}

/// Whether a word is not a part of a longer one: `non-DSL`, `dsl.pdf`.
fn stands_alone(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].chars().next_back();
    let mut after = text[word.end..].chars();
    let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '_' | '@' | '\u{2011}'));
    let next = after.next();
    let dotted = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    !joins(before) && !joins(next) && !dotted && !matches!(before, Some('.' | '#'))
}

/// Whether an editor spelt an acronym out themself: `DSL (…)`, or `… (DSL)`,
/// in whatever words.
fn is_explained(text: &str, word: &Range<usize>) -> bool {
    let (before, after) = (&text[..word.start], &text[word.end..]);
    let in_brackets = before.ends_with('(') && after.starts_with(')');
    in_brackets || after.trim_start().starts_with('(')
}
