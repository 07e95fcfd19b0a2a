//! Permission tables: one answer for each row and group.

use std::collections::BTreeMap;

use super::desk::{Desk, Head};
use super::{
    COLUMNS, Ids, NOT_STATED, TABLE_ANSWER, TABLE_CHILD, TABLE_SHAPE, audiences, meant, spanned,
};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::{did_you_mean, suggestion};
use crate::load::raw::{At, RawAnswer, RawGroup, RawMeaning, RawRow};
use crate::model::assemble::{READERS, RECORD_ID};
use crate::model::{Answer, Given, Group, Meaning, Row, TableSays};
use crate::source::Spanned;

/// The columns, and whether all that was written of each could be read.
struct Columns {
    groups: Vec<Guarded<Group>>,
    whole: Vec<bool>,
}

/// The groups and the rows. Where the table does not `fit` its kind that was
/// told, and its rows are not held against it.
pub(super) fn read(
    mut groups: Vec<At<RawGroup>>,
    mut rows: Vec<At<RawRow>>,
    fits: bool,
    head: &Head,
    desk: &mut Desk<'_>,
) -> TableSays {
    desk.at_most(COLUMNS, "groups", &mut groups);
    let is_headed = !groups.is_empty();
    if !is_headed && fits && desk.is_whole() {
        desk.tell(
            &TABLE_SHAPE,
            &head.title,
            "This table has no groups, so nothing says whom its answers are for.",
            "Write [[group]] on a line of its own, and below it id = \"…\", title = \"…\", for = [\"staff\"] and answers = [{ id = \"…\", label = \"…\" }]. If the headings were lost, ask whoever made the table: nobody can guess them.",
        );
    } else if is_headed {
        desk.rows(&mut rows, (groups.len(), "answers = { … }"), head);
    }
    let columns = columns(groups, head, desk);
    let judged = fits && is_headed;
    let rows: Vec<Guarded<Row<Given>>> = rows
        .into_iter()
        .map(|row| self::row(row, judged, &columns, (head, &mut *desk)))
        .collect();
    if judged && !rows.is_empty() {
        let seen = rows.iter().map(Guarded::audiences);
        desk.something_for_all(seen.fold(Audiences::NONE, Audiences::or), head);
    }
    TableSays::Permission {
        groups: columns.groups,
        rows,
    }
}

fn columns(raw: Vec<At<RawGroup>>, head: &Head, desk: &mut Desk<'_>) -> Columns {
    let is_for_children =
        |group: &&At<RawGroup>| audiences(&group.get_ref().readers).contains(Audience::Children);
    let several = raw.iter().filter(is_for_children).count() > 1;
    let mut taken = Ids::new();
    let mut columns = Columns {
        groups: Vec::with_capacity(raw.len()),
        whole: Vec::with_capacity(raw.len()),
    };
    for group in raw {
        let start = group.span().start;
        let whole = !desk.is_mended_at(start);
        columns.whole.push(whole);
        let group = group.into_inner();
        let readers = audiences(&group.readers);
        if readers.contains(Audience::Children) && whole {
            words_for_children(&group, several, desk);
        }
        let id = spanned(group.id.clone());
        desk.sink.id(&id, "group", &mut taken);
        let readers = readers.and(group_readers(&group, head, desk));
        let group = self::group(group, id, desk);
        columns
            .groups
            .push(Guarded::new(group, readers.or(Audiences::STAFF)));
    }
    columns
}

/// Those whom the table is for, held against those whom a group is for.
fn group_readers(group: &RawGroup, head: &Head, desk: &mut Desk<'_>) -> Audiences {
    let wider = audiences(&group.readers).without(head.readers.or(Audiences::STAFF));
    if !wider.is_empty() && head.sure {
        desk.tell(
            &READERS,
            &Spanned::new((), group.readers.span()),
            format!("This group is for {wider}, but the table is not."),
            format!("Take {wider} out of this list, or add them to the “for” of the table."),
        );
    }
    head.readers
}

