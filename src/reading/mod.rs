//! How hard a text is to read.
//!
//! In: the passages of a text, as one reader gets it. Out: a [`Reading`]: how
//! many words, sentences and syllables it has, its grade by the formula of
//! Flesch and Kincaid, its longest sentences and its hardest words, each with
//! its place. A pure function that knows no page and no record. Must never
//! score what nobody reads as a word: numbers, times, addresses, code; nor what
//! a record prints, which no editor of the page can word otherwise.
//!
//! What is counted, and how sure it is, is told in `docs/reading.md`.

mod chunk;
mod count;
mod grade;
mod spoken;
mod syllables;
mod vocabulary;

use std::ops::Range;

pub use count::Counter;
pub use grade::Grade;
pub use syllables::syllables;
pub use vocabulary::Vocabulary;

/// What was read of a text. All spans are bytes of where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Words that are read.
    pub words: usize,
    /// Sentences, or what stands for one: an entry of a list, a heading.
    pub sentences: usize,
    /// Syllables of all the words.
    pub syllables: usize,
    /// The longest sentences, the longest first.
    pub longest: Vec<Sentence>,
    /// The words with the most syllables, the hardest first, each where it
    /// stands first.
    pub hardest: Vec<Word>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first word to its last.
    pub span: Range<usize>,
    /// How many words it has.
    pub words: usize,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is read.
    pub written: String,
    /// Where.
    pub span: Range<usize>,
    /// How many syllables it has.
    pub syllables: usize,
}

/// A text of fewer words is too short to be graded: see `docs/reading.md` for
/// how far off its grade would be.
pub const ENOUGH_WORDS: usize = 50;

impl Reading {
    /// The grade; nothing if there is too little to go by.
    pub fn grade(&self) -> Option<Grade> {
        (self.words >= ENOUGH_WORDS).then(|| Grade::of(self))
    }
}

#[cfg(test)]
mod tests;
