//! Tables: every column, row and cell of them for readers of its own.
//!
//! A table has a layer for each voice that writes in it. What children see
//! (groups, rows, answers, in their words) is drawn in their layer alone; what
//! grown-ups read of it, and the rows and groups that are theirs, in the layer
//! of parents; and the rest in that of staff.

mod written;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{Voice, title, words};

use written::table;

/// What one voice writes in a table.
#[derive(Debug, Clone)]
pub(crate) struct Layer {
    action: bool,
    says_so: bool,
    title: String,
    /// Taken one after the other, and from the beginning again.
    words: Vec<String>,
    /// Whether what may be left out is there, in the same way.
    flags: Vec<bool>,
    columns: Vec<(Index, Column)>,
    rows: Vec<(Index, Row)>,
}

/// A group, or an action.
#[derive(Debug, Clone)]
struct Column {
    child: String,
    /// What each answer comes to, and a word for children.
    answers: Vec<(&'static str, Option<String>)>,
}

#[derive(Debug, Clone)]
struct Row {
    child: String,
    /// Which answer it has in each group, or whether an action follows.
    picks: Vec<Index>,
    narrow: bool,
}

/// Tables for everybody.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenTables(Vec<Layer>);

/// What parents read of the children's tables, and tables of their own.
#[derive(Debug, Clone)]
pub(crate) struct ParentsTables {
    of_children: Vec<Layer>,
    own: Vec<Layer>,
}

/// What staff read of others' tables, and tables of their own.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffTables {
    of_others: Vec<Layer>,
    own: Vec<Layer>,
}

fn column(voice: Voice) -> impl Strategy<Value = Column> {
    let means = prop::sample::select(vec!["yes", "ask", "no"]);
    let answer = (means, prop::option::of(words(voice)));
    (title(voice), vec(answer, 1..4)).prop_map(|(child, answers)| Column { child, answers })
}

fn row(voice: Voice) -> impl Strategy<Value = Row> {
    (words(voice), vec(any::<Index>(), 5), any::<bool>()).prop_map(|(child, picks, narrow)| Row {
        child,
        picks,
        narrow,
    })
}

fn layer(voice: Voice, least: usize) -> impl Strategy<Value = Layer> {
    (
        any::<(bool, bool)>(),
        title(voice),
        vec(words(voice), 9),
        vec(any::<bool>(), 7),
        vec((any::<Index>(), column(voice)), least..3),
        vec((any::<Index>(), row(voice)), least..4),
    )
        .prop_map(
            |((action, says_so), title, words, flags, columns, rows)| Layer {
                action,
                says_so,
                title,
                words,
                flags,
                columns,
                rows,
            },
        )
}

/// How many of the children's tables there can be.
const MOST: usize = 2;

pub(crate) fn children() -> impl Strategy<Value = ChildrenTables> {
    vec(layer(Voice::Children, 1), 0..=MOST).prop_map(ChildrenTables)
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsTables> {
    let of_children = vec(layer(Voice::Parents, 0), MOST);
    (of_children, vec(layer(Voice::Parents, 1), 0..2))
        .prop_map(|(of_children, own)| ParentsTables { of_children, own })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffTables> {
    let of_others = vec(layer(Voice::Staff, 0), 0..=MOST + 1);
    (of_others, vec(layer(Voice::Staff, 1), 0..2))
        .prop_map(|(of_others, own)| StaffTables { of_others, own })
}

/// Writes the tables; says which there are to be shown.
pub(crate) fn write(
    children: &ChildrenTables,
    parents: &ParentsTables,
    staff: &StaffTables,
    known: &mut Known,
    files: &mut Files,
) {
    let mut of_others = staff.of_others.iter();
    for (n, layer) in children.0.iter().enumerate() {
        let mut layers = vec![
            (Voice::Children, layer),
            (Voice::Parents, &parents.of_children[n]),
        ];
        layers.extend(of_others.next().map(|layer| (Voice::Staff, layer)));
        known.tables.children.push(table(&layers, n, files));
    }
    for (n, layer) in parents.own.iter().enumerate() {
        let mut layers = vec![(Voice::Parents, layer)];
        layers.extend(of_others.next().map(|layer| (Voice::Staff, layer)));
        known.tables.parents.push(table(&layers, n, files));
    }
    for (n, layer) in staff.own.iter().enumerate() {
        known
            .tables
            .staff
            .push(table(&[(Voice::Staff, layer)], n, files));
    }
}
