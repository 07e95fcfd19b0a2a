//! Who is there when the safeguarding lead is not.

use std::sync::Arc;

use super::{in_post, is_post, names};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{RecordKind, RoleId, Site};
use crate::source::{Place, SourceFile};

/// A child's worry does not wait until the lead is back.
pub(super) static NO_DEPUTY: Rule = Rule {
    name: "no-deputy",
    severity: Severity::Warning,
    summary: "The safeguarding lead has a deputy, who is somebody else.",
    explanation: explained!("no-deputy"),
};

pub(super) fn check(site: &Site, file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    // A deputy that is misspelt is one, and has been told.
    let misspelt = diagnostics
        .iter()
        .any(|told| told.rule == RecordKind::Role.must_exist() && told.place.path() == file.path());
    for id in site.role_ids().filter(|id| is_lead(site, *id)) {
        let role = site.role(id);
        let title = &role.title.value;
        let (span, message) = match role.deputy {
            None if misspelt => continue,
            None => (
                &role.id.span,
                format!(
                    "“{title}” has no deputy, so a worry would wait while the post's holder is away."
                ),
            ),
            Some(deputy) => {
                let leads = in_post(site, id);
                let stand_ins = in_post(site, deputy);
                // That a post is empty is told of that post.
                let same = !stand_ins.is_empty() && stand_ins.is_subset(&leads);
                if !is_post(site, deputy) || !same {
                    continue;
                }
                let deputy = site.role(deputy);
                (
                    &deputy.id.span,
                    format!(
                        "Nobody stands in for “{title}”: the deputy, “{}”, is the same person.",
                        deputy.title.value
                    ),
                )
            }
        };
        diagnostics
            .report(
                &NO_DEPUTY,
                Place::at(file, span.clone()),
                message,
                "Make somebody else the deputy: a role of its own with holders = [{ name = \"…\" }], and its id as the lead's deputy = \"…\".",
            )
            .on_pages_of(role.readers);
    }
}

/// Whether a post is the safeguarding lead's, by what it is called. A deputy's
/// is not, nor a governor's.
fn is_lead(site: &Site, role: RoleId) -> bool {
    let leads = |name: &str| {
        let name = name.to_lowercase();
        name.contains("safeguarding lead")
            && !["deputy", "governor", "trustee", "assistant"]
                .iter()
                .any(|other| name.contains(other))
    };
    is_post(site, role) && names(site, role).any(leads)
}
