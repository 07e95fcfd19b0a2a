//! Two vowels that stand together, and are heard one after the other.

use super::letters::Letters;

/// Whether the n-th letter, which follows a vowel, begins a syllable:
/// `ra-di-o`, but `na-tion`.
pub(super) fn part(word: &Letters, at: usize) -> bool {
    let before = word.before(at - 1);
    let rest = word.from(at + 1);
    let first = !word.has_vowel_before(at - 1);
    let begins = |list: &[&str]| list.iter().any(|with| rest.starts_with(with.as_bytes()));
    let is = |list: &[&str]| list.iter().any(|whole| rest == whole.as_bytes());
    let ends = |list: &[&str]| list.iter().any(|with| before.ends_with(with.as_bytes()));
    match (word.all()[at - 1], word.all()[at]) {
        (b'i', second @ (b'a' | b'e' | b'o' | b'u')) => after_i(before, second, rest),
        // Korea and area; create and creation, react and real-ise; cereal.
        (b'e', b'a') => {
            is(&["", "s"]) && !first && ends(&["d", "h", "l", "r"])
                || ends(&["cr"]) && begins(&["te", "tiv", "ting", "tion", "tor"])
                || before == b"r" && begins(AFTER_REA)
                || !first && ends(&["r"]) && is(&["l", "ls"])
        }
        (b'e', b'i') => begins(&["ng"]) || before == b"r" && begins(AFTER_REI) && rest.len() > 3,
        // Video and geography, but people, surgeon and George.
        (b'e', b'o') => {
            let soft = ends(&["g"]) && (!first || begins(&["r"]) && !begins(&["ra", "ri"]));
            !(soft || begins(&["pl", "pard"]))
        }
        // Museum; reunite and reuse.
        (b'e', b'u') => is(&["m", "ms"]) || before == b"r" && begins(&["n", "s"]),
        (b'u', b'a') => !(ends(&["s"]) && begins(&["d", "ge"])),
        (b'u', b'e') => begins(&["l", "nt", "nc", "t"]) || is(&["r", "rs"]),
        (b'u', b'i') => begins(&["ng", "ti", "ty"]),
        (b'u', b'o') => before != b"fl",
        (b'o', b'e') => ends(&["p"]) && begins(&["m", "t"]) || before == b"c",
        (b'o', b'i') => begins(&["ng"]) || is(&["c", "cs"]),
        (b'o', b'o') => before == b"c" && begins(&["perat", "rdin"]),
        (b'o', b'a') => rest.is_empty() && !ends(&["c"]) || ends(&["i"]),
        (b'a', b'o') => begins(&["r", "s"]),
        (b'a', b'i') => is(&["c", "cs"]),
        (b'i' | b'y', b'i') | (b'u', b'u') => true,
        (b'y', b'o') if begins(&["ne"]) => true,
        // Cyan and dryer, but vine-yard and dyed.
        (b'y', _) => first && !before.is_empty() && !rest.is_empty() && !is(&["d", "s"]),
        _ => false,
    }
}

/// What follows `re` as a beginning, where the next part begins with a.
const AFTER_REA: &[&str] = &["ct", "dj", "dm", "ff", "ll", "li", "pp", "rr", "ss", "wa"];

/// What follows `re` as a beginning, where the next part begins with i.
const AFTER_REI: &[&str] = &["nc", "nf", "ns", "nt", "nv"];

/// Whether the vowel after an i begins a syllable. After c, g, s, t and x the
/// two are one sound: `spe-cial`, `re-gion`.
fn after_i(before: &[u8], second: u8, rest: &[u8]) -> bool {
    let begins = |list: &[&str]| list.iter().any(|with| rest.starts_with(with.as_bytes()));
    let is = |list: &[&str]| list.iter().any(|whole| rest == whole.as_bytes());
    let first = !before
        .iter()
        .any(|letter| super::letters::is_vowel(*letter));
    let soft = matches!(before.last(), Some(b'c' | b'g' | b's' | b't' | b'x'));
    // Fa-mil-iar and mil-lion have a y there.
    let l = before.ends_with(b"l") && !first && is(&["n", "ns", "r", "rs"]);
    match second {
        b'a' if soft => is(ASSOCIATE) || begins(&["lit", "nit", "st"]),
        b'a' => !(begins(&["ge"]) || l || before.ends_with(b"ll") && begins(&["m", "n"])),
        b'o' if soft || before.ends_with(b"sh") => rest.is_empty() || begins(&["log"]),
        b'o' => !(l || is(&["n", "ns", "r", "rs"]) && before.ends_with(b"n")),
        b'u' => !soft,
        _ => {
            is(&["t", "th", "ths", "ts", "ty", "ties"])
                || begins(&["tar", "tor"])
                || first && begins(&["te", "tl", "tn"])
                || is(&["r", "rs", "st", "l", "ls"]) && !first
                || is(&["n", "ns"]) && !soft
                || begins(&["nce", "nt"]) && (!soft || first && before.ends_with(b"c"))
        }
    }
}

/// What follows the two vowels of `associate`.
const ASSOCIATE: &[&str] = &["sm", "te", "ted", "tes", "ting", "tion", "tions", "tive"];
