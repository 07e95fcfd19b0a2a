//! Permission tables and action tables.

use std::sync::Arc;

use crate::audience::{Audiences, Guarded};
use crate::model::Site;
use crate::source::{SourceFile, Spanned};

/// A table that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(usize);

impl TableId {
    pub(super) fn new(index: usize) -> TableId {
        TableId(index)
    }
}

/// Who may do what, or what follows from what.
#[derive(Debug)]
pub struct Table {
    /// The file that it was read from.
    pub file: Arc<SourceFile>,
    /// What blocks call it.
    pub id: Spanned<String>,
    /// What it is about, to grown-ups.
    pub title: String,
    /// What it is about, to children.
    pub child: Option<String>,
    /// Who may see it.
    pub readers: Audiences,
    /// A sentence or two above it, for grown-ups.
    pub intro: Option<String>,
    /// Where it came from, for staff.
    pub source: Option<Guarded<String>>,
    /// What it says.
    pub says: TableSays,
}

/// What a table says.
#[derive(Debug)]
pub enum TableSays {
    /// Who may do what: one answer for each row and group.
    Permission {
        /// The columns, each for its own readers.
        groups: Vec<Guarded<Group>>,
        /// What may be done, each row for its own readers. Its cells are one
        /// for each group, in the order of the groups.
        rows: Vec<Guarded<Row<Given>>>,
    },
    /// What follows from what: a set of actions for each row.
    Action {
        /// All that can follow.
        actions: Vec<Action>,
        /// What happened, each row for its own readers. Its cells are what
        /// follows, in the order of the actions.
        rows: Vec<Guarded<Row<Follows>>>,
    },
}

/// Those for whom, or the devices for which, each row has an answer.
#[derive(Debug)]
pub struct Group {
    /// What rows call it.
    pub id: Spanned<String>,
    /// What it is called, to grown-ups.
    pub title: String,
    /// What it is called, to children.
    pub child: Option<String>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub heading: Option<String>,
    /// The answers that a row can have, besides `not-stated`.
    pub answers: Vec<Answer>,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
}

/// An answer that a group has.
#[derive(Debug)]
pub struct Answer {
    /// What rows call it.
    pub id: Spanned<String>,
    /// What it says to grown-ups.
    pub label: String,
    /// What it comes to. Where children see the group, it is known.
    pub means: Option<Meaning>,
    /// What it says to children, where the meaning alone is not enough.
    pub child: Option<String>,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
}

/// What an answer comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// It may be done.
    Yes,
    /// It may be done when somebody has said so, or at some times.
    Ask,
    /// It may not be done.
    No,
}

/// What may be done, or what happened.
#[derive(Debug)]
pub struct Row<Cell> {
    /// In words for grown-ups.
    pub label: String,
    /// In words for children.
    pub child: Option<String>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<String>,
    /// The law that it is about; for grown-ups.
    pub law: Option<String>,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
    /// What the table says of it.
    pub cells: Vec<Cell>,
}

/// The answer of one group.
#[derive(Debug)]
pub struct Given {
    /// Which of the group's answers, by its place among them. Without one it
    /// is not stated, which is no “no”.
    pub answer: Option<usize>,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
}

/// What can follow from what happened.
#[derive(Debug)]
pub struct Action {
    /// What rows call it.
    pub id: Spanned<String>,
    /// What it is, to grown-ups.
    pub title: String,
    /// What it is, to children.
    pub child: Option<String>,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
}

/// What follows.
#[derive(Debug)]
pub struct Follows {
    /// Which of the table's actions, by its place among them.
    pub action: usize,
    /// On what condition, for grown-ups; always without one.
    pub when: Option<String>,
}

impl Site {
    /// The table with this id.
    pub fn table(&self, id: TableId) -> &Table {
        &self.handbook.tables[id.0]
    }

    /// The table that blocks call `name`.
    pub fn find_table(&self, name: &str) -> Option<TableId> {
        let mut tables = self.handbook.tables.iter();
        tables.position(|table| table.id.value == name).map(TableId)
    }
}
