//! The words at which a rule of this room looks twice.
//!
//! Asked of a whole page, before it is taken apart: most pages have none.

use std::sync::LazyLock;

use super::spelling;
use crate::words::Firsts;

/// In small letters and in order; those that are spelt wrong stand elsewhere.
const KEYS: [&str; 25] = [
    "above",
    "appendices",
    "appendix",
    "attached",
    "below",
    "cell",
    "click",
    "column",
    "delete",
    "document",
    "insert",
    "license",
    "licenses",
    "lorem",
    "menu",
    "overleaf",
    "practice",
    "program",
    "programs",
    "section",
    "sections",
    "sidebar",
    "tba",
    "tbc",
    "tbd",
];

/// Those that count with a number behind them.
const BEFORE_NUMBERS: [&str; 4] = ["page", "pages", "p", "pp"];

/// Those that count with certain words behind them, and what stands for a gap.
const WITH_OTHERS: [&str; 6] = ["could", "should", "thread", "would", "xx", "xxx"];

/// How all of these begin, and those that are spelt wrong.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let own = [&KEYS[..], &BEFORE_NUMBERS, &WITH_OTHERS];
    Firsts::of(own.into_iter().flatten().copied().chain(spelling::wrong()))
});

/// The longest word that is looked for, in letters.
const LONGEST: usize = 20;

/// Whether one of the words could stand in a text, marks and all.
pub(super) fn stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if length > 0 && is_key(&rest[..length], &rest[length..]) {
            return true;
        }
        at += length + 1;
    }
    false
}

fn is_key(word: &[u8], after: &[u8]) -> bool {
    if !FIRSTS.may_hold(word) {
        return false;
    }
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else {
        return false;
    };
    small.copy_from_slice(word);
    small.make_ascii_lowercase();
    let Ok(small) = str::from_utf8(small) else {
        return false;
    };
    let is_number = || {
        let mut after = after.iter().filter(|b| !matches!(b, b' ' | b'.' | b'\n'));
        after.next().is_some_and(u8::is_ascii_digit)
    };
    KEYS.binary_search(&small).is_ok()
        || ["could", "should", "would"].contains(&small) && after.starts_with(b" of ")
        || small == "thread" && after.starts_with(b" throughout")
        || BEFORE_NUMBERS.contains(&small) && is_number()
        || word.len() > 1 && word.iter().all(|b| *b == b'X')
        || spelling::is_wrong(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_in_order() {
        assert!(KEYS.is_sorted());
    }

    #[test]
    fn a_key_is_a_whole_word() {
        assert!(stand_in("See the table **below**.") && stand_in("on page 12"));
        assert!(stand_in("BEHAVIOR") && stand_in("01632 XXXXXX"));
        assert!(!stand_in("this page, belowdecks, behaviour") && !stand_in("X"));
    }
}
