//! What is printed to be filled in by hand: the forms of values that
//! checklists and agreements share.
//!
//! In: what one file says. Out: words that can stand beside a box or a line to
//! write on, and findings at their places. Must never let a box through that
//! an editor drew: every box is printed empty.

use std::collections::BTreeMap;

use super::sink::{Ids, Sink};
use super::{DUPLICATE_ID, spanned};
use crate::load::raw::At;
use crate::source::Spanned;

/// The ids of a kind of record that has a file for each, with that file.
pub(super) type FileIds = BTreeMap<String, String>;

/// The most letters of a line; a long paragraph has half as many.
const LONGEST: usize = 1_000;

/// Boxes and ticks, as word processors and telephones write them.
const BOXES: [char; 16] = [
    '☐', '☑', '☒', '✓', '✔', '✗', '✘', '✅', '❌', '□', '▢', '◻', '⬜', '■', '▪', '\u{f0a8}',
];

impl Sink<'_> {
    /// An id that is fit to be one, and that no other file of its kind has.
    pub(super) fn own_id(&mut self, id: &Spanned<String>, what: &str, taken: &mut FileIds) {
        self.id(id, what, &mut Ids::new());
        if id.value.is_empty() {
            return;
        }
        let Some(other) = taken.get(&id.value) else {
            taken.insert(id.value.clone(), self.file.path().to_owned());
            return;
        };
        let message = format!("The {what} in {other} has the id “{}” already.", id.value);
        let help = format!("Give this {what} an id of its own, or delete one of the two files.");
        self.report(&DUPLICATE_ID, id, message, help);
    }

    /// A text that stands beside a box or a line to write on.
    pub(super) fn line(&mut self, text: At<String>) -> Spanned<String> {
        let text = spanned(text);
        let words = text.value.trim();
        if words.chars().nth(LONGEST).is_some() {
            self.value(
                &text,
                format!("This is longer than {LONGEST} letters, too long for a line of a form."),
                "Make it shorter, or move what explains it to a page.",
            );
        } else if words.contains(BOXES) || is_bracketed(words) {
            self.value(
                &text,
                "A box or a tick is drawn here.",
                "Take it out. On paper each line has an empty box of its own.",
            );
        }
        text.map(|words| words.trim().to_owned())
    }

    /// A text that may be left out.
    pub(super) fn line_if(&mut self, text: Option<At<String>>) -> Option<Spanned<String>> {
        text.map(|text| self.line(text))
    }

    /// Holds a list to a length that can be read and printed.
    pub(super) fn at_most<T>(&mut self, most: usize, what: &str, list: &[At<T>]) {
        if let Some(first) = list.get(most) {
            self.value(
                &Spanned::new((), first.span()),
                format!("There are more than {most} {what}, too many for one form."),
                "Part the record into several, each with a file and an id of its own.",
            );
        }
    }
}

/// `[ ] …` or `[x] …`, as tasks are written on pages.
fn is_bracketed(words: &str) -> bool {
    let mut letters = words.trim_start_matches(['-', '*', ' ']).chars();
    let first = [letters.next(), letters.next(), letters.next()];
    matches!(first, [Some('['), Some(' ' | 'x' | 'X'), Some(']')])
}
