//! Notes of a text: the numbers where they are used, and the list at its foot.
//!
//! In: the uses as they are come upon, and the text of each note. Out: both
//! printed. Must never number a note by where its text stands: of a note that
//! this reader does not have there is no number either.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Blocks, Printer};
use crate::views::Panel;

/// Notes, numbered in the order in which they are first used.
#[derive(Default)]
pub(super) struct Notes {
    order: Vec<String>,
    numbers: BTreeMap<String, usize>,
    pub(super) bodies: BTreeMap<String, String>,
}

impl<P: Panel, B: Blocks<P>> Printer<'_, '_, P, B> {
    /// The number of a note, where it is used.
    pub(super) fn note(&mut self, label: &str) {
        let known = self.notes.numbers.get(label).copied();
        let number = known.unwrap_or(self.notes.order.len() + 1);
        // Only the first use can be come back to.
        let id = if known.is_none() {
            self.notes.numbers.insert(label.to_owned(), number);
            self.notes.order.push(label.to_owned());
            format!(" id=\"{}\"", self.used(number))
        } else {
            String::new()
        };
        let said = self.said(number);
        let _ = write!(self.out, "<sup><a href=\"#{said}\"{id}>");
        self.say("prose.note", &[("number", &number.to_string())]);
        self.out.push_str("</a></sup>");
    }

    /// The id of where a note is used first.
    fn used(&self, number: usize) -> String {
        format!("_use-{}", self.place.number(number))
    }

    /// The id of what it says.
    fn said(&self, number: usize) -> String {
        format!("_note-{}", self.place.number(number))
    }

    /// Prints the notes that were used, in the order of their use.
    pub(super) fn finish(&mut self) {
        if self.notes.order.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"notes\" aria-label=\"");
        match self.place.title() {
            Some(title) => self.say("prose.notes-on", &[("title", title)]),
            None => self.say("prose.notes", &[]),
        }
        self.out.push_str("\"><ol>\n");
        for (at, label) in std::mem::take(&mut self.notes.order).iter().enumerate() {
            let number = at + 1;
            let body = self.notes.bodies.remove(label).unwrap_or_default();
            let (said, used) = (self.said(number), self.used(number));
            let _ = write!(self.out, "<li id=\"{said}\">{body}<p><a href=\"#{used}\">");
            self.say("prose.back", &[("number", &number.to_string())]);
            self.out.push_str("</a></p></li>\n");
        }
        self.out.push_str("</ol></section>\n");
    }
}
