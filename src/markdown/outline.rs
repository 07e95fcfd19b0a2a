//! The facts of a text that rules and views need.

use std::collections::BTreeSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use super::walk::Walk;
use super::{Fault, FaultKind};
use crate::reading::{Reading, Vocabulary};

/// What a text holds, besides its words. All spans are bytes of the text.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links, without references to records.
    pub links: Vec<Link>,
    /// Pictures.
    pub images: Vec<Image>,
    /// References to records: `[[role:dsl]]`.
    pub references: Vec<Reference>,
    /// Fenced blocks.
    pub fences: Vec<Fence>,
    /// Definitions of notes.
    pub notes: Vec<Note>,
    /// Labels of link definitions.
    pub definitions: Vec<Note>,
    /// Where a block is opened and never closed: all below it is taken for a
    /// part of the block.
    pub open_fences: BTreeSet<usize>,
    /// How hard it is to read, by its words as they are.
    pub reading: Reading,
    /// What cannot be.
    pub faults: Vec<Fault>,
    /// The headings by their ids, once one is asked for.
    by_id: OnceLock<Vec<usize>>,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, from its braces or from what was typed.
    pub id: String,
    /// What was typed, without marks.
    pub title: String,
    /// The labels in its braces, as in `.staff`, with spaces between them.
    pub label: String,
    /// Where.
    pub span: Range<usize>,
}

/// A link.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads, as written.
    pub dest: String,
    /// How it was written.
    pub kind: LinkKind,
    /// Where.
    pub span: Range<usize>,
}

/// How a link was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](dest)` or by a definition.
    Text,
    /// `<https://…>`
    Address,
    /// `<office@school.example>`
    Mailbox,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Image {
    /// The file, as written.
    pub dest: String,
    /// The words between the brackets.
    pub alt: String,
    /// Where.
    pub span: Range<usize>,
}

/// A reference to a record.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What stands before the pipe: `role:dsl`.
    pub target: String,
    /// Whether the editor gave the words to print.
    pub worded: bool,
    /// Where.
    pub span: Range<usize>,
}

/// A fenced block with a word after the fence.
#[derive(Debug, Clone)]
pub struct Fence {
    /// All that stands after the opening fence.
    pub info: String,
    /// What stands between the fences.
    pub body: String,
    /// Where each line of the body begins: in `body`, and in the text.
    pub lines: Vec<(usize, usize)>,
    /// The whole block.
    pub span: Range<usize>,
}

impl Fence {
    /// The place in the text of a byte of the body.
    pub fn origin(&self, offset: usize) -> usize {
        let at = self.lines.partition_point(|(line, _)| *line <= offset);
        match at.checked_sub(1).and_then(|i| self.lines.get(i)) {
            Some((line, origin)) => origin + (offset - line),
            None => self.span.start,
        }
    }
}

/// A definition of a note or of a link.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its label.
    pub label: String,
    /// Where.
    pub span: Range<usize>,
}

impl Outline {
    /// Whether there is a heading with this id.
    pub fn has_heading(&self, id: &str) -> bool {
        let of = |at: &usize| self.headings[*at].id.as_str();
        let by_id = self.by_id.get_or_init(|| {
            let mut by_id: Vec<usize> = (0..self.headings.len()).collect();
            by_id.sort_by(|one, other| of(one).cmp(of(other)));
            by_id
        });
        by_id.binary_search_by(|at| of(at).cmp(id)).is_ok()
    }

    /// Reads the facts of a text.
    pub fn of(text: &str) -> Outline {
        Outline::with(text, &mut Vocabulary::default())
    }

    /// Reads the facts of one text of many, whose words are remembered.
    pub fn with(text: &str, vocabulary: &mut Vocabulary) -> Outline {
        // The parser has panicked on odd input before; a page it cannot read
        // is a problem of that page, not the end of the run.
        catch_unwind(AssertUnwindSafe(|| Walk::over(text, vocabulary))).unwrap_or_else(|_| {
            Outline {
                faults: vec![Fault {
                    kind: FaultKind::Unreadable,
                    span: 0..text.len().min(1),
                }],
                ..Outline::default()
            }
        })
    }
}

#[cfg(test)]
mod tests;
