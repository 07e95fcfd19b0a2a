//! Counting, while a text is read aloud.

use std::borrow::Cow;
use std::ops::Range;

use super::chunk::Chunk;
use super::vocabulary::Vocabulary;
use super::{Reading, Sentence, Word, spoken};
use crate::words::{Mark, Passage, ends_sentence};

/// Fewer words without a mark at their end are a label and no sentence: “Yes”
/// in a cell of a table, or the name of a section.
const SENTENCE: usize = 3;

/// A word of so many syllables is hard.
const HARD: usize = 3;

/// How many of the longest sentences are kept.
const LONGEST: usize = 3;

/// How many of the hardest words are kept.
const HARDEST: usize = 5;

/// Counts what it reads.
pub struct Counter<'k> {
    reading: Reading,
    vocabulary: &'k mut Vocabulary,
}

impl<'k> Counter<'k> {
    /// A counter for readers who know some words.
    pub fn with(vocabulary: &'k mut Vocabulary) -> Counter<'k> {
        Counter {
            reading: Reading::default(),
            vocabulary,
        }
    }

    /// Reads a passage. Its end ends a sentence, whatever stands there.
    pub fn read(&mut self, passage: &Passage) {
        let text = aloud(passage);
        let shouted = !text.chars().any(char::is_lowercase);
        let mut open = Open::default();
        let mut before = "";
        let mut at = 0;
        while let Some(chunk) = Chunk::after(&text, at) {
            at = chunk.at + chunk.text.len();
            spoken::words(&chunk, |within, word| {
                if !spoken::is_time(word, before) {
                    let syllables = self.vocabulary.syllables(word, shouted);
                    let begin = chunk.at + within;
                    open.add(begin..begin + word.len(), syllables);
                }
            });
            if chunk.may_end() && ends_sentence(chunk.text, text[at..].trim_start()) {
                self.end(passage, &open);
                open.clear();
            }
            before = chunk.text;
        }
        if open.words >= SENTENCE {
            self.end(passage, &open);
        }
    }

    /// What was counted.
    pub fn finish(self) -> Reading {
        self.reading
    }

    /// Counts a sentence that has ended.
    fn end(&mut self, passage: &Passage, open: &Open) {
        if open.words == 0 {
            return;
        }
        self.reading.words += open.words;
        self.reading.sentences += 1;
        self.reading.syllables += open.syllables;
        self.long(Sentence {
            span: passage.origin(&open.span),
            words: open.words,
        });
        for (span, syllables) in &open.hard {
            self.hard(Word {
                written: passage.text()[span.clone()].to_owned(),
                span: passage.origin(span),
                syllables: *syllables,
            });
        }
    }

    /// Keeps a sentence if it is among the longest.
    fn long(&mut self, sentence: Sentence) {
        let longest = &mut self.reading.longest;
        let at = longest.partition_point(|other| other.words >= sentence.words);
        if at < LONGEST {
            longest.insert(at, sentence);
            longest.truncate(LONGEST);
        }
    }

    /// Keeps a word if it is among the hardest and new.
    fn hard(&mut self, word: Word) {
        let hardest = &mut self.reading.hardest;
        let at = hardest.partition_point(|other| other.syllables >= word.syllables);
        let is_new = |other: &Word| !other.written.eq_ignore_ascii_case(&word.written);
        if at < HARDEST && hardest.iter().all(is_new) {
            hardest.insert(at, word);
            hardest.truncate(HARDEST);
        }
    }
}

/// The sentence that is open.
#[derive(Default)]
struct Open {
    words: usize,
    syllables: usize,
    /// From its first word to its last.
    span: Range<usize>,
    /// Its hard words: where they are, and how hard.
    hard: Vec<(Range<usize>, usize)>,
}

impl Open {
    fn add(&mut self, word: Range<usize>, syllables: usize) {
        if self.words == 0 {
            self.span.start = word.start;
        }
        self.span.end = word.end;
        self.words += 1;
        self.syllables += syllables;
        if syllables >= HARD {
            self.hard.push((word, syllables));
        }
    }

    fn clear(&mut self) {
        (self.words, self.syllables) = (0, 0);
        self.hard.clear();
    }
}

/// What is heard of a passage, byte for byte in its place: of code nothing, and
/// of a reference one short word, for readers know what it prints as a name.
fn aloud(passage: &Passage) -> Cow<'_, str> {
    let is_heard = |mark| matches!(mark, Mark::Plain | Mark::Fixed);
    if passage.parts().all(|(_, mark)| is_heard(mark)) {
        return Cow::Borrowed(passage.text());
    }
    let mut heard = String::with_capacity(passage.text().len());
    for (span, mark) in passage.parts() {
        let read = match mark {
            Mark::Plain | Mark::Fixed => &passage.text()[span.clone()],
            Mark::Reference => "x",
            Mark::Code => "",
        };
        heard.push_str(read);
        let rest = span.len().saturating_sub(read.len());
        heard.extend(std::iter::repeat_n(' ', rest));
    }
    Cow::Owned(heard)
}
