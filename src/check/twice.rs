//! Rules about duties that are written twice.
//!
//! In: the duties of roles in `people.toml`, and those of `schedule.toml`. Out:
//! each that stands again at another role, and each that is to be done at two
//! intervals.

use std::collections::BTreeMap;

use super::access::bare;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::Place;

/// A duty is one post's (seeds O21).
static DUPLICATE_DUTY: Rule = Rule {
    name: "duplicate-duty",
    severity: Severity::Warning,
    summary: "No duty stands in the same words at two roles.",
    explanation: explained!("duplicate-duty"),
};
/// One thing is done at one interval (seeds O6).
static DUTY_CONFLICT: Rule = Rule {
    name: "duty-conflict",
    severity: Severity::Warning,
    summary: "No duty of the same name is to be done at two intervals.",
    explanation: explained!("duty-conflict"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&DUPLICATE_DUTY, &DUTY_CONFLICT];

/// Roles can share a few words on purpose, as in “Keep records”.
const WORDS: usize = 6;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    of_roles(site, diagnostics);
    of_schedule(site, diagnostics);
}

fn of_roles(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.people else {
        return;
    };
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for role in &site.roles {
        let title = role.title.value.as_str();
        for guarded in &role.duties {
            let text = &guarded.inspect().text;
            let words = bare(&text.value);
            if words.split(' ').count() < WORDS {
                continue;
            }
            let other = *first.entry(words).or_insert(title);
            if other == title {
                continue;
            }
            diagnostics
                .report(
                    &DUPLICATE_DUTY,
                    Place::at(file, text.span.clone()),
                    format!("“{title}” has a duty in the same words as “{other}”, so nobody knows whose it is."),
                    format!("Say what {title} does about it, or leave it to {other} alone. If the one has all the duties of the other, write inherits = [\"…\"] with the other's id."),
                )
                .on_pages_of(guarded.audiences());
        }
    }
}

fn of_schedule(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.schedule else {
        return;
    };
    let mut first = BTreeMap::new();
    for duty in &site.schedule.duties {
        let name = bare(&duty.title);
        let every = duty.every.value.to_string();
        let (other, interval) = first
            .entry(name)
            .or_insert_with(|| (duty.id.value.as_str(), every.clone()));
        if *interval != every {
            diagnostics.report(
                &DUTY_CONFLICT,
                Place::at(file, duty.id.span.clone()),
                format!(
                    "“{}” has the interval “{every}” here, and “{interval}” in “{other}”.",
                    duty.title
                ),
                "Keep the one that is right. If they are two things, give them two titles.",
            );
        }
    }
}
