//! Names that are looked for in what readers read, and how many records there
//! can be.

use super::sink::Sink;
use crate::load::raw::At;
use crate::source::Spanned;

/// The most letters of a name.
const LONGEST: usize = 200;

impl Sink<'_> {
    /// Whether a name can be one: it has a letter or a digit, and is no longer
    /// than anybody would write it.
    pub(super) fn phrase(&mut self, name: &Spanned<String>) -> bool {
        if self.is_mended(&name.span) {
            return false;
        }
        if !name.value.contains(char::is_alphanumeric) {
            self.value(
                name,
                "There is no name here.",
                "Write it between the quotes, as people write it.",
            );
            return false;
        }
        if name.value.chars().nth(LONGEST).is_some() {
            self.value(
                name,
                format!("This name is longer than {LONGEST} letters."),
                "Write the name alone; more about it belongs on a page.",
            );
            return false;
        }
        true
    }

    /// Holds the entries of a file to a number that can be read.
    pub(super) fn no_more_than<T>(&mut self, most: usize, what: &str, entries: &[At<T>]) {
        if let Some(first) = entries.get(most) {
            self.value(
                &Spanned::new((), first.span()),
                format!("There are more than {most} {what}; those from here on are left out."),
                "Take out what no page needs.",
            );
        }
    }
}
