//! Routes that lead to one person, or back to whom the worry is about.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{in_post, is_post, names};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{RoleId, Route, Site};
use crate::source::{Place, SourceFile};

/// A worry has a second person to go to.
pub(super) static ONE_PERSON: Rule = Rule {
    name: "route-one-person",
    severity: Severity::Warning,
    summary: "The posts that a route names are not all held by the same person.",
    explanation: explained!("route-one-person"),
};
/// A worry about somebody goes to somebody else.
pub(super) static TO_ITSELF: Rule = Rule {
    name: "route-to-itself",
    severity: Severity::Warning,
    summary: "A worry about somebody goes to somebody else.",
    explanation: explained!("route-to-itself"),
};

pub(super) fn check(site: &Site, file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    for route in &site.routes {
        // The stronger one is told alone: what mends it mends the other.
        if !to_itself(site, file, route, diagnostics) {
            one_person(site, file, route, diagnostics);
        }
    }
}

/// A route that names two posts or more, all of them one person's. A route
/// that names one post is as it was meant to be.
fn one_person(site: &Site, file: &Arc<SourceFile>, route: &Route, diagnostics: &mut Diagnostics) {
    let roles: BTreeSet<RoleId> = named(route).collect();
    if roles.len() < 2 || roles.iter().any(|role| !is_post(site, *role)) {
        return;
    }
    let everybody = roles.iter().map(|role| in_post(site, *role));
    // An empty post is told as that.
    let people: Vec<BTreeSet<&str>> = everybody.filter(|people| !people.is_empty()).collect();
    let all: BTreeSet<&str> = people.iter().flatten().copied().collect();
    let (Some(one), 2.., 1) = (all.first(), people.len(), all.len()) else {
        return;
    };
    diagnostics
        .report(
            &ONE_PERSON,
            Place::at(file, route.about.span.clone()),
            format!(
                "Every post on the route about “{}” is {one}'s, so nobody else hears of it.",
                route.about.value
            ),
            "Add a role that somebody else holds to “to”, or to “instead” for when it is about that person.",
        )
        .on_pages_of(route.readers);
}

/// Whether the route sends a worry about somebody to that very person.
fn to_itself(
    site: &Site,
    file: &Arc<SourceFile>,
    route: &Route,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(about) = whom(site, &route.about.value) else {
        return false;
    };
    let themselves = in_post(site, about);
    let found = route.to.iter().find(|to| {
        let there = in_post(site, to.value);
        let same_person = !there.is_empty() && there.is_subset(&themselves);
        to.value == about || (is_post(site, to.value) && same_person)
    });
    let Some(to) = found else {
        return false;
    };
    let (to_title, title) = (
        &site.role(to.value).title.value,
        &site.role(about).title.value,
    );
    let message = if to.value == about {
        format!("A worry about “{title}” would go to “{title}”.")
    } else {
        format!("A worry about “{title}” would go to the same person, as “{to_title}”.")
    };
    diagnostics
        .report(
            &TO_ITSELF,
            Place::at(file, to.span.clone()),
            message,
            "Name in “to” only those whom this person cannot keep it from: another post, the governors, or somebody outside the school.",
        )
        .on_pages_of(route.readers);
    true
}

/// Everybody that a route names.
fn named(route: &Route) -> impl Iterator<Item = RoleId> {
    route.to.iter().chain(&route.instead).map(|role| role.value)
}

/// Whom a worry is about: the post whose name ends the words, after “about” or
/// “against”.
fn whom(site: &Site, about: &str) -> Option<RoleId> {
    let about = about.to_lowercase();
    let after = [" about ", " against "]
        .iter()
        .filter_map(|word| about.rsplit_once(word));
    let called: Vec<&str> = after
        .map(|(_, name)| {
            let name = name.trim();
            let bare = ["the ", "our ", "a ", "an "]
                .iter()
                .find_map(|article| name.strip_prefix(article));
            bare.unwrap_or(name)
        })
        .collect();
    let mut posts = site.role_ids().filter(|role| is_post(site, *role));
    posts.find(|role| names(site, *role).any(|name| called.contains(&name.to_lowercase().as_str())))
}
