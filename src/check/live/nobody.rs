//! A worried page on which nobody was ever named.
//!
//! In: a live site. Out: one finding, where every post that a worried child is
//! sent to is without a holder of any time. A post of which somebody was named
//! and has left is a vacancy, and must never be found here: it stops nothing.

use super::PLACEHOLDER;
use crate::audience::Audience;
use crate::diagnostic::Diagnostics;
use crate::model::{RoleId, RoleKind, Site, Status};
use crate::source::Place;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let posts = never_held(site);
    let (Some(file), Some(first)) = (&site.files.people, posts.first()) else {
        return;
    };
    diagnostics
        .report(
            &PLACEHOLDER,
            Place::at(file, site.role(*first).id.span.clone()),
            "Nobody is named whom a worried child can turn to, and this site is live.",
            "Say who holds one of the posts in “adults” of content/help.toml, as in holders = [{ name = \"…\", child_name = \"…\", name_for = [\"children\", \"parents\"] }]. Whoever has left can stay there with until = and the last day: no page shows the name. While the site is being written, set status = \"draft\" in content/school.toml.",
        )
        .on_pages_of(Audience::Children.into());
}

/// The posts that a worried child is sent to, where nobody was ever named of
/// any of them, or of those who stand in.
pub(super) fn never_held(site: &Site) -> Vec<RoleId> {
    let Some(help) = &site.help else {
        return Vec::new();
    };
    if site.school.status != Status::Live || !site.read_whole("content/people.toml") {
        return Vec::new();
    }
    let adults = &help.children.adults;
    let found = site.found_in(adults, Audience::Children);
    let named = adults.iter().map(|role| role.value).chain(found);
    if named
        .into_iter()
        .any(|id| !site.role(id).holders.is_empty())
    {
        return Vec::new();
    }
    // A page of bodies alone, such as “your teacher”, was meant so.
    let posts = adults.iter().map(|role| role.value);
    posts
        .filter(|id| site.role(*id).kind == RoleKind::Person)
        .collect()
}
