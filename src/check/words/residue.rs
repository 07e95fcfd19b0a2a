//! What a template leaves to be chosen is chosen, and what it leaves to be
//! written is written ([`gaps`](super::gaps)).
//!
//! It knows a few words for one thing, and is silent about any other stroke
//! (`and/or`, `parents/carers`).

use super::{Found, Read};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};

/// Nothing is left that a template left open (seeds O25).
pub(crate) static TEMPLATE_RESIDUE: Rule = Rule {
    name: "template-residue",
    severity: Severity::Warning,
    summary: "Where a template leaves something to be chosen or filled in, a text has what the school says.",
    explanation: explained!("template-residue"),
};

/// Words for one thing, of which a school uses one; of a term of two words the
/// last is on the left of the stroke, and the first on its right.
const CHOICES: [Choice; 6] = [
    Choice {
        left: &["pupil", "pupils", "student", "students"],
        right: &["pupil", "pupils", "student", "students"],
    },
    Choice {
        left: &["headteacher", "head", "principal"],
        right: &["headteacher", "head", "principal"],
    },
    // Of “Head Teacher/Principal”.
    Choice {
        left: &["teacher"],
        right: &["principal"],
    },
    Choice {
        left: &["school", "schools", "academy", "academies"],
        right: &["school", "schools", "academy", "academies", "mat", "trust"],
    },
    Choice {
        left: &["authority", "mat", "trust"],
        right: &["academy", "local", "mat", "multi", "trust"],
    },
    Choice {
        left: &["governors", "body", "directors", "trustees"],
        right: &["governors", "directors", "trustees"],
    },
];

/// One of them.
struct Choice {
    left: &'static [&'static str],
    right: &'static [&'static str],
}

impl Choice {
    fn is(&self, left: &str, right: &str) -> bool {
        left != right && self.left.contains(&left) && self.right.contains(&right)
    }
}

/// Whether a choice could stand in a text, marks and all.
pub(super) fn may_stand_in(text: &str) -> bool {
    text.match_indices('/').any(|(at, _)| {
        let word = text[at + 1..].trim_start_matches([' ', '*', '_']);
        let end = word.find(|c: char| !c.is_alphabetic());
        let word = &word[..end.unwrap_or(word.len())];
        let mut right = CHOICES.iter().flat_map(|choice| choice.right);
        right.any(|right| word.eq_ignore_ascii_case(right))
    })
}

/// Each choice that is left open, in plain words: those of a link may be the
/// title of somebody else’s paper.
pub(super) fn found(read: &Read<'_>, found: &mut Vec<Found>) {
    for at in 1..read.len() {
        let is_stroke = read.between(at - 1).trim() == "/";
        let (left, right) = (read.plain(at - 1), read.plain(at));
        let is_choice = || CHOICES.iter().any(|choice| choice.is(left, right));
        if is_stroke
            && read.is_plain(at - 1)
            && read.is_plain(at)
            && is_choice()
            && !read.is_address(at)
        {
            let both = at - 1..at + 1;
            found.push((said(read.written(both.clone())), read.words.span(both)));
        }
    }
}

fn said(written: &str) -> Said {
    (
        &TEMPLATE_RESIDUE,
        format!("“{written}” is a choice that a template for many kinds of school leaves open."),
        "Write the one that your school says, here and wherever it stands.".to_owned(),
    )
}