/// What children see of a group says something to them.
fn words_for_children(group: &RawGroup, several: bool, desk: &mut Desk<'_>) {
    if several && group.child.is_none() {
        desk.tell(
            &TABLE_CHILD,
            &spanned(group.title.clone()),
            "Children see more than one group of this table, and this one has no name for them.",
            "Add child = \"…\" below its title.",
        );
    }
    for answer in group.answers.get_ref() {
        let RawAnswer { id, means, .. } = answer.get_ref();
        if means.is_none() {
            desk.tell(
                &TABLE_CHILD,
                &spanned(id.clone()),
                format!(
                    "The answer “{}” is shown to children, but does not say what it comes to.",
                    id.get_ref()
                ),
                "Add means = \"yes\", means = \"ask\" or means = \"no\" to it; children see a shape for each.",
            );
        }
    }
}

fn group(raw: RawGroup, id: Spanned<String>, desk: &mut Desk<'_>) -> Group {
    let RawGroup {
        id: _,
        title,
        child,
        heading,
        readers: _,
        answers,
        note,
    } = raw;
    let listed = Spanned::new((), answers.span());
    let mut answers = answers.into_inner();
    if answers.is_empty() {
        desk.tell(
            &TABLE_SHAPE,
            &listed,
            format!("The group “{}” has no answers to choose from.", id.value),
            "Write them between the square brackets: answers = [{ id = \"allowed\", label = \"Allowed\" }, { id = \"not-allowed\", label = \"Not allowed\" }]",
        );
    }
    desk.at_most(COLUMNS, "answers", &mut answers);
    let mut taken = Ids::new();
    Group {
        id,
        title: desk.short(title),
        child: child.map(|text| desk.short(text)),
        heading: heading.map(|text| desk.short(text)),
        answers: answers
            .into_iter()
            .map(|answer| self::answer(answer.into_inner(), &mut taken, desk))
            .collect(),
        note: note.map(At::into_inner),
    }
}

fn answer(raw: RawAnswer, taken: &mut Ids, desk: &mut Desk<'_>) -> Answer {
    let RawAnswer {
        id,
        label,
        means,
        child,
        note,
    } = raw;
    let id = spanned(id);
    if id.value == NOT_STATED {
        desk.tell(
            &RECORD_ID,
            &id,
            format!("Every group has the answer “{NOT_STATED}” already."),
            "Take this one out, or give it another id.",
        );
    }
    desk.sink.id(&id, "answer", taken);
    Answer {
        id,
        label: desk.short(label),
        means: means.map(|means| match means.into_inner() {
            RawMeaning::Yes => Meaning::Yes,
            RawMeaning::Ask => Meaning::Ask,
            RawMeaning::No => Meaning::No,
        }),
        child: child.map(|text| desk.short(text)),
        note: note.map(At::into_inner),
    }
}

