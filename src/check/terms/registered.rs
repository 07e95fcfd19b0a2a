//! The names that a site's registers hold: whoever has a name in capitals need
//! not be spelt out, and a title keeps the words that it has.

use std::collections::BTreeSet;

use super::shapes;
use crate::model::Site;
use crate::words::runs;

/// The words in capitals among some names.
pub(super) struct Capitals(BTreeSet<String>);

impl Capitals {
    pub(super) fn contains(&self, stem: &str) -> bool {
        self.0.contains(stem)
    }
}

/// The words in capitals among `names`.
pub(super) fn capitals<'n>(names: impl IntoIterator<Item = &'n str>) -> Capitals {
    let mut words = BTreeSet::new();
    for name in names {
        for span in runs(name, 0..name.len()) {
            words.extend(shapes::stem(&name[span]).map(str::to_owned));
        }
    }
    Capitals(words)
}

/// Every name of somebody or something that the registers hold.
pub(super) fn names(site: &Site) -> Vec<&str> {
    let mut names: Vec<&str> = vec![site.school.name.value.as_str()];
    names.extend(titles(site));
    for role in &site.roles {
        names.push(&role.title.value);
        names.extend(role.aliases.iter().map(String::as_str));
        names.extend(role.child_name.iter().map(|name| name.value.as_str()));
        let holders = role.holders.iter().map(|holder| holder.name.inspect());
        names.extend(holders.map(|name| name.value.as_str()));
    }
    names
}

/// The names of laws, guidance, bodies, services and helplines.
pub(super) fn titles(site: &Site) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(site.helplines.iter().map(|line| line.name.value.as_str()));
    for guidance in &site.handbook.guidance {
        let own = [&guidance.title, &guidance.publisher].into_iter();
        names.extend(own.chain(&guidance.aliases).map(|name| name.value.as_str()));
    }
    for renamed in &site.handbook.renamed {
        let all = std::iter::once(&renamed.now).chain(&renamed.was);
        names.extend(all.map(|name| name.value.as_str()));
    }
    for system in &site.handbook.systems {
        let own = std::iter::once(&system.name).chain(&system.supplier);
        names.extend(own.chain(&system.aliases).map(|name| name.value.as_str()));
    }
    names
}

/// The names of roles as children have them.
pub(super) fn child_names(site: &Site) -> impl Iterator<Item = &str> {
    let roles = site.roles.iter();
    roles.filter_map(|role| Some(role.child_name.as_ref()?.value.as_str()))
}
