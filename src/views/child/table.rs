//! Tables, as a child can see them: in their own words, and nothing else.

use serde::Serialize;

use crate::audience::Guarded;
use crate::model::{
    Action, Answer, Follows, Given, Group, Meaning, Row, Table, TableId, TableSays,
};
use crate::views::Desk;

/// A table, as a child sees it.
#[derive(Debug, Serialize)]
pub struct ChildTable {
    /// What it is about.
    pub title: String,
    /// What it says.
    pub says: ChildSays,
}

/// What a table says to a child.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum ChildSays {
    /// What they may do.
    Permission {
        /// What stands over the answers.
        columns: Vec<String>,
        /// What may be done; one answer for each column.
        rows: Vec<ChildRow<ChildAnswer>>,
    },
    /// What follows from what.
    Action {
        /// What happened, and what follows.
        rows: Vec<ChildRow<ChildFollows>>,
    },
}

/// A row, in words for children.
#[derive(Debug, Serialize)]
pub struct ChildRow<Cell> {
    /// What may be done, or what happened.
    pub label: String,
    /// What the table says of it.
    pub cells: Vec<Cell>,
}

/// An answer, as a word and a shape.
#[derive(Debug, Serialize)]
pub struct ChildAnswer {
    /// In words.
    pub words: String,
    /// `yes`, `ask`, `no` or `unsure`.
    pub shape: &'static str,
}

/// What follows, in words for children.
#[derive(Debug, Serialize)]
pub struct ChildFollows {
    /// What.
    pub words: String,
    /// Whether it depends on something; on what is for grown-ups.
    pub sometimes: bool,
}

/// The table, of which there are words for children: the check saw to it.
pub(super) fn table(desk: &Desk<'_>, id: TableId) -> ChildTable {
    let Table {
        file: _,
        id: _,
        title: _,
        child,
        readers: _,
        intro: _,
        source: _,
        says,
    } = desk.site.table(id);
    ChildTable {
        title: child.clone().unwrap_or_default(),
        says: match says {
            TableSays::Permission { groups, rows } => {
                let seen = desk.groups(groups);
                ChildSays::Permission {
                    columns: columns(desk, &seen),
                    rows: self::rows(desk, rows, |cells: &[Given]| {
                        let cells = seen
                            .iter()
                            .map(|(at, group)| answer(desk, &cells[*at], group));
                        cells.collect()
                    }),
                }
            }
            TableSays::Action { actions, rows } => ChildSays::Action {
                rows: self::rows(desk, rows, |cells: &[Follows]| {
                    let cells = cells.iter();
                    cells.filter_map(|cell| follows(cell, actions)).collect()
                }),
            },
        },
    }
}

/// What stands over the answers: a question, or whose they are.
fn columns(desk: &Desk<'_>, groups: &[(usize, &Group)]) -> Vec<String> {
    if groups.len() == 1 {
        return vec![desk.said("table.can-i", &[])];
    }
    let names = groups.iter().map(|(_, group)| {
        let Group {
            id: _,
            title: _,
            child,
            heading: _,
            answers: _,
            note: _,
        } = group;
        child.clone().unwrap_or_default()
    });
    names.collect()
}

/// The rows for children that have words for them.
fn rows<Cell, View>(
    desk: &Desk<'_>,
    rows: &[Guarded<Row<Cell>>],
    cells_of: impl Fn(&[Cell]) -> Vec<View>,
) -> Vec<ChildRow<View>> {
    let rows = rows.iter().filter_map(|row| {
        let Row {
            label: _,
            child,
            section: _,
            law: _,
            note: _,
            cells,
        } = row.reveal(&desk.reader)?;
        Some(ChildRow {
            label: child.clone()?,
            cells: cells_of(cells),
        })
    });
    rows.collect()
}

fn answer(desk: &Desk<'_>, cell: &Given, group: &Group) -> ChildAnswer {
    let Given { answer, note: _ } = cell;
    let said = answer.and_then(|at| group.answers.get(at)).map(|answer| {
        let Answer {
            id: _,
            label: _,
            means,
            child,
            note: _,
        } = answer;
        (*means, child.clone())
    });
    let (shape, key, words) = match said {
        Some((Some(Meaning::Yes), words)) => ("yes", "table.yes", words),
        Some((Some(Meaning::Ask), words)) => ("ask", "table.ask", words),
        Some((Some(Meaning::No), words)) => ("no", "table.no", words),
        // Nobody has decided: a child is never left with a guess.
        Some((None, _)) | None => ("unsure", "table.unsure", None),
    };
    ChildAnswer {
        words: words.unwrap_or_else(|| desk.said(key, &[])),
        shape,
    }
}

fn follows(cell: &Follows, actions: &[Action]) -> Option<ChildFollows> {
    let Follows { action, when } = cell;
    let Action {
        id: _,
        title: _,
        child,
        note: _,
    } = &actions[*action];
    Some(ChildFollows {
        words: child.clone()?,
        sometimes: when.is_some(),
    })
}
