//! The texts of the handbook.
//!
//! In: a site. Out: what its tables, procedures and other records say, each
//! for those who read it: children their own words, and nobody else's.

use super::{CHILDREN, Gathered, Text, gathered, grown_ups, paper};
use crate::audience::{Audience, Audiences};
use crate::model::{
    Accessibility, Action, After, Answer, Follows, Given, GlossaryTerm, Group, Guidance, KnownGap,
    Procedure, Reply, Row, Site, Step, System, Table, TableSays, Tested,
};

/// All texts of the handbook.
pub(super) fn texts<'s>(site: &'s Site, texts: &mut Vec<Text<'s>>) {
    let (files, book) = (&site.files, &site.handbook);
    if let Some(file) = &files.guidance {
        texts.extend(gathered(file, |all| {
            book.guidance.iter().for_each(|entry| guidance(entry, all));
        }));
    }
    if let Some(file) = &files.glossary {
        texts.extend(gathered(file, |all| {
            book.terms.iter().for_each(|entry| term(entry, all));
        }));
    }
    if let Some(file) = &files.systems {
        texts.extend(gathered(file, |all| {
            book.systems.iter().for_each(|entry| system(entry, all));
        }));
    }
    if let (Some(file), Some(statement)) = (&files.accessibility, &book.accessibility) {
        texts.extend(gathered(file, |all| accessibility(statement, all)));
    }
    for of in &book.tables {
        texts.extend(gathered(&of.file, |all| table(of, all)));
    }
    for of in &book.procedures {
        texts.extend(gathered(&of.file, |all| procedure(of, all)));
    }
    for of in &book.checklists {
        texts.extend(gathered(&of.file, |all| paper::checklist(of, all)));
    }
    for of in &book.agreements {
        texts.extend(gathered(&of.file, |all| paper::agreement(of, all)));
    }
}

/// Not the titles: a register names old editions and old names.
fn guidance<'s>(guidance: &'s Guidance, all: &mut Gathered<'s>) {
    let Guidance {
        id: _,
        title: _,
        aliases: _,
        kind: _,
        publisher,
        web: _,
        summary,
        editions: _,
        source: _,
        verified: _,
    } = guidance;
    let readers = grown_ups(Audience::Parents.into());
    all.add(readers, [publisher]);
    all.add(readers, summary);
}

/// Not the word itself: an old name may be what is explained.
fn term<'s>(term: &'s GlossaryTerm, all: &mut Gathered<'s>) {
    let GlossaryTerm {
        id: _,
        term: _,
        acronym: _,
        aliases: _,
        instead_of: _,
        meaning,
        child,
        child_meaning,
        readers,
    } = term;
    all.add(grown_ups(*readers), [meaning]);
    if readers.contains(CHILDREN) {
        all.add(CHILDREN.into(), child.iter().chain(child_meaning));
    }
}

/// What parents and staff read in their statements.
fn accessibility<'s>(statement: &'s Accessibility, all: &mut Gathered<'s>) {
    let Accessibility {
        checked: _,
        ask: _,
        within,
        tested,
        gaps,
    } = statement;
    all.add(grown_ups(Audience::Parents.into()), within);
    for test in tested {
        let Tested {
            how: _,
            on: _,
            by,
            with,
            found,
        } = test.inspect();
        all.add(test.audiences(), [by, found]);
        all.add(test.audiences(), with);
    }
    for gap in gaps {
        let KnownGap { what, instead } = gap.inspect();
        all.add(gap.audiences(), [what]);
        all.add(gap.audiences(), instead);
    }
}

fn system<'s>(system: &'s System, all: &mut Gathered<'s>) {
    let System {
        id: _,
        name,
        aliases: _,
        purpose,
        child_purpose,
        owner: _,
        supplier: _,
        readers,
        checked: _,
    } = system;
    all.add(grown_ups(*readers), [name, purpose]);
    if readers.contains(CHILDREN) {
        all.add(CHILDREN.into(), child_purpose);
    }
}

