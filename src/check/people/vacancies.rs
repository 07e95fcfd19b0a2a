//! Posts that readers are sent to and that nobody holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::live;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Record, RoleId, RoleKind, Site};
use crate::source::{Place, SourceFile};

/// A role that readers are sent to has somebody in it.
pub(crate) static VACANT_ROLE: Rule = Rule {
    name: "vacant-role",
    severity: Severity::Warning,
    summary: "A role that a page, a route, a procedure or the worried page names has somebody in it.",
    explanation: explained!("vacant-role"),
};

pub(super) fn check(site: &Site, file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    let named = named(site);
    let left = super::super::facts::left_to_tell(site);
    for (index, id) in site.role_ids().enumerate() {
        let role = &site.roles[index];
        let vacant = role.kind == RoleKind::Person
            && !live::is_unnamed(site, id)
            && !role
                .holders
                .iter()
                .any(|holder| holder.is_in_post(site.today));
        let Some(by) = named.get(&id).filter(|_| vacant) else {
            continue;
        };
        let deputy = role.deputy.map(|deputy| &site.role(deputy).title.value);
        let meanwhile = match deputy {
            Some(deputy) => format!("Until then readers are sent to the deputy ({deputy})."),
            None => "There is no deputy either, so they find an empty post.".to_owned(),
        };
        let for_a_child = match (&left[..], site.help.as_ref()) {
            ([one], Some(help)) if help.children.adults.iter().any(|role| role.value == id) => {
                format!(" A worried child has only {one} left to choose.")
            }
            ([], Some(_)) => " A worried child has nobody left to choose.".to_owned(),
            (_, _) => String::new(),
        };
        diagnostics
            .report(
                &VACANT_ROLE,
                Place::at(file, role.id.span.clone()),
                format!("Nobody holds the role “{}”, and {by}.", role.title.value),
                format!(
                    "Say who holds it now: holders = [{{ name = \"…\" }}]. {meanwhile}{for_a_child}"
                ),
            )
            .on_pages_of(role.readers);
    }
}

/// Every role that readers are sent to or that signs, and what says so first.
fn named(site: &Site) -> BTreeMap<RoleId, String> {
    let mut named = BTreeMap::new();
    let sends = |what: &str| format!("{what} sends people to it");
    if let Some(help) = &site.help {
        let parents = &help.parents;
        let children = help.children.adults.iter();
        for role in children
            .chain(&parents.school)
            .chain([&parents.services, &parents.services_out_of_hours])
        {
            named
                .entry(role.value)
                .or_insert_with(|| sends("content/help.toml"));
        }
    }
    for route in &site.routes {
        for role in route.to.iter().chain(&route.instead) {
            let by = || sends(&format!("the route about “{}”", route.about.value));
            named.entry(role.value).or_insert_with(by);
        }
    }
    for procedure in &site.handbook.procedures {
        for role in procedure.steps.iter().flat_map(|step| &step.roles) {
            let by = || sends(&format!("the procedure “{}”", procedure.id.value));
            named.entry(role.value).or_insert_with(by);
        }
    }
    for page in &site.pages {
        for reader in page.readers.iter() {
            let outline = page.prose.outline(reader);
            let references = outline.references.iter();
            let referred = references.filter_map(|named| match site.record(&named.target) {
                Ok(Record::Role(role)) => Some(role),
                Ok(_) | Err(_) => None,
            });
            let blocks = outline.fences.iter();
            let shown = blocks.flat_map(|fence| match site.block(fence, reader) {
                Some(Ok(block)) => block.roles(),
                Some(Err(_)) | None => Vec::new(),
            });
            for role in referred.chain(shown) {
                named
                    .entry(role)
                    .or_insert_with(|| sends(&format!("content/{}.md", page.path)));
            }
        }
    }
    for role in &site.roles {
        if let Some(deputy) = role.deputy {
            let by = || format!("it is to stand in for “{}”", role.title.value);
            named.entry(deputy).or_insert_with(by);
        }
    }
    for list in &site.handbook.checklists {
        for role in &list.signed_by {
            let by = || format!("it is to sign the checklist “{}”", list.title.value);
            named.entry(role.value).or_insert_with(by);
        }
    }
    named
}
