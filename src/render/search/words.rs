//! The words of texts, as the search compares them.
//!
//! In: texts. Out: their words in small letters, each with the text it stands
//! in. `assets/search.js` takes what a reader types apart in the same way:
//! whoever changes one changes the other.

use std::ops::Range;

use crate::words::{push_plain, runs};

/// Shorter is no word to look for.
const SHORTEST: usize = 2;

/// Longer is an address or a slip.
const LONGEST: usize = 30;

/// Numbers with more figures are telephone numbers, which nobody searches for.
const FIGURES: usize = 4;

/// The words of some texts, one behind the other in one piece: a site has a
/// million of them, and a word by itself would cost more than its letters.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: String,
    placed: Vec<Placed>,
}

/// Where a word is.
#[derive(Debug)]
struct Placed {
    letters: Range<usize>,
    /// The number of the text that it stands in.
    text: usize,
}

impl Words {
    /// The words of one text.
    pub(super) fn of(text: &str) -> Words {
        let mut words = Words::default();
        words.put(0, text);
        words
    }

    /// Adds the words of a text, or of more of it.
    pub(super) fn put(&mut self, number: usize, text: &str) {
        for word in runs(text, 0..text.len()) {
            let word = &text[word];
            if word.is_ascii() {
                self.put_word(number, word);
                continue;
            }
            let mut small = String::new();
            push_plain(&mut small, word);
            // A letter can have a mark beside it once it is small, and a mark
            // is no letter.
            for part in runs(&small, 0..small.len()) {
                self.put_word(number, &small[part]);
            }
        }
    }

    fn put_word(&mut self, number: usize, word: &str) {
        let ours = ["'s", "'S"].iter().find_map(|end| word.strip_suffix(end));
        let start = self.letters.len();
        for part in ours.unwrap_or(word).split('\'') {
            push_plain(&mut self.letters, part);
        }
        if is_word(&self.letters[start..]) {
            self.placed.push(Placed {
                letters: start..self.letters.len(),
                text: number,
            });
        } else {
            self.letters.truncate(start);
        }
    }

    /// Sorts them, and leaves each once for each of the texts.
    pub(super) fn sort(&mut self) {
        let Words { letters, placed } = self;
        let word = |placed: &Placed| (&letters[placed.letters.clone()], placed.text);
        placed.sort_unstable_by(|one, other| word(one).cmp(&word(other)));
        placed.dedup_by(|one, other| word(one) == word(other));
    }

    /// The words in order, each with the number of its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        let placed = self.placed.iter();
        placed.map(|word| (&self.letters[word.letters.clone()], word.text))
    }
}

fn is_word(word: &str) -> bool {
    let length = word.chars().count();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    (SHORTEST..=LONGEST).contains(&length) && (!is_number || length <= FIGURES)
}