fn table<'s>(table: &'s Table, all: &mut Gathered<'s>) {
    let Table {
        file: _,
        id: _,
        title,
        child,
        readers,
        intro,
        source: _,
        says,
    } = table;
    let to = (*readers, grown_ups(*readers));
    all.say(to.1, [title].into_iter().chain(intro));
    if readers.contains(CHILDREN) {
        all.say(CHILDREN.into(), child);
    }
    match says {
        TableSays::Permission { groups, rows } => {
            for group in groups {
                groups_texts(group.inspect(), group.audiences().and(to.0), all);
            }
            for row in rows {
                let readers = row.audiences().and(to.0);
                let notes = |cell: &'s Given| cell.note.as_ref();
                row_texts(row.inspect(), readers, notes, all);
            }
        }
        TableSays::Action { actions, rows } => {
            for Action {
                id: _,
                title,
                child,
                note,
            } in actions
            {
                all.say(to.1, [title].into_iter().chain(note));
                if to.0.contains(CHILDREN) {
                    all.say(CHILDREN.into(), child);
                }
            }
            for row in rows {
                let readers = row.audiences().and(to.0);
                let when = |cell: &'s Follows| cell.when.as_ref();
                row_texts(row.inspect(), readers, when, all);
            }
        }
    }
}

fn groups_texts<'s>(group: &'s Group, readers: Audiences, all: &mut Gathered<'s>) {
    let Group {
        id: _,
        title,
        child,
        heading,
        answers,
        note,
    } = group;
    let grown_ups = grown_ups(readers);
    all.say(grown_ups, [title].into_iter().chain(heading).chain(note));
    let is_for_children = readers.contains(CHILDREN);
    if is_for_children {
        all.say(CHILDREN.into(), child);
    }
    for Answer {
        id: _,
        label,
        means: _,
        child,
        note,
    } in answers
    {
        all.say(grown_ups, [label].into_iter().chain(note));
        if is_for_children {
            all.say(CHILDREN.into(), child);
        }
    }
}

/// The texts of a row; `more` is what a cell of it says.
fn row_texts<'s, Cell>(
    row: &'s Row<Cell>,
    readers: Audiences,
    more: impl Fn(&'s Cell) -> Option<&'s String>,
    all: &mut Gathered<'s>,
) {
    let Row {
        label,
        child,
        section,
        law,
        note,
        cells,
    } = row;
    let texts = [label].into_iter().chain(section).chain(law).chain(note);
    all.say(
        grown_ups(readers),
        texts.chain(cells.iter().filter_map(more)),
    );
    if readers.contains(CHILDREN) {
        all.say(CHILDREN.into(), child);
    }
}

fn procedure<'s>(procedure: &'s Procedure, all: &mut Gathered<'s>) {
    let Procedure {
        file: _,
        id: _,
        title,
        child_title,
        readers,
        summary,
        child_summary,
        source: _,
        edition: _,
        never,
        child_never,
        names: _,
        steps,
    } = procedure;
    let grown_ups = grown_ups(*readers);
    let is_for_children = readers.contains(CHILDREN);
    all.add(grown_ups, [title].into_iter().chain(summary).chain(never));
    if is_for_children {
        let titles = child_title.iter().chain(child_summary);
        all.add(CHILDREN.into(), titles.chain(child_never));
    }
    for Step {
        text,
        child,
        note,
        roles: _,
        helplines: _,
        after,
    } in steps
    {
        all.add(grown_ups, [text].into_iter().chain(note));
        if is_for_children {
            all.add(CHILDREN.into(), child);
        }
        let After::Answers(replies) = after else {
            continue;
        };
        for Reply { text, child, to: _ } in replies {
            all.add(grown_ups, [text]);
            if is_for_children {
                all.add(CHILDREN.into(), child);
            }
        }
    }
}
