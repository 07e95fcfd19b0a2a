//! An e that is written and not heard.

use super::letters::{Letters, is_vowel};

/// How many vowels of `word` only mark the one before them.
pub(super) fn vowels(word: &Letters) -> usize {
    let unheard = usize::from(at_the_end(word)) + usize::from(inside(word));
    // Bas-ic-ally has three syllables.
    unheard + usize::from(word.all().ends_with(b"ically") && word.len() > 7)
}

/// Whether the last e is silent: in `note`, `notes` and `stayed`. It is heard
/// after t and d in `waited`, where an s hisses in `houses`, and after an l or
/// an r that has a consonant before it: `table`, `centre`.
fn at_the_end(word: &Letters) -> bool {
    let all = word.all();
    let (stem, ending) = match all {
        [stem @ .., b'e'] => (stem, b'e'),
        [stem @ .., b'e', last @ (b's' | b'd')] => (stem, *last),
        _ => return false,
    };
    let [.., before, last] = stem else {
        return false;
    };
    // Fire and entire, but Yorkshire.
    if *last == b'r' && matches!(before, b'i' | b'y') {
        let ahead = &stem[..stem.len() - 2];
        let quire = ahead.ends_with(b"qu");
        return !quire && (ahead.ends_with(b"sh") || ahead.last().copied().is_none_or(is_vowel));
    }
    let consonant = !is_vowel(*last) || *last == b'y' && is_vowel(*before);
    if !consonant {
        // League and cheque.
        return matches!((before, last), (b'g' | b'q', b'u')) && stem.len() > 3 && ending != b'd';
    }
    let hisses = match ending {
        b's' => matches!(
            (before, last),
            (_, b'c' | b'g' | b's' | b'x' | b'z') | (b'c' | b's', b'h')
        ),
        b'd' => matches!(last, b'd' | b't'),
        _ => false,
    };
    let liquid =
        matches!(last, b'l' | b'r') && !is_vowel(*before) && !matches!(before, b'l' | b'r');
    !hisses && !liquid
}

/// Whether there is a silent e inside, where two words were joined
/// (`home-work`) or an ending was added (`care-ful`).
fn inside(word: &Letters) -> bool {
    let all = word.all();
    word.inner_es().any(|at| {
        let tail = word.from(at + 1);
        let consonant = !is_vowel(all[at - 1]) || all[at - 1] == b'y';
        consonant && (is_head(&all[..=at], tail) || is_tail(word, at))
    })
}

/// Whether the first part is a word that others are joined to.
fn is_head(head: &[u8], tail: &[u8]) -> bool {
    let has_vowel = tail.iter().any(|letter| is_vowel(*letter));
    has_vowel
        && !is_vowel(tail[0])
        && !tail.starts_with(b"ver")
        && heads(head[0]).iter().any(|known| known.as_bytes() == head)
}

/// Whether what follows the e is joined to words that end in one.
fn is_tail(word: &Letters, at: usize) -> bool {
    let tail = word.from(at + 1);
    let all = word.all();
    if !word.has_vowel_before(at - 1)
        || TAILS
            .binary_search_by(|known| known.as_bytes().cmp(tail))
            .is_err()
    {
        return false;
    }
    // Not in `settlement` or `gentleman`.
    let l = all[at - 1] == b'l' && (tail.starts_with(b"ment") || !is_vowel(all[at - 2]));
    !l && all[at - 1] != b'y'
}

/// Words that others are joined to, by their first letter.
fn heads(first: u8) -> &'static [&'static str] {
    match first {
        b'b' => &["base"],
        b'c' => &["care", "case", "cheese"],
        b'e' => &["else", "eye"],
        b'f' => &["face", "file", "fire", "five", "fore"],
        b'g' => &["game", "grape", "grave"],
        b'h' => &["home", "hope", "horse", "house"],
        b'i' => &["ice"],
        b'l' => &["life", "live", "love"],
        b'm' => &["make"],
        b'n' => &["name", "nine", "note"],
        b'p' => &["pipe", "price"],
        b's' => &[
            "safe", "shore", "side", "smoke", "snake", "some", "space", "spoke", "stage", "stone",
            "store",
        ],
        b't' => &["take", "tape", "there", "time", "trade"],
        b'w' => &["wave", "where", "white"],
        _ => &[],
    }
}

/// What words that end in e are joined to, and endings that they get; sorted.
#[rustfmt::skip]
const TAILS: [&str; 60] = [
    "back", "ball", "balls", "bell", "berry", "bird", "board", "boards", "body", "bone", "book",
    "books", "box", "craft", "day", "days", "fish", "ful", "fully", "holder", "holders", "hood", "how",
    "keeper", "keepers", "land", "less", "lessly", "lessness", "line", "lines", "ly", "maker",
    "makers", "man", "mark", "marks", "master", "men", "ment", "ments", "ness", "room", "rooms",
    "shop", "some", "thing", "time", "times", "town", "ville", "ward", "way", "ways", "where", "wise",
    "wood", "work", "worker", "works",
];
