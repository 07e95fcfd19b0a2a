//! Rules about the words of a text: what a template left open, what points
//! nowhere on the web, how words are spelt, what stands there twice, and what
//! speaks of a day as still to come that has passed.
//!
//! In: a text as its readers have it. Out: what is found, with its bytes. All
//! of these guess, so they are warnings, and each is written to keep quiet
//! where it is not sure. None of them looks into code.

mod dated;
mod days;
mod dead;
mod doubled;
mod gaps;
mod keys;
mod paper;
mod residue;
mod spelling;
mod things;

pub(super) use things::Things;

use std::ops::Range;

use jiff::civil::Date;

use super::lexicon::{AROUND, Found};
use crate::diagnostic::Rule;
use crate::words::{Mark, Passage, Stands, Words};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &dated::DATE_PASSED,
    &dead::DEAD_WORDING,
    &doubled::DOUBLED_WORD,
    &residue::TEMPLATE_RESIDUE,
    &spelling::SPELLING,
];

/// Where a passage stands, and when it is read.
#[derive(Clone, Copy)]
pub(super) struct Setting<'t> {
    /// What stands on the page, as its reader has it; nothing where the passage
    /// is a record's.
    pub(super) page: Option<&'t Things<'t>>,
    pub(super) today: Date,
}

/// Whether something could be found in a text, marks and all.
pub(super) fn concerns(text: &str) -> bool {
    keys::stand_in(text)
        || gaps::may_stand_in(text)
        || residue::may_stand_in(text)
        || doubled::may_stand_in(text)
        || dated::may_stand_in(text)
}

/// All that is found in a passage.
pub(super) fn found(passage: &Passage, setting: Setting<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    if !concerns(passage.text()) {
        return found;
    }
    let read = Read {
        passage,
        words: passage.words(),
    };
    residue::found(&read, &mut found);
    gaps::found(&read, &mut found);
    dead::found(&read, setting, &mut found);
    spelling::found(&read, &mut found);
    doubled::found(&read, &mut found);
    dated::found(&read, setting.today, &mut found);
    found
}

/// How far around a word an address is looked for, in characters.
const FAR: usize = 200;

/// A passage, as it is read word by word.
struct Read<'p> {
    passage: &'p Passage,
    words: Words<'p>,
}

impl Read<'_> {
    fn len(&self) -> usize {
        self.words.len()
    }

    /// A word in small letters; nothing where there is none.
    fn plain(&self, at: usize) -> &str {
        self.words.plain(at)
    }

    /// The word so many before another.
    fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.words.plain(at))
    }

    fn mark(&self, at: usize) -> Option<Mark> {
        self.words.get(at).map(|word| word.mark)
    }

    /// Whether a word is neither code nor the target of a reference.
    fn is_read(&self, at: usize) -> bool {
        matches!(self.mark(at), Some(Mark::Plain | Mark::Fixed))
    }

    /// Whether a word is no part of a link: what a link is called may be the
    /// title of somebody else's paper.
    fn is_plain(&self, at: usize) -> bool {
        self.mark(at) == Some(Mark::Plain)
    }

    /// What stands between a word and the next one.
    fn between(&self, at: usize) -> &str {
        let end = self.words.span(at..at + 1).end;
        let next = self.words.get(at + 1);
        let start = next.map_or(self.passage.text().len(), |next| next.span.start);
        &self.passage.text()[end..start]
    }

    fn written(&self, some: Range<usize>) -> &str {
        &self.passage.text()[self.words.span(some)]
    }

    fn is_heading(&self) -> bool {
        self.passage.stands == Stands::Heading
    }

    /// Whether a sentence begins with a word.
    fn begins(&self, at: usize) -> bool {
        let sentence = |at: usize| self.words.get(at).map(|word| word.sentence);
        at == 0 || sentence(at) != sentence(at - 1)
    }

    fn has_capital(&self, at: usize) -> bool {
        self.words.said(at).starts_with(char::is_uppercase)
    }

    /// The words of the sentence that a word stands in, as far as is looked.
    fn sentence(&self, at: usize) -> Range<usize> {
        self.words.around(at..at + 1, AROUND)
    }

    /// Whether one of these words stands in the sentence.
    fn has_beside(&self, at: usize, some: &[&str]) -> bool {
        self.sentence(at).any(|at| some.contains(&self.plain(at)))
    }

    /// Whether what stands around a word up to the next space is an address, or
    /// the name of a file.
    fn is_address(&self, at: usize) -> bool {
        let text = self.passage.text();
        let word = self.words.span(at..at + 1);
        let before = text[..word.start].char_indices().rev().take(FAR);
        let before = before.take_while(|(_, c)| !c.is_whitespace());
        let start = before.last().map_or(word.start, |(at, _)| at);
        let after = text[word.end..].char_indices().take(FAR);
        let after = after.take_while(|(_, c)| !c.is_whitespace());
        let end = after
            .last()
            .map_or(word.end, |(at, c)| word.end + at + c.len_utf8());
        let chunk = &text[start..end];
        let mut dots = chunk.match_indices('.');
        let is_dotted = dots.any(|(at, _)| {
            let after = chunk[at + 1..].chars().next();
            at > 0 && after.is_some_and(|c| c.is_alphanumeric() || c == '/')
        });
        is_dotted
            || chunk.starts_with(['#', '/'])
            || chunk.contains(['@', '_', '\\'])
            || chunk.contains("://")
    }

    /// Whether words stand in quotation marks by themselves.
    fn is_spoken_of(&self, some: Range<usize>) -> bool {
        let text = self.passage.text();
        let words = self.words.span(some);
        let before = text[..words.start].chars().next_back();
        let after = text[words.end..].trim_start_matches([',', '.']);
        before.is_some_and(|c| "“‘\"'".contains(c)) && after.starts_with(['”', '’', '"', '\''])
    }
}
