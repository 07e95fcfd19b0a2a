//! What stands there twice by a slip: a word, an entry of a list, a full stop.
//!
//! Some words are said twice on purpose (“very very”, “Duran Duran”), and some
//! are in order (“the phone that we had had”). So of short words only those
//! count that nobody says twice.

use std::ops::Range;

use super::{Found, Read};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::words::Mark;

/// Nothing stands there twice (seeds O27).
pub(super) static DOUBLED_WORD: Rule = Rule {
    name: "doubled-word",
    severity: Severity::Warning,
    summary: "No word, entry of a list or full stop stands there twice by a slip.",
    explanation: explained!("doubled-word"),
};

/// Short words that nobody says twice on purpose.
const SHORT: [&str; 53] = [
    "a", "all", "an", "and", "any", "app", "are", "as", "at", "be", "been", "but", "by", "can",
    "each", "for", "from", "has", "have", "his", "how", "if", "into", "is", "it", "its", "may",
    "must", "not", "of", "or", "our", "she", "such", "than", "the", "their", "them", "then",
    "they", "this", "was", "we", "were", "when", "who", "will", "with", "work", "you", "your",
    "kept", "keep",
];
/// The same, unless the first belongs to the word before it: “log in in the
/// morning”.
const PARTICLES: [&str; 7] = ["in", "off", "on", "out", "over", "to", "up"];
/// Words to which those belong.
const WITH_PARTICLES: [&str; 44] = [
    "are", "be", "been", "belong", "belongs", "check", "checked", "come", "comes", "get", "go",
    "goes", "going", "hand", "handed", "hands", "is", "keep", "listen", "log", "logged", "logging",
    "logs", "move", "moved", "pass", "passed", "put", "sign", "signed", "signing", "signs",
    "speak", "spoke", "stay", "switch", "switched", "talk", "talked", "turn", "turned", "was",
    "went", "were",
];
/// Long words that are said twice on purpose.
const ON_PURPOSE: [&str; 22] = [
    "again", "baby", "bang", "cheep", "crunch", "gently", "hello", "knock", "little", "never",
    "night", "please", "pretty", "quack", "quickly", "quietly", "really", "slowly", "softly",
    "there", "twinkle", "wakey",
];
/// A word of fewer letters is short.
const LONG: usize = 5;

/// Whether something could stand there twice in a text, marks and all.
pub(super) fn may_stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut last: Range<usize> = 0..0;
    let mut at = 0;
    while at < bytes.len() {
        let is_word = |b: &&u8| b.is_ascii_alphanumeric() || **b >= 0x80;
        let length = bytes[at..].iter().take_while(is_word).count();
        if length == 0 {
            if bytes[at..].starts_with(b"..") {
                return true;
            }
            at += 1;
            continue;
        }
        let word = at..at + length;
        // Only marks of emphasis, a comma and white space can stand between.
        if word.len() == last.len()
            && word.start - last.end <= 8
            && bytes[word.clone()].eq_ignore_ascii_case(&bytes[last.clone()])
            && !bytes[last.end..word.start].contains(&b'|')
        {
            return true;
        }
        at = word.end;
        last = word;
    }
    false
}

/// All that stands there twice.
pub(super) fn found(read: &Read<'_>, found: &mut Vec<Found>) {
    for at in 1..read.len() {
        if !read.is_read(at - 1) || !read.is_read(at) || read.plain(at - 1) != read.plain(at) {
            continue;
        }
        // “in in-app games”, “x86, x86_64”
        if read.between(at).starts_with(['-', '_']) {
            continue;
        }
        let is_slip = match read.between(at - 1).trim() {
            "" => is_slip(read, at),
            "," => is_listed(read.words.said(at)),
            _ => false,
        };
        if is_slip {
            let both = at - 1..at + 1;
            let said = twice(read.written(both.clone()), read.words.said(at));
            found.push((said, read.words.span(both)));
        }
    }
    stops(read, found);
}

/// Whether a word behind itself is there by a slip.
fn is_slip(read: &Read<'_>, at: usize) -> bool {
    let word = read.plain(at);
    let said = read.words.said(at);
    // “The the” is spoken of where no word follows.
    let is_article = ["a", "an", "the"].contains(&word) && !read.between(at).trim().is_empty();
    // “What it is is a game.”
    let is_what = word == "is" && read.has_beside(at, &["what"]);
    if is_article || is_what || read.is_spoken_of(at - 1..at + 1) {
        return false;
    }
    let is_third = read.before(at, 2) == word || read.plain(at + 1) == word;
    let is_shouted = said.len() > 1 && said.chars().all(char::is_uppercase);
    let is_name = read.has_capital(at) && read.has_capital(at - 1) && !is_shouted;
    if word.chars().all(char::is_numeric) || is_name && !SHORT.contains(&word) {
        return false;
    }
    if PARTICLES.contains(&word) {
        return !WITH_PARTICLES.contains(&read.before(at, 2));
    }
    let is_long = word.chars().count() >= LONG || said.contains(|c: char| c.is_ascii_digit());
    SHORT.contains(&word)
        || (is_long || is_shouted && word.len() > 2) && !is_third && !on_purpose(word)
}

fn on_purpose(word: &str) -> bool {
    ON_PURPOSE.contains(&word) || ["yes", "bye", "hip", "haha"].contains(&word)
}

/// Whether a word that stands behind itself and a comma is an entry of a list:
/// “KS1, KS1”, “pupils, pupils”.
fn is_listed(said: &str) -> bool {
    let has = |is: fn(&char) -> bool| said.chars().any(|c| is(&c));
    let is_key = has(char::is_ascii_digit) && has(|c| c.is_alphabetic());
    is_key || said.len() > LONG && said.ends_with('s') && said.chars().all(char::is_lowercase)
}

/// Two full stops, or two commas; three full stops stand for words left out.
fn stops(read: &Read<'_>, found: &mut Vec<Found>) {
    let text = read.passage.text();
    for (stretch, mark) in read.passage.parts() {
        if !matches!(mark, Mark::Plain | Mark::Fixed) {
            continue;
        }
        let part = &text[stretch.clone()];
        for (at, _) in part.match_indices("..") {
            let at = stretch.start + at;
            let after = &text[at + 2..];
            let is_end = after.is_empty() || after.starts_with([' ', '\n', '"', '”', ')']);
            let before = text[..at].chars().next_back();
            // “Wait.. and see” leaves something out.
            let goes_on = after.trim_start().starts_with(char::is_lowercase);
            let is_said = before.is_some_and(|c| c.is_alphabetic() || ")”\"’".contains(c));
            if is_end && is_said && !goes_on {
                let message = "Two full stops stand at the end of this sentence.".to_owned();
                let help = "Write one; for words that were left out, three.".to_owned();
                found.push(((&DOUBLED_WORD, message, help), at..at + 2));
            }
        }
    }
}

fn twice(written: &str, word: &str) -> Said {
    (
        &DOUBLED_WORD,
        format!("“{written}” says the same twice."),
        format!("Write “{word}” once, or the word that was meant."),
    )
}
