//! Rules about people: who is there when a reader is sent to them.
//!
//! All of these are warnings. People leave, and are asked to stand in; a school
//! must be able to publish a corrected telephone number meanwhile.

mod apart;
mod deputies;
mod routes;
mod vacancies;

use std::collections::BTreeSet;

use super::live::TO_FILL_IN;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{RoleId, RoleKind, Site};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &vacancies::VACANT_ROLE,
    &deputies::NO_DEPUTY,
    &apart::ROLES_APART,
    &routes::ONE_PERSON,
    &routes::TO_ITSELF,
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    // Who holds a role may be what could not be read.
    let whole = site.read_whole("content/people.toml");
    let Some(file) = site.files.people.as_ref().filter(|_| whole) else {
        return;
    };
    vacancies::check(site, file, diagnostics);
    deputies::check(site, file, diagnostics);
    apart::check(site, file, diagnostics);
    routes::check(site, file, diagnostics);
}

/// The people who are in a post today, by the name grown-ups use.
fn in_post(site: &Site, role: RoleId) -> BTreeSet<&str> {
    let holders = site.role(role).holders.iter();
    holders
        .filter(|holder| holder.is_in_post(site.today))
        .map(|holder| holder.name.inspect().value.as_str())
        // Nobody is called so: who it is, is still to be said.
        .filter(|name| *name != TO_FILL_IN)
        .collect()
}

/// Whether a post is the school's own and one that people hold: of bodies and
/// of those outside nobody is named as a rule.
fn is_post(site: &Site, role: RoleId) -> bool {
    site.role(role).kind == RoleKind::Person
}

/// The title of a role and the other names it goes by.
fn names(site: &Site, role: RoleId) -> impl Iterator<Item = &str> {
    let role = site.role(role);
    let aliases = role.aliases.iter().map(String::as_str);
    [role.title.value.as_str()].into_iter().chain(aliases)
}
