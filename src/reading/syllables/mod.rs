//! How many syllables a word has.
//!
//! In: an English word, as it is written. Out: a number, at least one. Spelling
//! says little of sound, so this is a guess by rules: vowels that stand
//! together are one syllable, unless [`pairs`] knows better; an e that only
//! marks the vowel before it is none ([`silent`]); what both get wrong and
//! schools write is listed ([`stems`]). How often the guess is right is
//! measured against dictionaries by `tests/reading`. Must never
//! hold a dictionary itself.

mod letters;
mod pairs;
mod silent;
mod stems;

use letters::{Bits, Letters};

/// The syllables of `word`, which may have an apostrophe in it.
pub fn syllables(word: &str) -> usize {
    // The curly apostrophe has three bytes, of which this is the first.
    let apostrophe = word.bytes().position(|byte| matches!(byte, b'\'' | 0xe2));
    let (stem, ending) = word.split_at(apostrophe.unwrap_or(word.len()));
    let ending = ending.trim_start_matches(['\'', '’']);
    // The n belongs to the ending: `did-n’t`.
    let stem = match ending {
        "t" | "T" => stem.strip_suffix(['n', 'N']).unwrap_or(stem),
        _ => stem,
    };
    let Some(letters) = Letters::of(stem) else {
        return stem.len() / LETTERS_IN_A_SYLLABLE;
    };
    let counted = in_stem(&letters).max(1);
    match ending {
        "" => counted,
        // O’Leary, o’clock.
        name if stem.len() == 1 => counted + syllables(name),
        ending => counted + in_ending(&letters, ending),
    }
}

/// Of a string of letters that is too long for a word.
const LETTERS_IN_A_SYLLABLE: usize = 3;

/// Syllables of a word without an apostrophe.
fn in_stem(word: &Letters) -> usize {
    let heard = word.heard();
    // Vowels that stand together are one, unless they part.
    let groups = (heard & !(heard << 1)).count_ones() as usize;
    let second = Bits(heard & (heard << 1));
    let parted = second.filter(|at| pairs::part(word, *at)).count();
    let count = groups + parted + consonants(word);
    let count = count.saturating_sub(silent::vowels(word));
    count.saturating_add_signed(stems::correction(word))
}

/// Consonants that are a syllable by themselves: `prism`, `rhythm`.
fn consonants(word: &Letters) -> usize {
    let last = matches!(
        word.all(),
        [.., b's', b'm']
            | [.., b's', b'm', b's']
            | [.., b't', b'h', b'm']
            | [.., b't', b'h', b'm', b's']
    );
    let first = matches!(word.all(), [b'm', b'c', _, _, ..]);
    usize::from(last) + usize::from(first)
}

/// Syllables that an ending adds: `James’s`, `didn’t`, `it’ll`.
fn in_ending(stem: &Letters, ending: &str) -> usize {
    let adds = match ending {
        "s" | "S" => stem.hisses(),
        // Haven’t, but aren’t and can’t.
        "t" | "T" => match stem.all() {
            [.., b'r', b'e'] => false,
            all => all.ends_with(b"e") || !stem.ends_in_vowel(),
        },
        "ll" | "ve" | "d" | "LL" | "VE" | "D" => !stem.ends_in_vowel(),
        _ => false,
    };
    usize::from(adds)
}

#[cfg(test)]
mod tests;
