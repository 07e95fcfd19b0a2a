//! Where one table is read: what both kinds of table have in common.
//!
//! In: parts of the file. Out: words and readers of rows, and findings, but
//! none that only follow from what was wrong when the file was read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{CELLS, ROWS, Sink, TABLE_CHILD, TABLE_SHAPE, audiences, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Rule;
use crate::load::raw::{At, RawRow, RawTable};
use crate::model::assemble::{READERS, RECORD_VALUE};
use crate::source::Spanned;

/// What a table is as a whole.
pub(super) struct Head {
    /// Its title, at which what is missing from the whole is told.
    pub(super) title: Spanned<String>,
    /// Where its kind stands.
    pub(super) kind: Spanned<()>,
    /// Whom it is for.
    pub(super) readers: Audiences,
    /// Where it says so, if it does.
    pub(super) listed: Option<Range<usize>>,
    /// Where a reader can be added to it.
    pub(super) widened_by: &'static str,
    /// Whether its readers could be read.
    pub(super) sure: bool,
}

/// Where a table is read.
pub(super) struct Desk<'a> {
    pub(super) sink: Sink<'a>,
    /// Where each group, action and row begins, in order.
    parts: Vec<usize>,
    /// Rows by what they say, so that none is there twice.
    labels: BTreeMap<[String; 3], usize>,
    told: usize,
}

/// Findings of one file that anybody reads.
const ENOUGH: usize = 100;

/// The most letters of what stands in every row.
const SHORT: usize = 200;

impl<'a> Desk<'a> {
    pub(super) fn at(sink: Sink<'a>, raw: &RawTable) -> Desk<'a> {
        let groups = raw.group.iter().map(|group| group.span().start);
        let actions = raw.action.iter().map(|action| action.span().start);
        let rows = raw.row.iter().map(|row| row.span().start);
        let mut parts: Vec<usize> = groups.chain(actions).chain(rows).collect();
        parts.sort_unstable();
        Desk {
            sink,
            parts,
            labels: BTreeMap::new(),
            told: 0,
        }
    }

    /// Whether nothing was wrong with the file when it was read.
    pub(super) fn is_whole(&self) -> bool {
        !self.sink.is_mended(&(0..self.sink.file.text().len() + 1))
    }

    /// Whether something was wrong with the part of the file that begins at a
    /// byte, when it was read.
    pub(super) fn is_mended_at(&self, start: usize) -> bool {
        let next = self.parts.partition_point(|part| *part <= start);
        let end = self.parts.get(next).copied();
        let end = end.unwrap_or(self.sink.file.text().len() + 1);
        self.sink.is_mended(&(start..end))
    }

    /// Notes a problem, unless there are too many to be read.
    pub(super) fn tell<T>(
        &mut self,
        rule: &'static Rule,
        at: &Spanned<T>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.told += 1;
        if self.told <= ENOUGH {
            self.sink.report(rule, at, message, help);
        }
    }

    /// Says how many problems were not told.
    pub(super) fn done(mut self, head: &Head) {
        let more = self.told.saturating_sub(ENOUGH);
        if more > 0 {
            self.sink.report(
                &TABLE_SHAPE,
                &head.title,
                format!("This table has {more} more problems than are shown."),
                "Mend those that are shown first, and check again.",
            );
        }
    }

    /// A text that stands in many rows, so that it must be short.
    pub(super) fn short(&mut self, text: At<String>) -> String {
        let text = spanned(text);
        if text.value.chars().nth(SHORT).is_some() {
            self.tell(
                &RECORD_VALUE,
                &text,
                format!("This is longer than {SHORT} letters, and stands in many rows."),
                "Write a few words here, and the rest as a note = \"…\".",
            );
        }
        text.value
    }

    /// A list that is no longer than can be read side by side.
    pub(super) fn at_most<T>(&mut self, most: usize, what: &str, list: &mut Vec<At<T>>) {
        if let Some(first) = list.get(most) {
            let place = Spanned::new((), first.span());
            let message = format!("There are more than {most} {what}, which nobody can read.");
            let help = "Part it into several tables, each with a file and an id of its own.";
            self.tell(&TABLE_SHAPE, &place, message, help);
            list.truncate(most);
        }
    }

    /// The rows under this many columns, of which there must be some and not
    /// too many; `example` is what a row says besides its label.
    pub(super) fn rows(
        &mut self,
        rows: &mut Vec<At<RawRow>>,
        (columns, example): (usize, &str),
        head: &Head,
    ) {
        if rows.is_empty() && self.is_whole() {
            self.tell(
                &TABLE_SHAPE,
                &head.title,
                "This table has no rows.",
                format!(
                    "Write [[row]] on a line of its own, and below it label = \"…\" and {example}, once for each row."
                ),
            );
        }
        self.at_most(ROWS.min(CELLS / columns.max(1)), "rows", rows);
    }

    /// Whom a row is for.
    pub(super) fn row_readers(&mut self, row: &RawRow, head: &Head) -> Audiences {
        let Some(list) = &row.readers else {
            return head.readers;
        };
        let readers = audiences(list);
        let wider = readers.without(head.readers.or(Audiences::STAFF));
        if !wider.is_empty() && head.sure {
            self.tell(
                &READERS,
                &Spanned::new((), list.span()),
                format!("This row is for {wider}, but the table is not."),
                format!("Take {wider} out of this list, or {}.", head.widened_by),
            );
        }
        readers.and(head.readers)
    }

    /// A row says something that no other row says, and says it to children
    /// in their words.
    pub(super) fn row_words(&mut self, row: &RawRow, start: usize, readers: Audiences) {
        let inner = |text: Option<&At<String>>| text.map(|text| text.get_ref().clone());
        let label = spanned(row.label.clone());
        if self.is_mended_at(start) {
            return;
        }
        let key = [
            inner(row.section.as_ref()).unwrap_or_default(),
            label.value.clone(),
            inner(row.law.as_ref()).unwrap_or_default(),
        ];
        let first = *self.labels.entry(key).or_insert(start);
        if first != start {
            let line = self.sink.file.line_column(first).0;
            self.tell(
                &TABLE_SHAPE,
                &label,
                format!("The row on line {line} says the same."),
                "Delete one of the two, or say how they differ.",
            );
        }
        if readers.contains(Audience::Children) && row.child.is_none() {
            let others = readers.without(Audience::Children.into());
            let others = others.or(Audiences::STAFF).iter();
            let others: Vec<String> = others.map(|reader| format!("\"{reader}\"")).collect();
            self.tell(
                &TABLE_CHILD,
                &label,
                "This row is shown to children, but has no words for them.",
                format!(
                    "Add child = \"…\", or keep the row from them: for = [{}]",
                    others.join(", ")
                ),
            );
        }
    }

    /// Whoever the table is for finds a row in it.
    pub(super) fn something_for_all(&mut self, seen: Audiences, head: &Head) {
        let without = head.readers.without(seen.or(Audiences::STAFF));
        if !without.is_empty() && self.is_whole() {
            self.tell(
                &TABLE_SHAPE,
                &head.title,
                format!("This table is for {without}, but none of its rows is."),
                format!("Add {without} to the “for” of a row, or take them out of the table's."),
            );
        }
    }
}
