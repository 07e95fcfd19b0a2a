//! The phrases that editors use for a label, by how sure it is that they do.
//!
//! In: words in small letters with single spaces. Out: whom they name. A
//! phrase that anybody might write for another reason is a label only where
//! something sets it off; that is for those who ask to find out.

use crate::audience::{Audience, Audiences};

/// How much like a label a phrase is, from what needs most around it to what
/// needs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// In brackets, or with another sign before it: `[staff]`.
    Signed,
    /// Also in strong or slanted letters on a line of its own: *For staff*.
    Slanted,
    /// Also on a line of its own, or before a colon: “Note for staff: …”.
    Aside,
    /// Even bare: nobody means anything else by “Staff only”.
    Bare,
}

/// The most words that a phrase has.
pub(super) const MOST_WORDS: usize = 8;

/// Those for whom a school keeps what is not for the web.
const INSIDERS: [&str; 5] = ["staff", "teachers", "governors", "slt", "dsl"];

/// Words that may come before a phrase, and a sign after them.
const PREAMBLE: [&str; 7] = [
    "note",
    "nb",
    "important",
    "please",
    "confidential",
    "private",
    "internal",
];

/// Words that may stand around “staff only” and leave it what it is.
const FILLERS: [&str; 19] = [
    "only",
    "for",
    "the",
    "all",
    "school",
    "teaching",
    "support",
    "office",
    "members",
    "member",
    "of",
    "and",
    "volunteers",
    "use",
    "eyes",
    "strictly",
    "section",
    "notes",
    "information",
];

/// Whom a phrase names, if it is one that editors use for a label.
pub(super) fn named(phrase: &str) -> Option<(Audiences, Strength)> {
    Some(match phrase {
        "staff" => (Audiences::STAFF, Strength::Signed),
        "parents" => (Audience::Parents.into(), Strength::Signed),
        "for staff" => (Audiences::STAFF, Strength::Slanted),
        "note for staff" | "notes for staff" | "note to staff" | "staff note" | "staff notes"
        | "audience staff" | "readers staff" => (Audiences::STAFF, Strength::Aside),
        "not for parents"
        | "not for parents or children"
        | "not for parents or pupils"
        | "not for children or parents"
        | "not for pupils or parents" => (Audiences::STAFF, Strength::Bare),
        "parents only" | "for parents only" | "only for parents" => {
            (Audience::Parents.into(), Strength::Bare)
        }
        _ if keeps_in(phrase) => (Audiences::STAFF, Strength::Bare),
        _ => return None,
    })
}

/// Whether a phrase keeps something for those who work at the school: “staff
/// only”, “strictly for teaching staff only”, “governors and staff only”.
fn keeps_in(phrase: &str) -> bool {
    let mut only = 0;
    let mut whom = false;
    for word in phrase.split(' ') {
        if INSIDERS.contains(&word) {
            whom = true;
        } else if !FILLERS.contains(&word) && !is_preamble(word) {
            return false;
        }
        only += usize::from(word == "only");
    }
    whom && only == 1
}

/// Whether a sign may follow these words, and the phrase still comes.
pub(super) fn is_preamble(words: &str) -> bool {
    words.split(' ').all(|word| PREAMBLE.contains(&word))
}

/// The words of a text in small letters, without signs.
pub(super) fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
