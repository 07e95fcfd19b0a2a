//! Tables, as staff see them: all of it, and action tables as a grid too.

use serde::Serialize;

use crate::model::{Action, Table, TableId, TableSays};
use crate::views::Desk;
use crate::views::tables::{ColumnView, FollowsView, RowView, SaysView, TableView};

/// A table, as staff see it.
#[derive(Debug, Serialize)]
pub struct StaffTable {
    /// What all grown-ups see of it.
    pub shown: TableView,
    /// An action table with a column for each action, for print.
    pub grid: Option<GridView>,
}

/// A row for each thing that happened, a column for each action.
#[derive(Debug, Serialize)]
pub struct GridView {
    /// The actions.
    pub columns: Vec<ColumnView>,
    /// What happened; one cell for each column.
    pub rows: Vec<RowView<String>>,
}

pub(super) fn table(desk: &Desk<'_>, id: TableId) -> StaffTable {
    let Table {
        file: _,
        id: _,
        title: _,
        child: _,
        readers: _,
        intro: _,
        source: _,
        says,
    } = desk.site.table(id);
    let mut shown = desk.table(id);
    let grid = match (says, &shown.says) {
        (TableSays::Action { actions, rows: _ }, SaysView::Action { rows }) => {
            let rows = rows
                .iter()
                .map(|row| across(desk, row, actions.len()))
                .collect();
            let columns = columns(actions, &mut shown.notes);
            Some(GridView { columns, rows })
        }
        (_, _) => None,
    };
    StaffTable { shown, grid }
}

/// The heads of the columns. Most of their footnotes have a number already.
fn columns(actions: &[Action], notes: &mut Vec<String>) -> Vec<ColumnView> {
    let mut columns = Vec::with_capacity(actions.len());
    for action in actions {
        let Action {
            id: _,
            title,
            child: _,
            note,
        } = action;
        let number = note.as_ref().map(|note| {
            let known = notes.iter().position(|other| other == note);
            known.unwrap_or_else(|| {
                notes.push(note.clone());
                notes.len() - 1
            }) + 1
        });
        columns.push(ColumnView {
            title: title.clone(),
            notes: number.into_iter().collect(),
        });
    }
    columns
}

/// A row with a word for each action, whether it follows or not.
fn across(desk: &Desk<'_>, row: &RowView<FollowsView>, actions: usize) -> RowView<String> {
    let mut cells = vec![desk.said("table.no", &[]); actions];
    for follows in &row.cells {
        cells[follows.action] = match &follows.when {
            Some(when) => {
                let mut letters = when.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            }
            None => desk.said("table.yes", &[]),
        };
    }
    let RowView {
        section,
        continues,
        label,
        law,
        notes,
        cells: _,
    } = row.clone();
    RowView {
        section,
        continues,
        label,
        law,
        notes,
        cells,
    }
}
