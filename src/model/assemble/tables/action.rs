//! Action tables: a set of actions for each row, possibly empty.

use super::desk::{Desk, Head};
use super::permission::in_order;
use super::{COLUMNS, Ids, TABLE_ACTION, TABLE_CHILD, TABLE_SHAPE, meant, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::load::raw::{At, RawAction, RawRow};
use crate::model::{Action, Follows, Row, TableSays};
use crate::source::Spanned;

/// The actions, and what rows need to know of them.
struct Columns {
    actions: Vec<Action>,
    /// Whether all that was written of them could be read.
    whole: bool,
}

/// The actions and the rows. Where the table does not `fit` its kind that was
/// told, and its rows are not held against it.
pub(super) fn read(
    mut actions: Vec<At<RawAction>>,
    mut rows: Vec<At<RawRow>>,
    fits: bool,
    head: &Head,
    desk: &mut Desk<'_>,
) -> TableSays {
    desk.at_most(COLUMNS, "actions", &mut actions);
    let is_headed = !actions.is_empty();
    if !is_headed && fits && desk.is_whole() {
        desk.tell(
            &TABLE_SHAPE,
            &head.title,
            "This table has no actions, so nothing says what its rows name.",
            "Write [[action]] on a line of its own, and below it id = \"…\" and title = \"…\", once for each. If the headings were lost, ask whoever made the table: nobody can guess them.",
        );
    } else if is_headed {
        desk.rows(&mut rows, (actions.len(), "actions = [\"…\"]"), head);
    }
    let columns = columns(actions, desk);
    let judged = fits && is_headed;
    let rows: Vec<Guarded<Row<Follows>>> = rows
        .into_iter()
        .map(|row| self::row(row, judged, &columns, (head, &mut *desk)))
        .collect();
    if judged && !rows.is_empty() {
        let seen = rows.iter().map(Guarded::audiences);
        desk.something_for_all(seen.fold(Audiences::NONE, Audiences::or), head);
    }
    if head.sure && columns.whole {
        words_for_children(&columns.actions, &rows, desk);
    }
    TableSays::Action {
        actions: columns.actions,
        rows,
    }
}

fn columns(raw: Vec<At<RawAction>>, desk: &mut Desk<'_>) -> Columns {
    let mut taken = Ids::new();
    let mut columns = Columns {
        actions: Vec::with_capacity(raw.len()),
        whole: true,
    };
    for action in raw {
        columns.whole &= !desk.is_mended_at(action.span().start);
        let RawAction {
            id,
            title,
            child,
            note,
        } = action.into_inner();
        let id = spanned(id);
        desk.sink.id(&id, "action", &mut taken);
        columns.actions.push(Action {
            id,
            title: desk.short(title),
            child: child.map(|text| desk.short(text)),
            note: note.map(At::into_inner),
        });
    }
    columns
}

/// What children are told that follows is in words for them.
fn words_for_children(actions: &[Action], rows: &[Guarded<Row<Follows>>], desk: &mut Desk<'_>) {
    for (at, action) in actions.iter().enumerate() {
        let mut rows = rows.iter();
        let is_seen = rows.any(|row| {
            let mut cells = row.inspect().cells.iter();
            row.audiences().contains(Audience::Children) && cells.any(|cell| cell.action == at)
        });
        if is_seen && action.child.is_none() {
            desk.tell(
                &TABLE_CHILD,
                &action.id,
                format!(
                    "The action “{}” is shown to children, but has no words for them.",
                    action.id.value
                ),
                "Add child = \"…\" below its title.",
            );
        }
    }
}

fn row(
    raw: At<RawRow>,
    judged: bool,
    columns: &Columns,
    (head, desk): (&Head, &mut Desk<'_>),
) -> Guarded<Row<Follows>> {
    let start = raw.span().start;
    let raw = raw.into_inner();
    let readers = desk.row_readers(&raw, head);
    desk.row_words(
        &raw,
        start,
        if head.sure { readers } else { Audiences::NONE },
    );
    let cells = if judged {
        cells(&raw, desk.is_mended_at(start), columns, desk)
    } else {
        Vec::new()
    };
    let RawRow {
        label,
        child,
        section,
        law,
        note,
        readers: _,
        answers: _,
        notes: _,
        actions: _,
        when: _,
    } = raw;
    let row = Row {
        label: label.into_inner(),
        child: child.map(At::into_inner),
        section: section.map(|text| desk.short(text)),
        law: law.map(At::into_inner),
        note: note.map(At::into_inner),
        cells,
    };
    Guarded::new(row, readers.or(Audiences::STAFF))
}

/// What follows, in the order of the actions.
fn cells(raw: &RawRow, quiet: bool, columns: &Columns, desk: &mut Desk<'_>) -> Vec<Follows> {
    let answers = raw.answers.as_ref().map(At::span);
    let notes = raw.notes.keys().next().map(At::span);
    if let Some(span) = answers.or(notes) {
        desk.tell(
            &TABLE_ACTION,
            &Spanned::new((), span),
            "A row of an action table has actions, and no answers.",
            "Write what follows instead: actions = [\"…\"], or actions = [] where nothing does. A footnote to the row is note = \"…\".",
        );
        return Vec::new();
    }
    let Some(listed) = &raw.actions else {
        if !quiet {
            desk.tell(
                &TABLE_ACTION,
                &spanned(raw.label.clone()),
                "This row does not say what follows.",
                "Add actions = [\"…\"], or actions = [] where nothing does. If it is the rest of the row above it, put its words there and delete it here.",
            );
        }
        return Vec::new();
    };
    let mut cells: Vec<Follows> = Vec::new();
    for name in listed.get_ref() {
        let name = spanned(name.clone());
        let Some(action) = known(&name, columns, desk) else {
            continue;
        };
        if cells.iter().any(|cell| cell.action == action) {
            desk.tell(
                &TABLE_ACTION,
                &name,
                format!("“{}” stands in this row twice.", name.value),
                "Take one of the two out.",
            );
        } else {
            cells.push(Follows { action, when: None });
        }
    }
    conditions(raw, columns, (&mut cells, desk));
    cells.sort_by_key(|cell| cell.action);
    cells
}

/// On what conditions actions follow.
fn conditions(raw: &RawRow, columns: &Columns, (cells, desk): (&mut [Follows], &mut Desk<'_>)) {
    for (name, when) in in_order(&raw.when) {
        let Some(action) = known(&name, columns, desk) else {
            continue;
        };
        match cells.iter_mut().find(|cell| cell.action == action) {
            Some(cell) => cell.when = Some(when.value),
            None => desk.tell(
                &TABLE_ACTION,
                &name,
                format!(
                    "There is a condition for “{}”, which does not follow in this row.",
                    name.value
                ),
                format!(
                    "Add \"{}\" to the actions of the row, or take its condition out.",
                    name.value
                ),
            ),
        }
    }
}

/// The action of a name; else a finding.
fn known(name: &Spanned<String>, columns: &Columns, desk: &mut Desk<'_>) -> Option<usize> {
    let mut actions = columns.actions.iter();
    let found = actions.position(|action| action.id.value == name.value);
    // The action may be one of those that could not be read.
    if found.is_none() && columns.whole {
        desk.tell(
            &TABLE_ACTION,
            name,
            format!("There is no action “{}” in this table.", name.value),
            meant::action(&columns.actions, &name.value),
        );
    }
    found
}
