//! The words of a text, and the sentences that they stand in.
//!
//! In: a text as it is read, put together from the parts of its source
//! ([`Passage`]). Out: its words, one by one, each with its place, and the
//! phrases that stand among them ([`Phrases`]). Must never know what a text is
//! about, nor whom it is for.

mod firsts;
mod phrases;
mod stops;

use std::cell::OnceCell;
use std::ops::Range;

pub use firsts::Firsts;
pub use phrases::{Capitals, Phrases};
pub use stops::ends_sentence;

/// A text that is read in one go: a paragraph, a heading, a cell of a table,
/// an entry of a list, or a value of a record.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// What it is on its page.
    pub stands: Stands,
    text: String,
    pieces: Vec<Piece>,
    /// Its words, once somebody has asked for them: many do.
    listed: OnceCell<Listed>,
}

/// The words of a passage, by themselves.
#[derive(Debug, Clone, Default)]
struct Listed {
    words: Vec<Word>,
    /// Each of them in small letters and with straight apostrophes, one behind
    /// the other.
    plain: String,
    /// Where each of those ends.
    ends: Vec<usize>,
}

/// What a passage is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stands {
    /// Part of the running text.
    #[default]
    Text,
    /// A heading.
    Heading,
    /// The text of a note, which is printed at the foot of the page.
    Note,
}

/// A part of a passage that was written in one way.
#[derive(Debug, Clone)]
struct Piece {
    /// Where it begins in the passage.
    start: usize,
    /// Where it was written.
    origin: Range<usize>,
    mark: Mark,
}

/// How a part of a passage was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As plain words.
    Plain,
    /// As the words of a link or of a picture: they are printed as they are.
    Fixed,
    /// As code.
    Code,
    /// As a reference without words of its own: what stands here is its
    /// target, which nobody reads.
    Reference,
}

/// The words of a passage.
#[derive(Debug, Clone, Copy)]
pub struct Words<'p> {
    passage: &'p Passage,
    listed: &'p Listed,
}

/// A word of a passage.
#[derive(Debug, Clone)]
pub struct Word {
    /// The bytes of the passage.
    pub span: Range<usize>,
    /// How it was written.
    pub mark: Mark,
    /// In which sentence of the passage it stands, from 0.
    pub sentence: usize,
}

impl Passage {
    /// A passage without a word yet.
    pub fn new(stands: Stands) -> Passage {
        Passage {
            stands,
            text: String::new(),
            pieces: Vec::new(),
            listed: OnceCell::new(),
        }
    }

    /// A text without any marks, which was written at `origin`.
    pub fn plain(text: &str, origin: Range<usize>) -> Passage {
        let mut passage = Passage::new(Stands::Text);
        passage.push(text, origin, Mark::Plain);
        passage
    }

    /// Begins anew, in the room that was taken already.
    pub fn begin(&mut self, stands: Stands) {
        self.stands = stands;
        self.text.clear();
        self.pieces.clear();
        self.listed.take();
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds what was written at `origin`.
    pub fn push(&mut self, text: &str, origin: Range<usize>, mark: Mark) {
        self.listed.take();
        self.pieces.push(Piece {
            start: self.text.len(),
            origin,
            mark,
        });
        self.text.push_str(text);
    }

    /// The text as it is read, with the targets of references in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its parts in order, each with how it was written.
    pub fn parts(&self) -> impl Iterator<Item = (Range<usize>, Mark)> {
        let ends = self.pieces.iter().skip(1).map(|next| next.start);
        let ends = ends.chain([self.text.len()]);
        let parts = self.pieces.iter().zip(ends);
        parts.map(|(piece, end)| (piece.start..end, piece.mark))
    }

    /// Where a stretch of the passage was written.
    pub fn origin(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.place(span.start).start;
        let last = span.end.max(span.start + 1) - 1;
        start..self.place(last).end.max(start)
    }

    /// Where a byte of the passage was written: exactly, unless what is read
    /// differs from what was typed.
    fn place(&self, at: usize) -> Range<usize> {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        let Some(piece) = after.checked_sub(1).and_then(|i| self.pieces.get(i)) else {
            return 0..0;
        };
        let end = self.pieces.get(after).map_or(self.text.len(), |p| p.start);
        if piece.origin.len() == end - piece.start {
            let at = piece.origin.start + (at - piece.start);
            at..at + 1
        } else {
            piece.origin.clone()
        }
    }

    /// Its words, in order. An apostrophe inside a word is part of it; all
    /// else that is no letter and no digit parts words.
    pub fn words(&self) -> Words<'_> {
        Words {
            passage: self,
            listed: self.listed.get_or_init(|| self.listed()),
        }
    }

    fn listed(&self) -> Listed {
        let words = self.parted();
        let mut plain = String::with_capacity(self.text.len());
        let mut ends = Vec::with_capacity(words.len());
        for word in &words {
            push_plain(&mut plain, &self.text[word.span.clone()]);
            ends.push(plain.len());
        }
        Listed { words, plain, ends }
    }

