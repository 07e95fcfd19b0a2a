//! What only the school knows for its accessibility statement.
//!
//! In: what `accessibility.toml` says. Out: tests and gaps, each for the
//! readers of one statement or both, and a role that parents may know. Must
//! never give children a statement: theirs leads to nothing of grown-ups'.

use super::people::resolve;
use super::sink::Sink;
use super::{READERS, Register, audiences, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawAccessibility, RawHow, RawKnownGap, RawTested};
use crate::model::{self, Accessibility, How, KnownGap, RoleId, Tested};
use crate::source::Spanned;

/// A statement has no more tests and no more gaps than this.
const MOST: usize = 200;

pub(super) fn accessibility(
    record: Option<Record<RawAccessibility>>,
    register: Register<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Accessibility> {
    let Record { file, value: raw } = record?;
    let RawAccessibility {
        checked,
        ask,
        within,
        tested,
        gap,
    } = raw;
    let mut sink = Sink::of(&file, diagnostics);
    sink.no_more_than(MOST, "tests", &tested);
    sink.no_more_than(MOST, "gaps", &gap);
    let tested = tested.into_iter().take(MOST);
    let gaps = gap.into_iter().take(MOST);
    Some(Accessibility {
        checked: spanned(checked),
        ask: ask.and_then(|ask| whom_to_ask(ask, register, &mut sink)),
        within: within.map(spanned),
        tested: tested
            .map(|entry| self::tested(entry.into_inner(), &mut sink))
            .collect(),
        gaps: gaps
            .map(|entry| known_gap(entry.into_inner(), &mut sink))
            .collect(),
    })
}

/// The role to ask: parents read of it, and staff may know every one.
fn whom_to_ask(
    ask: At<String>,
    register: Register<'_>,
    sink: &mut Sink<'_>,
) -> Option<Spanned<RoleId>> {
    let name = spanned(ask);
    let role = resolve(&name, register.roles, register.all_roles, sink)?;
    let readers = register.roles[role.value.index()].readers;
    let record = model::Record::Role(role.value);
    if !readers.contains(Audience::Parents) && !register.unsure.contains(&record) {
        sink.report(
            &READERS,
            &name,
            format!(
                "The role “{}” is not for parents, who would read it here.",
                name.value
            ),
            "Add \"parents\" to the “for” of that role, or name another.",
        );
        return None;
    }
    Some(role)
}

fn tested(raw: RawTested, sink: &mut Sink<'_>) -> Guarded<Tested> {
    let RawTested {
        how,
        on,
        by,
        with,
        found,
        readers,
    } = raw;
    let tested = Tested {
        how: match how.into_inner() {
            RawHow::ScreenReader => How::ScreenReader,
            RawHow::Keyboard => How::Keyboard,
            RawHow::LargeText => How::LargeText,
            RawHow::Voice => How::Voice,
        },
        on: spanned(on),
        by: spanned(by),
        with: with.map(spanned),
        found: spanned(found),
    };
    Guarded::new(tested, grown_ups(&readers, sink))
}

fn known_gap(raw: RawKnownGap, sink: &mut Sink<'_>) -> Guarded<KnownGap> {
    let RawKnownGap {
        what,
        instead,
        readers,
    } = raw;
    let gap = KnownGap {
        what: spanned(what),
        instead: instead.map(spanned),
    };
    Guarded::new(gap, grown_ups(&readers, sink))
}

/// Whose statement an entry stands on.
fn grown_ups(list: &At<Vec<Audience>>, sink: &mut Sink<'_>) -> Audiences {
    let readers = audiences(list);
    if readers.contains(Audience::Children) {
        let at = Spanned::new((), list.span());
        sink.report(
            &READERS,
            &at,
            "Children have no accessibility statement.",
            "Write for = [\"parents\", \"staff\"]: what parents read is about children's pages as well.",
        );
    }
    readers.without(Audience::Children.into())
}
