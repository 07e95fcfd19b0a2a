//! Which pages need not be printed again, for whoever looks again and again.
//!
//! In: a page of a view, and what is the same on all of them. Out: a number
//! for all that its print is made of; while that is the same, so is the print.
//! Must never leave anything out that a template can see.

use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write};

use serde::Serialize;

use crate::views::{PageKind, PageView, Panel};

/// A number for a page; none for one that shows more than its own view, which
/// is printed every time: there are a dozen of those.
pub(super) fn of_page<P: Panel>(frame: u64, page: &PageView<'_, P>) -> Option<u64> {
    (page.kind == PageKind::Page).then(|| number(&(frame, page, &page.prose)))
}

/// A number for whatever a template can be given.
pub(super) fn number(value: &impl Serialize) -> u64 {
    let mut written = Numbered::default();
    // Nothing is written anywhere that could be full, and a map of ours has
    // texts for its keys.
    serde_json::to_writer(&mut written, value).expect("a view can be written down");
    written.0.finish()
}

/// What is written to it is made a number of.
#[derive(Default)]
struct Numbered(DefaultHasher);

impl Write for Numbered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
