//! Posts that one person cannot hold both, because the one watches the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{in_post, is_post, names};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{RoleId, Site};
use crate::source::{Place, SourceFile};

/// Nobody watches over themselves.
pub(super) static ROLES_APART: Rule = Rule {
    name: "roles-apart",
    severity: Severity::Warning,
    summary: "Nobody holds a post together with one that it is to watch over.",
    explanation: explained!("roles-apart"),
};

/// Who watches over whom, by words of their titles, and why they are apart.
///
/// The data protection officer must not decide what is done with data (UK
/// GDPR, article 38(6)); the chair of governors hears what is said about the
/// headteacher.
const APART: [(&str, &[&str], &str); 2] = [
    (
        "data protection officer",
        &[
            "headteacher",
            "head teacher",
            "network manager",
            "business manager",
        ],
        "A data protection officer advises on decisions about data, and must not be the one who takes them",
    ),
    (
        "chair of governors",
        &["headteacher", "head teacher"],
        "The chair of governors hears about a worry about the headteacher",
    ),
];

pub(super) fn check(site: &Site, file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    for watcher in site.role_ids().filter(|id| is_post(site, *id)) {
        for (watches, watched, why) in APART {
            if !is_called(site, watcher, &[watches]) {
                continue;
            }
            let posts = site
                .role_ids()
                .filter(|id| is_post(site, *id) && *id != watcher);
            let others = posts.filter(|id| is_called(site, *id, watched));
            let watching = in_post(site, watcher);
            for other in others {
                let both: BTreeSet<&str> = in_post(site, other);
                let Some(both) = watching.intersection(&both).next() else {
                    continue;
                };
                let (title, other) = (&site.role(watcher).title, &site.role(other).title);
                diagnostics
                    .report(
                        &ROLES_APART,
                        Place::at(file, site.role(watcher).id.span.clone()),
                        format!("{both} is both “{}” and “{}”. {why}.", title.value, other.value),
                        "Ask somebody else to take one of the two posts, or share one with another school.",
                    )
                    .on_pages_of(site.role(watcher).readers);
            }
        }
    }
}

/// Whether a post goes by one of these names. A deputy's or an assistant's is
/// another post.
fn is_called(site: &Site, role: RoleId, called: &[&str]) -> bool {
    names(site, role).any(|name| {
        let name = name.to_lowercase();
        let other = ["deputy", "assistant", "vice"]
            .iter()
            .any(|word| name.contains(word));
        !other && called.iter().any(|called| name.contains(called))
    })
}
