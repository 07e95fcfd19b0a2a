//! Checklists.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::paper::FileIds;
use super::people::shown_role;
use super::sink::Sink;
use super::{Register, audiences, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawCheck, RawChecklist};
use crate::model::{self, Check, Checklist, ChecklistId, RoleId};
use crate::source::Spanned;

/// The most checks of a checklist: it fills ten sheets.
const MOST: usize = 200;

/// All checklists.
pub(super) fn checklists(
    records: Vec<Record<RawChecklist>>,
    register: Register<'_>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Checklist> {
    let mut taken = FileIds::new();
    let mut all = Vec::with_capacity(records.len());
    for Record { file, value: raw } in records {
        let mut sink = Sink::of(&file, diagnostics);
        if sink.is_mended(&raw.readers.span()) {
            unsure.insert(model::Record::Checklist(ChecklistId::new(all.len())));
        }
        all.push(checklist(raw, register, &mut taken, &mut sink));
    }
    all
}

fn checklist(
    raw: RawChecklist,
    register: Register<'_>,
    taken: &mut FileIds,
    sink: &mut Sink<'_>,
) -> Checklist {
    let RawChecklist {
        id,
        title,
        child,
        readers: listed,
        intro,
        child_intro,
        signed_by,
        check,
    } = raw;
    let id = spanned(id);
    sink.own_id(&id, "checklist", taken);
    let readers = audiences(&listed);
    if readers.contains(Audience::Children) && child.is_none() {
        sink.value(
            &id,
            format!(
                "The checklist “{}” is for children, but has no heading for them.",
                id.value
            ),
            "Add what they read above it, as in child = \"A good password\".",
        );
    }
    sink.at_most(MOST, "checks", &check);
    let checks: Vec<Guarded<Check>> = check
        .into_iter()
        .map(|check| self::check(check.into_inner(), &listed, sink))
        .collect();
    has_something_for(readers, &checks, &id, sink);
    Checklist {
        id,
        file: Arc::clone(sink.file),
        title: sink.line(title),
        child_title: sink.line_if(child),
        readers,
        intro: sink.line_if(intro),
        child_intro: sink.line_if(child_intro),
        signed_by: signers(signed_by, readers, register, sink),
        checks,
    }
}

fn check(raw: RawCheck, outer: &At<Vec<Audience>>, sink: &mut Sink<'_>) -> Guarded<Check> {
    let RawCheck {
        text,
        child,
        section,
        note,
        readers,
    } = raw;
    let readers = sink
        .readers(readers.as_ref(), outer, "checklist")
        .unwrap_or_else(|| audiences(outer));
    if readers.contains(Audience::Children) && child.is_none() {
        sink.value(
            &Spanned::new((), text.span()),
            "This check is for children, but has no words for them.",
            "Add them, as in child = \"…\", or keep the check from them, as in for = [\"staff\"].",
        );
    }
    let check = Check {
        text: sink.line(text),
        child: sink.line_if(child),
        section: sink.line_if(section),
        note: sink.line_if(note),
    };
    Guarded::new(check, readers.or(Audiences::STAFF))
}

/// Whoever may see the checklist finds something to check.
fn has_something_for(
    readers: Audiences,
    checks: &[Guarded<Check>],
    id: &Spanned<String>,
    sink: &mut Sink<'_>,
) {
    if checks.is_empty() {
        sink.value(
            id,
            format!("There is nothing to check in “{}”.", id.value),
            "Write [[check]] on a line of its own, and below it text = \"…\", once for each thing to check.",
        );
        return;
    }
    let seen = checks
        .iter()
        .fold(Audiences::NONE, |seen, check| seen.or(check.audiences()));
    let without = readers.without(seen);
    if !without.is_empty() {
        sink.value(
            id,
            format!(
                "The checklist “{}” is for {without}, but none of its checks is.",
                id.value
            ),
            format!("Take {without} out of its “for”, or add them to the “for” of a check."),
        );
    }
}

/// The roles that sign, each once.
fn signers(
    names: Vec<At<String>>,
    readers: Audiences,
    register: Register<'_>,
    sink: &mut Sink<'_>,
) -> Vec<Spanned<RoleId>> {
    sink.at_most(20, "roles that sign", &names);
    let mut signers: Vec<Spanned<RoleId>> = Vec::with_capacity(names.len());
    for name in names.into_iter().map(spanned) {
        let whole = ("checklist", readers);
        let Some(role) = shown_role(&name, whole, register, sink) else {
            continue;
        };
        if signers.iter().any(|other| other.value == role.value) {
            sink.value(
                &name,
                format!("The role “{}” signs twice.", name.value),
                "Name each role once: it has one line to sign on.",
            );
        } else {
            signers.push(role);
        }
    }
    signers
}