    fn parted(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut sentence = 0;
        for (index, piece) in self.pieces.iter().enumerate() {
            let end = self.pieces.get(index + 1);
            let stretch = piece.start..end.map_or(self.text.len(), |next| next.start);
            let spans = if piece.mark == Mark::Reference {
                vec![stretch]
            } else {
                runs(&self.text, stretch)
            };
            for span in spans {
                if let Some(last) = words.last_mut()
                    && (last.span.end, last.mark) == (span.start, piece.mark)
                    && piece.mark != Mark::Reference
                {
                    // Emphasis can begin or end within a word.
                    last.span.end = span.end;
                    continue;
                }
                sentence += usize::from(self.ends_sentence(words.last(), span.start));
                words.push(Word {
                    span,
                    mark: piece.mark,
                    sentence,
                });
            }
        }
        words
    }

    /// Whether a sentence ends between a word and `at`.
    fn ends_sentence(&self, last: Option<&Word>, at: usize) -> bool {
        let Some(last) = last else {
            return false;
        };
        // Of a reference, what stands here is not what is read.
        let begin = match last.mark {
            Mark::Reference => last.span.end,
            Mark::Plain | Mark::Fixed | Mark::Code => last.span.start,
        };
        // Nearly all words have a space behind them, and nothing else.
        if begin == last.span.start && &self.text[last.span.end..at] == " " {
            return false;
        }
        let mut read = begin;
        let mut chunks = self.text[begin..at].split_inclusive(char::is_whitespace);
        chunks.any(|chunk| {
            read += chunk.len();
            let parted = chunk.ends_with(char::is_whitespace);
            parted && ends_sentence(chunk.trim_end(), self.text[read..].trim_start())
        })
    }
}

impl Words<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.listed.words.is_empty()
    }

    /// The word at a place, if there is one.
    pub fn get(&self, at: usize) -> Option<&Word> {
        self.listed.words.get(at)
    }

    /// What stands in the passage at a place; nothing beyond the last word.
    pub fn said(&self, at: usize) -> &str {
        let word = self.get(at);
        word.map_or("", |word| &self.passage.text[word.span.clone()])
    }

    /// The same in small letters and with straight apostrophes.
    pub fn plain(&self, at: usize) -> &str {
        let Some(end) = self.listed.ends.get(at) else {
            return "";
        };
        let before = at
            .checked_sub(1)
            .map_or(0, |before| self.listed.ends[before]);
        &self.listed.plain[before..*end]
    }

    /// The bytes of the passage that some of the words take up.
    pub fn span(&self, some: Range<usize>) -> Range<usize> {
        let some = self.listed.words.get(some).unwrap_or_default();
        match (some.first(), some.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            (_, _) => 0..0,
        }
    }

    /// The words around some of a sentence that belong to it: `most` on either
    /// side, since a sentence can be a whole page.
    pub fn around(&self, some: Range<usize>, most: usize) -> Range<usize> {
        let sentence = self.get(some.start).map(|word| word.sentence);
        let is_of = |at: &usize| self.get(*at).map(|word| word.sentence) == sentence;
        let before = (some.start.saturating_sub(most)..some.start).rev();
        let start = before.take_while(is_of).last().unwrap_or(some.start);
        let after = some.end..some.end + most;
        start
            ..after
                .take_while(is_of)
                .last()
                .map_or(some.end, |last| last + 1)
    }
}

/// A word, or some, in small letters and with straight apostrophes.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    push_plain(&mut plain, word);
    plain
}

/// Adds a word to others, in small letters and with straight apostrophes.
pub(crate) fn push_plain(plain: &mut String, word: &str) {
    let start = plain.len();
    if word.is_ascii() {
        plain.push_str(word);
        plain[start..].make_ascii_lowercase();
    } else {
        // A capital sigma depends on what is around it.
        plain.push_str(&word.to_lowercase().replace('’', "'"));
    }
}

/// Whether an apostrophe, straight or curly.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The words of a stretch of text. Every text of a site comes through here
/// more than once, and nearly all of it is ASCII.
pub(crate) fn runs(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (start, part) = (stretch.start, &text[stretch]);
    let letter_at = |at: usize| match part.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => part[at..].starts_with(char::is_alphanumeric),
        None => false,
    };
    let mut open: Option<usize> = None;
    let mut at = 0;
    while let Some(byte) = part.as_bytes().get(at) {
        let c = if byte.is_ascii() {
            char::from(*byte)
        } else {
            part[at..].chars().next().unwrap_or_default()
        };
        let next = at + c.len_utf8();
        let inside = letter_at(at) || (is_apostrophe(c) && open.is_some() && letter_at(next));
        match (inside, open) {
            (true, None) => open = Some(at),
            (false, Some(begun)) => {
                runs.push(start + begun..start + at);
                open = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
        at = next;
    }
    runs.extend(open.map(|begun| start + begun..start + part.len()));
    runs
}

#[cfg(test)]
mod tests;
