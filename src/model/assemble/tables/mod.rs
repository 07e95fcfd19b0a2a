//! Permission tables and action tables.
//!
//! In: the files of `tables/`. Out: tables whose every cell is one that the
//! table knows, and findings at their places. Must never guess what a cell
//! says: what nobody has decided is not stated, and that is written out.

mod action;
mod desk;
mod meant;
mod notes;
mod permission;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::paper::FileIds;
use super::sink::{Ids, Sink};
use super::{audiences, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::load;
use crate::load::raw::{At, RawGroup, RawTable, RawTableKind};
use crate::model::{Record, Table, TableId, TableSays};
use crate::source::Spanned;
use desk::{Desk, Head};

/// A table is whole: it has its columns and its rows.
static TABLE_SHAPE: Rule = Rule {
    name: "table-shape",
    severity: Severity::Error,
    summary: "A permission table has groups, an action table has actions, and both have rows, each once.",
    explanation: explained!("table-shape"),
};
/// A cell of a permission table is one answer.
static TABLE_ANSWER: Rule = Rule {
    name: "table-answer",
    severity: Severity::Error,
    summary: "Every row of a permission table has one answer for each group: one of that group's own, or not-stated.",
    explanation: explained!("table-answer"),
};
/// A row of an action table says what follows.
static TABLE_ACTION: Rule = Rule {
    name: "table-action",
    severity: Severity::Error,
    summary: "Every row of an action table says what follows, if anything: actions of that table, each once.",
    explanation: explained!("table-action"),
};
/// What children see of a table is in words for them.
static TABLE_CHILD: Rule = Rule {
    name: "table-child",
    severity: Severity::Error,
    summary: "What children see of a table has words for them, and says yes, ask first or no.",
    explanation: explained!("table-child"),
};

/// The rules that are kept here.
pub(crate) static RULES: [&Rule; 5] = [
    &TABLE_SHAPE,
    &TABLE_ANSWER,
    &TABLE_ACTION,
    &TABLE_CHILD,
    &notes::FOOTNOTE_MARK,
];

/// The answer that every group has: nobody has decided.
pub(super) const NOT_STATED: &str = "not-stated";

/// The most rows of a table: a paper of fifty sheets.
const ROWS: usize = 2_000;
/// The most cells: a short file must not become a page that no browser opens.
const CELLS: usize = 10_000;
/// The most groups of a table, answers of a group and actions of a table.
const COLUMNS: usize = 20;

/// All tables. Those whose readers could not be read are noted in `unsure`.
pub(super) fn tables(
    records: Vec<load::Record<RawTable>>,
    unsure: &mut BTreeSet<Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Table> {
    let mut taken = FileIds::new();
    let mut tables = Vec::with_capacity(records.len());
    for load::Record { file, value: raw } in records {
        let mut desk = Desk::at(Sink::of(&file, diagnostics), &raw);
        let head = head(&raw, &desk);
        if !head.sure {
            unsure.insert(Record::Table(TableId::new(tables.len())));
        }
        notes::marks(&raw, &mut desk);
        tables.push(table(raw, &head, &mut taken, &mut desk));
        desk.done(&head);
    }
    tables
}

/// What the table is about, and whom it is for as a whole. Of a table that was
/// not read whole, or has not what its kind has, nobody can tell whom it is
/// for.
fn head(raw: &RawTable, desk: &Desk<'_>) -> Head {
    let lists = || raw.group.iter().map(|group| &group.get_ref().readers);
    let (readers, widened_by, fits) = match (&raw.readers, raw.kind.get_ref()) {
        (Some(listed), RawTableKind::Permission | RawTableKind::Action) => {
            (audiences(listed), IN_TABLE, true)
        }
        (None, RawTableKind::Action) => (
            Audiences::STAFF,
            "name them in a “for” below the title of the table",
            raw.group.is_empty(),
        ),
        (None, RawTableKind::Permission) => (
            lists().map(audiences).fold(Audiences::NONE, Audiences::or),
            "add them to the “for” of a group",
            raw.action.is_empty() && !raw.group.is_empty(),
        ),
    };
    let known = match &raw.readers {
        Some(listed) => !desk.sink.is_mended(&listed.span()),
        None => !raw
            .group
            .iter()
            .any(|group| desk.is_mended_at(group.span().start)),
    };
    Head {
        title: spanned(raw.title.clone()),
        kind: Spanned::new((), raw.kind.span()),
        readers,
        listed: raw.readers.as_ref().map(At::span),
        widened_by,
        sure: fits && known && !desk.is_mended_at(0),
    }
}

/// Where a reader can be added to a table that says whom it is for.
const IN_TABLE: &str = "add them to the “for” of the table";

fn table(raw: RawTable, head: &Head, taken: &mut FileIds, desk: &mut Desk<'_>) -> Table {
    let RawTable {
        id,
        title: _,
        kind,
        readers: _,
        child,
        intro,
        source,
        group,
        action,
        row,
    } = raw;
    let id = spanned(id);
    desk.sink.own_id(&id, "table", taken);
    let for_children = head.readers.contains(Audience::Children);
    if for_children && child.is_none() && head.sure {
        desk.tell(
            &TABLE_CHILD,
            &head.title,
            "This table is shown to children, but has no title in words for them.",
            "Add one below the title: child = \"…\"",
        );
    }
    let says = match kind.get_ref() {
        // Of a table of neither kind nothing can be said.
        _ if desk.sink.is_mended(&kind.span()) => TableSays::Permission {
            groups: Vec::new(),
            rows: Vec::new(),
        },
        RawTableKind::Permission => {
            let fits = action.is_empty();
            if !fits {
                kinds_differ(head, ("permission", "actions"), ("action", "groups"), desk);
            }
            listed_readers(head, &group, desk);
            permission::read(group, row, fits, head, desk)
        }
        RawTableKind::Action => {
            let fits = group.is_empty();
            if !fits {
                kinds_differ(head, ("action", "groups"), ("permission", "actions"), desk);
            }
            action::read(action, row, fits, head, desk)
        }
    };
    Table {
        file: Arc::clone(desk.sink.file),
        id,
        title: head.title.value.clone(),
        child: child.map(At::into_inner),
        readers: head.readers,
        intro: intro.map(At::into_inner),
        source: source.map(|source| Guarded::new(source.into_inner(), Audiences::STAFF)),
        says,
    }
}

/// A table says that it is of one kind and has what the other kind has.
fn kinds_differ(
    head: &Head,
    (kind, has): (&str, &str),
    (other, instead): (&str, &str),
    desk: &mut Desk<'_>,
) {
    desk.tell(
        &TABLE_SHAPE,
        &head.kind,
        format!("This says “{kind}”, but the table has {has}, which are for the other kind."),
        format!("Write kind = \"{other}\", or give it {instead} instead of {has}."),
    );
}

/// Whoever a permission table is for finds a column in it.
fn listed_readers(head: &Head, groups: &[At<RawGroup>], desk: &mut Desk<'_>) {
    let Some(listed) = head.listed.clone() else {
        return;
    };
    let lists = groups.iter().map(|group| &group.get_ref().readers);
    let seen = lists.map(audiences).fold(Audiences::STAFF, Audiences::or);
    let without = head.readers.without(seen);
    if !without.is_empty() && !groups.is_empty() && desk.is_whole() {
        desk.tell(
            &TABLE_SHAPE,
            &Spanned::new((), listed),
            format!("This table is for {without}, but none of its groups is."),
            format!(
                "Add {without} to the “for” of the group whose answers they may see, or take them out here."
            ),
        );
    }
}
