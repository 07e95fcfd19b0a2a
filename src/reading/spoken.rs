//! What is read as a word, and how.

use super::chunk::Chunk;
use crate::words::runs;

/// Hands every word of a chunk over, with where it begins there.
pub(super) fn words<'t>(chunk: &Chunk<'t>, mut take: impl FnMut(usize, &'t str)) {
    if let Some((at, word)) = chunk.plain_word() {
        take(at, word);
        return;
    }
    let inner = chunk.text.trim_matches(|c: char| !c.is_alphanumeric());
    if is_initials(inner) {
        take(chunk.text.find(inner).unwrap_or(0), inner);
    } else if !is_address(chunk.text, inner) {
        for span in runs(chunk.text, 0..chunk.text.len()) {
            let word = &chunk.text[span.clone()];
            if !word.contains(char::is_numeric) {
                take(span.start, word);
            }
        }
    }
}

/// Whether a chunk is the address of a page or a mailbox, or a file’s name.
fn is_address(chunk: &str, inner: &str) -> bool {
    inner.contains(['.', '@']) || chunk.contains("://")
}

/// Whether there is a full stop between all letters: `e.g`.
fn is_initials(written: &str) -> bool {
    let parts = written.split('.');
    written.contains('.') && parts.into_iter().all(is_letter)
}

fn is_letter(written: &str) -> bool {
    written.chars().count() == 1 && written.chars().all(char::is_alphabetic)
}

/// Whether a word belongs to the number before it, as in `9 a.m.`
pub(super) fn is_time(word: &str, before: &str) -> bool {
    before.as_bytes().last().is_some_and(u8::is_ascii_digit)
        && ["am", "pm", "a.m", "p.m"].contains(&word)
}

/// How many syllables are heard when a word is read out; `shouted` if all
/// that is around it is in capitals as well.
pub(super) fn syllables(word: &str, shouted: bool) -> usize {
    let letters = if shouted { None } else { letters_spoken(word) };
    letters.unwrap_or_else(|| super::syllables(word))
}

/// How many syllables a word has that is read out letter by letter: `e.g`,
/// `PDF`, `DSLs`. Long ones that can be spoken are not: `CEOP`.
fn letters_spoken(word: &str) -> Option<usize> {
    let second = *word.as_bytes().get(1)?;
    if !second.is_ascii_uppercase() && second != b'.' {
        return None;
    }
    let singular = ["'s", "’s", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let capitals = singular.bytes().all(|byte| byte.is_ascii_uppercase());
    if !capitals && !is_initials(singular) {
        return None;
    }
    let vowel = singular.find(['A', 'E', 'I', 'O', 'U', 'Y']);
    if capitals && singular.len() > SPELT && vowel.is_some_and(|at| at < SPOKEN) {
        return None;
    }
    let letters = singular.chars().filter(|c| c.is_alphabetic());
    // W has three.
    Some(
        letters
            .map(|c| if matches!(c, 'W' | 'w') { 3 } else { 1 })
            .sum(),
    )
}

/// Capitals of at most so many are read out one by one.
const SPELT: usize = 3;

/// Nobody speaks so many consonants together at the beginning: `PSHE`.
const SPOKEN: usize = 3;
