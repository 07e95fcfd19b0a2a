//! Permission tables and action tables, as grown-ups see them.
//!
//! In: a table of the site. Out: the columns and rows that this reader may
//! see, with a word in every cell, and the footnotes to what they see,
//! numbered as they come upon them. Must leave no trace of another column or
//! row: not its number, not its footnote, not the heading that it stood under.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Desk;
use crate::audience::Guarded;
use crate::model::{Action, Answer, Follows, Given, Group, Row, Table, TableId, TableSays};

/// A table, as a grown-up sees it.
#[derive(Debug, Serialize)]
pub struct TableView {
    /// What it is about.
    pub title: String,
    /// A sentence or two above it.
    pub intro: Option<String>,
    /// Where it came from, for staff.
    pub source: Option<String>,
    /// What it says.
    pub says: SaysView,
    /// Footnotes; the first is number 1.
    pub notes: Vec<String>,
}

/// What a table says.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum SaysView {
    /// Who may do what.
    Permission {
        /// The groups.
        columns: Vec<ColumnView>,
        /// What may be done; one cell for each column.
        rows: Vec<RowView<CellView>>,
        /// Whether any cell is not stated.
        unstated: bool,
    },
    /// What follows from what.
    Action {
        /// What happened; its cells are what follows.
        rows: Vec<RowView<FollowsView>>,
    },
}

/// The head of a column.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnView {
    /// What it says, with what it stands under.
    pub title: String,
    /// Numbers of its footnotes.
    pub notes: Vec<usize>,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub struct RowView<Cell> {
    /// What it stands under.
    pub section: Option<String>,
    /// Whether the row above stands under the same.
    pub continues: bool,
    /// What may be done, or what happened.
    pub label: String,
    /// The law that it is about.
    pub law: Option<String>,
    /// Numbers of its footnotes.
    pub notes: Vec<usize>,
    /// What the table says of it.
    pub cells: Vec<Cell>,
}

/// An answer.
#[derive(Debug, Serialize)]
pub struct CellView {
    /// In words; never none.
    pub words: String,
    /// Whether anybody has decided.
    pub stated: bool,
    /// Numbers of its footnotes.
    pub notes: Vec<usize>,
}

/// Something that follows.
#[derive(Debug, Clone, Serialize)]
pub struct FollowsView {
    /// What.
    pub title: String,
    /// On what condition.
    pub when: Option<String>,
    /// Numbers of its footnotes.
    pub notes: Vec<usize>,
    /// Its place among the table's actions.
    #[serde(skip)]
    pub action: usize,
}

/// Footnotes, each text once, numbered as readers come upon them.
#[derive(Default)]
struct Notes<'t> {
    numbers: BTreeMap<&'t str, usize>,
    texts: Vec<String>,
}

impl<'t> Notes<'t> {
    /// The numbers of the footnotes in one place.
    fn at<const N: usize>(&mut self, notes: [Option<&'t String>; N]) -> Vec<usize> {
        let mut here = Vec::new();
        for text in notes.into_iter().flatten() {
            let number = *self.numbers.entry(text).or_insert_with(|| {
                self.texts.push(text.clone());
                self.texts.len()
            });
            if !here.contains(&number) {
                here.push(number);
            }
        }
        here
    }
}

impl<'s> Desk<'s> {
    /// A table, for this grown-up.
    pub(super) fn table(&self, id: TableId) -> TableView {
        let Table {
            file: _,
            id: _,
            title,
            child: _,
            readers: _,
            intro,
            source,
            says,
        } = self.site.table(id);
        let mut notes = Notes::default();
        let says = match says {
            TableSays::Permission { groups, rows } => self.permissions(groups, rows, &mut notes),
            TableSays::Action { actions, rows } => SaysView::Action {
                rows: self.rows(rows, &mut notes, |cells, notes| {
                    cells
                        .iter()
                        .map(|cell| follows(cell, actions, notes))
                        .collect()
                }),
            },
        };
        let source = source
            .as_ref()
            .and_then(|source| source.reveal(&self.reader));
        TableView {
            title: title.clone(),
            intro: intro.clone(),
            source: source.cloned(),
            says,
            notes: notes.texts,
        }
    }

    fn permissions(
        &self,
        groups: &'s [Guarded<Group>],
        rows: &'s [Guarded<Row<Given>>],
        notes: &mut Notes<'s>,
    ) -> SaysView {
        let seen = self.groups(groups);
        let columns = seen.iter().map(|(_, group)| column(group, notes)).collect();
        let rows = self.rows(rows, notes, |cells, notes| {
            let cells = seen.iter().map(|(at, group)| (group, &cells[*at]));
            cells
                .map(|(group, cell)| self.given(cell, group, notes))
                .collect()
        });
        let mut cells = rows.iter().flat_map(|row| &row.cells);
        SaysView::Permission {
            unstated: cells.any(|cell| !cell.stated),
            columns,
            rows,
        }
    }

    /// An answer, in words.
    fn given(&self, cell: &'s Given, group: &'s Group, notes: &mut Notes<'s>) -> CellView {
        let Given { answer, note } = cell;
        let Some(answer) = answer.and_then(|at| group.answers.get(at)) else {
            return CellView {
                words: self.said("table.not-stated", &[]),
                stated: false,
                notes: notes.at([note.as_ref()]),
            };
        };
        let Answer {
            id: _,
            label,
            means: _,
            child: _,
            note: of_answer,
        } = answer;
        CellView {
            words: label.clone(),
            stated: true,
            notes: notes.at([note.as_ref(), of_answer.as_ref()]),
        }
    }

    /// The groups that this reader may see, each with its place.
    pub(super) fn groups(&self, groups: &'s [Guarded<Group>]) -> Vec<(usize, &'s Group)> {
        let groups = groups.iter().enumerate();
        groups
            .filter_map(|(at, group)| Some((at, group.reveal(&self.reader)?)))
            .collect()
    }

    /// The rows that this reader may see.
    fn rows<Cell, View>(
        &self,
        rows: &'s [Guarded<Row<Cell>>],
        notes: &mut Notes<'s>,
        cells_of: impl Fn(&'s [Cell], &mut Notes<'s>) -> Vec<View>,
    ) -> Vec<RowView<View>> {
        let mut above: Option<&String> = None;
        let mut seen = Vec::with_capacity(rows.len());
        for row in rows.iter().filter_map(|row| row.reveal(&self.reader)) {
            let Row {
                label,
                child: _,
                section,
                law,
                note,
                cells,
            } = row;
            seen.push(RowView {
                continues: section.is_some() && above == section.as_ref(),
                section: section.clone(),
                label: label.clone(),
                law: law.clone(),
                notes: notes.at([note.as_ref()]),
                cells: cells_of(cells, notes),
            });
            above = section.as_ref();
        }
        seen
    }
}

fn column<'s>(group: &'s Group, notes: &mut Notes<'s>) -> ColumnView {
    let Group {
        id: _,
        title,
        child: _,
        heading,
        answers: _,
        note,
    } = group;
    ColumnView {
        title: match heading {
            Some(heading) => format!("{heading}: {title}"),
            None => title.clone(),
        },
        notes: notes.at([note.as_ref()]),
    }
}

fn follows<'s>(cell: &'s Follows, actions: &'s [Action], notes: &mut Notes<'s>) -> FollowsView {
    let Follows { action: at, when } = cell;
    let Action {
        id: _,
        title,
        child: _,
        note,
    } = &actions[*at];
    FollowsView {
        title: title.clone(),
        when: when.clone(),
        notes: notes.at([note.as_ref()]),
        action: *at,
    }
}
