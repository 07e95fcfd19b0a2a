//! Recurring duties: who sees to each, and which checklist is gone through.

use super::schedule::{Shelf, role};
use super::sink::{Ids, Sink};
use super::spanned;
use crate::load::raw::RawRecurringDuty;
use crate::model::{ChecklistId, RecordKind, RecurringDuty, checklist_help, doubt};
use crate::source::Spanned;

/// A duty, with whoever and whatever it names.
pub(super) fn duty(
    raw: RawRecurringDuty,
    taken: &mut Ids,
    shelf: Shelf<'_>,
    sink: &mut Sink<'_>,
) -> RecurringDuty {
    let RawRecurringDuty {
        id,
        title,
        owner,
        every,
        last,
        next,
        evidence,
        checklist,
    } = raw;
    let id = spanned(id);
    sink.id(&id, "duty", taken);
    RecurringDuty {
        id,
        title: title.into_inner(),
        owner: role(owner, shelf, sink),
        every: spanned(every),
        last: last.map(spanned),
        next: next.map(spanned),
        evidence: evidence.map(spanned),
        checklist: checklist.and_then(|name| self::checklist(&spanned(name), shelf, sink)),
    }
}

fn checklist(name: &Spanned<String>, shelf: Shelf<'_>, sink: &mut Sink<'_>) -> Option<ChecklistId> {
    let known = shelf.checklists.iter().map(|list| &*list.id.value);
    let found = known.clone().position(|id| id == name.value);
    if found.is_none() && doubt::surely_lacks(shelf.all_checklists, known, &name.value) {
        sink.report(
            RecordKind::Checklist.must_exist(),
            name,
            RecordKind::Checklist.unknown(&name.value),
            checklist_help(shelf.checklists, &name.value),
        );
    }
    found.map(ChecklistId::new)
}