fn row(
    raw: At<RawRow>,
    judged: bool,
    columns: &Columns,
    (head, desk): (&Head, &mut Desk<'_>),
) -> Guarded<Row<Given>> {
    let start = raw.span().start;
    let raw = raw.into_inner();
    let readers = desk.row_readers(&raw, head);
    desk.row_words(
        &raw,
        start,
        if head.sure { readers } else { Audiences::NONE },
    );
    let mut cells: Vec<Given> = columns
        .groups
        .iter()
        .map(|_| Given {
            answer: None,
            note: None,
        })
        .collect();
    if judged {
        let wrong = [
            raw.actions.as_ref().map(At::span),
            raw.when.keys().next().map(At::span),
        ];
        if let Some(span) = wrong.into_iter().flatten().next() {
            desk.tell(
                &TABLE_ANSWER,
                &Spanned::new((), span),
                "A row of a permission table has answers, and no actions.",
                format!("Write {} instead.", answers_line(columns)),
            );
        } else {
            let quiet = desk.is_mended_at(start);
            answers(&raw, quiet, columns, (&mut cells, &mut *desk));
        }
        for (group, note) in in_order(&raw.notes) {
            if let Ok(at) = column(&group, columns, desk) {
                cells[at].note = Some(note.value);
            }
        }
    }
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

/// Fills the cells of a row with its answers. What is missing from a row that
/// could not be read is not told: it was.
fn answers(
    raw: &RawRow,
    quiet: bool,
    columns: &Columns,
    (cells, desk): (&mut [Given], &mut Desk<'_>),
) {
    let listed = raw.answers.as_ref();
    let mut given = vec![false; cells.len()];
    for (name, value) in listed.into_iter().flat_map(|map| in_order(map.get_ref())) {
        match column(&name, columns, desk) {
            Ok(at) => {
                given[at] = true;
                cells[at].answer = chosen(&value, at, columns, desk);
            }
            Err(Some(at)) => given[at] = true,
            Err(None) => {}
        }
    }
    let groups = columns.groups.iter().map(|group| &group.inspect().id.value);
    let missing: Vec<String> = groups
        .zip(&given)
        .filter(|(id, given)| !**given && !id.is_empty())
        .map(|(id, _)| format!("“{id}”"))
        .collect();
    if missing.is_empty() || quiet {
        return;
    }
    if missing.len() == cells.len() {
        let place = listed.map_or_else(|| raw.label.span(), At::span);
        desk.tell(
            &TABLE_ANSWER,
            &Spanned::new((), place),
            "This row has no answers.",
            format!(
                "Add {}. If it is the rest of the row above it, put its words there and delete it here.",
                answers_line(columns)
            ),
        );
    } else if let Some(listed) = listed {
        desk.tell(
            &TABLE_ANSWER,
            &Spanned::new((), listed.span()),
            format!("This row has no answer for {}.", missing.join(" and ")),
            format!(
                "Every row has one for each group: {}. Where nobody has decided, write \"{NOT_STATED}\".",
                answers_line(columns)
            ),
        );
    }
}

/// `answers = { staff = "…", pupils = "…" }`
fn answers_line(columns: &Columns) -> String {
    let groups = columns.groups.iter().map(|group| &group.inspect().id.value);
    let cells: Vec<String> = groups.map(|id| format!("{id} = \"…\"")).collect();
    format!("answers = {{ {} }}", cells.join(", "))
}

/// The group of a name; else a finding, and the group that was probably meant.
fn column(
    name: &Spanned<String>,
    columns: &Columns,
    desk: &mut Desk<'_>,
) -> Result<usize, Option<usize>> {
    let ids = columns.groups.iter();
    let ids = ids.map(|group| group.inspect().id.value.as_str());
    if let Some(at) = ids.clone().position(|id| id == name.value) {
        return Ok(at);
    }
    // The group may be one of those that could not be read.
    if columns.whole.iter().all(|whole| *whole) {
        desk.tell(
            &TABLE_ANSWER,
            name,
            format!("There is no group “{}” in this table.", name.value),
            did_you_mean("groups", &name.value, ids.clone()),
        );
    }
    let near = suggestion(&name.value, ids.clone());
    Err(near.and_then(|near| ids.clone().position(|id| id == near)))
}

/// Which of its group's answers a cell has; none where it is not stated.
fn chosen(
    value: &Spanned<String>,
    at: usize,
    columns: &Columns,
    desk: &mut Desk<'_>,
) -> Option<usize> {
    if value.value == NOT_STATED {
        return None;
    }
    let group = columns.groups[at].inspect();
    let mut answers = group.answers.iter();
    let found = answers.position(|answer| answer.id.value == value.value);
    if found.is_none() && columns.whole[at] && !group.answers.is_empty() {
        desk.tell(
            &TABLE_ANSWER,
            value,
            format!(
                "“{}” is not an answer of the group “{}”.",
                value.value, group.id.value
            ),
            meant::answer(group, &value.value),
        );
    }
    found
}

/// The entries of a map in the order in which they were written.
pub(super) fn in_order(
    map: &BTreeMap<At<String>, At<String>>,
) -> Vec<(Spanned<String>, Spanned<String>)> {
    let mut entries: Vec<_> = map
        .iter()
        .map(|(name, value)| (spanned(name.clone()), spanned(value.clone())))
        .collect();
    entries.sort_by_key(|(name, _)| name.span.start);
    entries
}
