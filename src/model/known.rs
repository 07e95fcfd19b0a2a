//! What an editor meant who named a record by something other than its id.

use crate::diagnostic::{did_you_mean, is_slip};
use crate::model::{Checklist, GlossaryTerm, Guidance, Helpline, RecordKind, Role, Site, System};

/// What to write instead of a role that there is none of. A role may have
/// been named by its title, by another name, or by who holds it.
pub(crate) fn role_help(roles: &[Role], written: &str) -> String {
    let ids = roles.iter().map(|role| role.id.value.as_str());
    // Two with one id are told of by themselves.
    let surely = |role: &&Role| ids.clone().filter(|id| *id == role.id.value).count() == 1;
    let nearest = did_you_mean("roles", written, ids.clone());
    let typed = written.trim().to_lowercase();
    if ids.clone().any(|id| typed == id || is_slip(&typed, id)) {
        return nearest;
    }
    let called = |role: &&Role| {
        let names = [Some(&role.title), role.child_name.as_ref()];
        let names = names.into_iter().flatten().map(|name| &name.value);
        names.chain(&role.aliases).any(|name| same(name, written))
    };
    if let Some(role) = roles.iter().filter(surely).find(called) {
        return format!("Write its id: “{}”.", role.id.value);
    }
    let in_post = |role: &&Role| {
        let mut holders = role.holders.iter();
        holders.any(|holder| same(&holder.name.inspect().value, written))
    };
    if let Some(role) = roles.iter().filter(surely).find(in_post) {
        return format!(
            "Write the id of the role, not who holds it: “{}”.",
            role.id.value
        );
    }
    nearest
}

impl Site {
    /// What is said of an option that names a role that there is not.
    pub(crate) fn no_such_role(&self, written: &str) -> String {
        format!(
            "there is no role “{written}” in content/people.toml. {}",
            role_help(&self.roles, written)
        )
    }
}

/// What to write instead of a helpline that there is none of.
pub(crate) fn helpline_help(helplines: &[Helpline], written: &str) -> String {
    let known = helplines.iter();
    let known = known.map(|line| (line.id.value.as_str(), line.name.value.as_str()));
    titled_help(RecordKind::Helpline, written, known)
}

/// What to write instead of a law or guidance that there is none of.
pub(crate) fn guidance_help(guidance: &[Guidance], written: &str) -> String {
    let known = guidance.iter().flat_map(|guidance| {
        let names = std::iter::once(&guidance.title).chain(&guidance.aliases);
        names.map(|name| (guidance.id.value.as_str(), name.value.as_str()))
    });
    titled_help(RecordKind::Guidance, written, known)
}

/// What to write instead of a term that there is none of.
pub(crate) fn term_help(terms: &[GlossaryTerm], written: &str) -> String {
    let known = terms.iter().flat_map(|term| {
        let names = std::iter::once(&term.term).chain(&term.acronym);
        let names = names.chain(&term.aliases).chain(&term.child);
        names.map(|name| (term.id.value.as_str(), name.value.as_str()))
    });
    titled_help(RecordKind::Term, written, known)
}

/// What to write instead of a checklist that there is none of.
pub(crate) fn checklist_help(checklists: &[Checklist], written: &str) -> String {
    let known = checklists.iter();
    let known = known.map(|list| (list.id.value.as_str(), list.title.value.as_str()));
    titled_help(RecordKind::Checklist, written, known)
}

/// What to write instead of a system that there is none of.
pub(crate) fn system_help(systems: &[System], written: &str) -> String {
    let known = systems.iter().flat_map(|system| {
        let names = std::iter::once(&system.name).chain(&system.aliases);
        names.map(|name| (system.id.value.as_str(), name.value.as_str()))
    });
    titled_help(RecordKind::System, written, known)
}

/// What to write instead of a name that no record of a kind has: the id of
/// the one whose title was written, or one that is near. `known` are the ids
/// and titles that there are.
pub(super) fn titled_help<'k>(
    kind: RecordKind,
    written: &str,
    known: impl Iterator<Item = (&'k str, &'k str)> + Clone,
) -> String {
    let mut titled = known.clone();
    match titled.find(|(_, title)| same(title, written)) {
        Some((id, _)) => format!("Write its id: “{id}”."),
        None => did_you_mean(kind.plural(), written, known.map(|(id, _)| id)),
    }
}

/// What to write instead of a policy that there is none of: `there` are the
/// names of those that can be named.
pub(crate) fn policy_help(site: &Site, written: &str, there: &[&str]) -> String {
    let mut called = site.pages.iter().filter_map(|page| {
        let name = page.path.strip_prefix("policies/")?;
        (there.contains(&name) && same(&page.front.title.value, written)).then_some(name)
    });
    match called.next() {
        Some(name) => format!("Write “{name}”, the name of its file without .md."),
        None => did_you_mean("policies", written, there.iter().copied()),
    }
}

/// Whether two names are one, but for capitals or a slip of the keyboard.
fn same(name: &str, written: &str) -> bool {
    let (name, written) = (name.trim().to_lowercase(), written.trim().to_lowercase());
    name == written || (name.len() > 4 && is_slip(&written, &name))
}
