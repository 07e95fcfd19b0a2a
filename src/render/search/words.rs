//! The words of a text, as the search compares them.
//!
//! In: text. Out: its words in small letters. `assets/search.js` takes what a
//! reader types apart in the same way: whoever changes one changes the other.

use crate::words::{plain, runs};

/// Shorter is no word to look for.
const SHORTEST: usize = 2;

/// Longer is an address or a slip.
const LONGEST: usize = 30;

/// Numbers with more figures are telephone numbers, which nobody searches for.
const FIGURES: usize = 4;

/// The words of a text, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let text = plain(text);
    let words = runs(&text, 0..text.len()).into_iter().map(move |span| {
        let word = &text[span];
        word.strip_suffix("'s").unwrap_or(word).replace('\'', "")
    });
    words.filter(|word| is_word(word))
}

fn is_word(word: &str) -> bool {
    let length = word.chars().count();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    (SHORTEST..=LONGEST).contains(&length) && (!is_number || length <= FIGURES)
}
