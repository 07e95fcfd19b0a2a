//! The ledger.

use std::collections::BTreeMap;

use super::sink::Sink;
use super::spanned;
use crate::audience::Audience;
use crate::date::PartialDate;
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawApproval, RawApprovals};
use crate::model::approval::ApprovedView;
use crate::model::{Approval, Ledger};
use crate::source::Spanned;

/// The ledger, or an empty one.
///
/// It is history: a page or a role that it names may have gone since, and
/// that is no fault of it.
pub(super) fn ledger(
    record: Option<Record<RawApprovals>>,
    diagnostics: &mut Diagnostics,
) -> Ledger {
    let Some(Record { file, value: raw }) = record else {
        return Ledger::default();
    };
    let mut sink = Sink::of(&file, diagnostics);
    let approvals = raw.approval.into_iter().map(At::into_inner);
    Ledger {
        approvals: approvals
            .filter_map(|approval| self::approval(approval, &mut sink))
            .collect(),
    }
}

fn approval(raw: RawApproval, sink: &mut Sink<'_>) -> Option<Approval> {
    let RawApproval {
        page,
        on,
        by,
        evidence,
        minor,
        digests,
        sections,
    } = raw;
    let on = spanned(on);
    let PartialDate::Day(day) = on.value else {
        sink.value(
            &on,
            format!("“{}” is not a day.", on.value),
            "Write the day of the approval, as in on = 2026-09-30",
        );
        return None;
    };
    if digests.is_empty() {
        sink.value(
            &on,
            "This approval does not say which text was approved.",
            "Entries are made by the command signpost approve: take this one out, and run it.",
        );
    }
    let mut sections: BTreeMap<String, Vec<String>> = sections
        .into_iter()
        .map(|(view, sections)| (view.into_inner(), sections))
        .collect();
    let mut views = Vec::with_capacity(digests.len());
    for (view, digest) in digests {
        let view = spanned(view);
        let Some(audience) = Audience::from_word(&view.value) else {
            sink.value(
                &view,
                format!("“{}” is not the name of a view.", view.value),
                "The views are children, parents and staff.",
            );
            continue;
        };
        let sections = sections.remove(&view.value).unwrap_or_default();
        views.push(ApprovedView {
            audience,
            span: digest.span(),
            digest: digest.into_inner(),
            sections: sections.into_iter().map(section).collect(),
        });
    }
    Some(Approval {
        page: spanned(page),
        on: Spanned::new(day, on.span),
        by: spanned(by),
        evidence: evidence.into_inner(),
        minor: minor.map(At::into_inner),
        digests: views,
    })
}

/// A digest and a heading, as they stand together.
fn section(written: String) -> (String, String) {
    match written.split_once(' ') {
        Some((digest, title)) => (digest.to_owned(), title.to_owned()),
        None => (written, String::new()),
    }
}
