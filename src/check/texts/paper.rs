//! The texts of what is printed and signed.
//!
//! In: a checklist or an agreement. Out: what it says, each text for those who
//! read it.

use super::{CHILDREN, Gathered, grown_ups};
use crate::model::{Agreement, Check, Checklist, Choice, Statement};

/// A checklist, each check for its own readers.
pub(super) fn checklist<'s>(list: &'s Checklist, all: &mut Gathered<'s>) {
    let Checklist {
        id: _,
        file: _,
        title,
        child_title,
        readers,
        intro,
        child_intro,
        signed_by: _,
        checks,
    } = list;
    all.add(grown_ups(*readers), [title].into_iter().chain(intro));
    if readers.contains(CHILDREN) {
        all.add(CHILDREN.into(), child_title.iter().chain(child_intro));
    }
    for check in checks {
        let Check {
            text,
            child,
            section,
            note,
        } = check.inspect();
        let readers = check.audiences().and(*readers);
        let texts = [text].into_iter().chain(section).chain(note);
        all.add(grown_ups(readers), texts);
        if readers.contains(CHILDREN) {
            all.add(CHILDREN.into(), child);
        }
    }
}

/// An agreement, and each choice in it.
pub(super) fn agreement<'s>(agreement: &'s Agreement, all: &mut Gathered<'s>) {
    let Agreement {
        id: _,
        file: _,
        title,
        child_title,
        readers,
        year: _,
        intro,
        child_intro,
        about,
        signed_by,
        statements,
        choices,
        return_to,
        child_return_to,
    } = agreement;
    let grown_ups = grown_ups(*readers);
    all.add(grown_ups, [title, return_to].into_iter().chain(intro));
    // These stand in one wording.
    all.add(*readers, about.iter().chain(signed_by));
    let is_for_children = readers.contains(CHILDREN);
    if is_for_children {
        let texts = child_title.iter().chain(child_intro);
        all.add(CHILDREN.into(), texts.chain(child_return_to));
    }
    for Statement {
        text,
        child,
        section,
    } in statements
    {
        all.add(grown_ups, [text].into_iter().chain(section));
        if is_for_children {
            all.add(CHILDREN.into(), child);
        }
    }
    for Choice {
        text,
        child,
        answers,
        note,
    } in choices
    {
        all.add(grown_ups, [text].into_iter().chain(note));
        all.add(*readers, answers);
        if is_for_children {
            all.add(CHILDREN.into(), child);
        }
    }
}
