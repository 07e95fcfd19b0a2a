//! A rule about names: what keeps a school safe is not named to everybody.
//!
//! In: a text word by word, those who read it, and the systems whose names are
//! for staff alone. Out: each place where such a name stands before others. It
//! guesses, so it warns: a name may be an everyday word besides, and is found
//! only where it has its capitals.

use super::lexicon::{Found, Where};
use super::records::for_staff;
use super::sink::Said;
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{Page, Site, System};
use crate::words::{Capitals, Mark, Phrases, Words};

/// Nobody but staff reads the name of a system that is for them alone (seeds
/// H, J20).
pub(crate) static SYSTEM_NAMED: Rule = Rule {
    name: "system-named",
    severity: Severity::Warning,
    summary: "The name of a system that is for staff alone stands in no text that others read.",
    explanation: explained!("system-named"),
};

/// The names that only staff may read.
pub(super) fn names(site: &Site) -> Phrases<&System> {
    let mut names = Phrases::new(Capitals::Written);
    let systems = site.handbook.systems.iter();
    for system in systems.filter(|system| system.is_for_staff_alone()) {
        for name in std::iter::once(&system.name).chain(&system.aliases) {
            names.add(&name.value, system);
            names.add(&format!("{}'s", name.value), system);
        }
    }
    names
}

/// Each of these names in a text that others than staff read.
pub(super) fn found(
    names: &Phrases<&System>,
    words: &Words<'_>,
    place: Where<'_>,
    found: &mut Vec<Found>,
) {
    let Where { page, readers } = place;
    let others = readers.without(Audience::Staff.into());
    if others.is_empty() {
        return;
    }
    let mut at = 0;
    while at < words.len() {
        // In code it is read like anywhere else.
        let is_read = |mark| matches!(mark, Mark::Plain | Mark::Fixed | Mark::Code);
        let Some((length, system)) = names.at(words, at, is_read) else {
            at += 1;
            continue;
        };
        let name = at..at + length;
        at += length;
        found.push((said(system, (others, page)), words.span(name)));
    }
}

fn said(system: &System, (others, page): (Audiences, Option<&Page>)) -> Said {
    let name = &system.name.value;
    let or = page.map_or_else(
        || "leave it out".to_owned(),
        |page| for_staff(page).to_owned(),
    );
    (
        &SYSTEM_NAMED,
        format!(
            "“{name}” is the name of a system that is for staff alone, and {others} read it here."
        ),
        format!("Write what it is for instead of what it is called, or {or}."),
    )
}
