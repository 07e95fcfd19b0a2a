//! Words that are known: to readers, and from texts that were read before.

use std::collections::BTreeSet;

use super::spoken;

/// How many syllables words have.
///
/// Most words of a text stand there more than once, and in the next text
/// again; to count their syllables is what takes time. So words are remembered,
/// and whoever reads many texts for the same readers does it with one of these.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    taught: BTreeSet<String>,
    remembered: Vec<(u128, usize)>,
}

/// More words than most texts have.
const PLACES: usize = 1 << PLACES_BITS;

const PLACES_BITS: u32 = 11;

/// The letters that a word's key has room for.
const LETTERS: usize = 16;

/// What may follow a taught word without making another one of it.
const ENDINGS: [&str; 4] = ["'s", "’s", "s", "es"];

impl Default for Vocabulary {
    fn default() -> Vocabulary {
        Vocabulary::taught([])
    }
}

impl Vocabulary {
    /// For readers who were taught some terms: those count as easy, however
    /// long they are, as one syllable. Of a term of two words each is known.
    pub fn taught<'t>(terms: impl IntoIterator<Item = &'t str>) -> Vocabulary {
        let parts = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’');
        let words = terms.into_iter().flat_map(|term| term.split(parts));
        Vocabulary {
            taught: words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
            remembered: vec![(0, 0); PLACES],
        }
    }

    /// The syllables of a word; `shouted` if all that is around it is in
    /// capitals as well.
    pub(super) fn syllables(&mut self, word: &str, shouted: bool) -> usize {
        if word.len() > LETTERS || shouted {
            return self.counted(word, shouted);
        }
        let letters = word.bytes().map(u128::from);
        let key = letters.fold(0, |key, letter| key << 8 | letter);
        let place = place(key);
        // Where another word stands, this one pushes it out.
        if self.remembered[place].0 != key {
            self.remembered[place] = (key, self.counted(word, shouted));
        }
        self.remembered[place].1
    }

    fn counted(&self, word: &str, shouted: bool) -> usize {
        if self.was_taught(word) {
            1
        } else {
            spoken::syllables(word, shouted)
        }
    }

    /// Whether readers were taught a word, or what it is a form of.
    fn was_taught(&self, word: &str) -> bool {
        if self.taught.is_empty() {
            return false;
        }
        let word = word.to_lowercase();
        let singular = ENDINGS
            .iter()
            .filter_map(|ending| word.strip_suffix(ending));
        std::iter::once(word.as_str())
            .chain(singular)
            .any(|form| self.taught.contains(form))
    }
}

/// A number below [`PLACES`] that differs for most words.
fn place(key: u128) -> usize {
    let folded = (key ^ (key >> 64)) & u128::from(u64::MAX);
    let mixed = u64::try_from(folded)
        .unwrap_or(0)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> (u64::BITS - PLACES_BITS)).unwrap_or(0)
}
