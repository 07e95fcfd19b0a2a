//! Rules about the ledger.

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Compared, Site};
use crate::source::Place;

/// A digest that this version cannot compare.
static APPROVAL_SCHEME: Rule = Rule {
    name: "approval-scheme",
    severity: Severity::Warning,
    summary: "The newest approval of a page can be compared with what the page says now.",
    explanation: explained!("approval-scheme"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&APPROVAL_SCHEME];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.approvals else {
        return;
    };
    for id in site.page_ids() {
        let approvals = site.approvals_of(id);
        let Some(newest) = approvals.last() else {
            continue;
        };
        for view in &newest.digests {
            let shown = site.shown(id, view.audience);
            if newest.compared(view.audience, &shown) != Compared::UnknownScheme {
                continue;
            }
            diagnostics
                .report(
                    &APPROVAL_SCHEME,
                    Place::at(file, view.span.clone()),
                    format!(
                        "Nobody can tell whether “{}” is still what was approved: the digest is of a kind that this version of Signpost does not know.",
                        site.page(id).front.title.value
                    ),
                    "Use the version of Signpost that wrote this line, or have the page approved again.",
                )
                .on_pages_of(view.audience.into());
        }
    }
}
