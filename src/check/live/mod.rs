//! Rules about a site that is a real school's, or that is to become one.
//!
//! In: a site. Out: what in it is still made up or to be filled in: in a draft
//! a warning for each thing, in the order in which a school would say them,
//! and in a live site an error. The example of a school that does not exist is
//! left alone.

mod gaps;
mod made_up;
mod nobody;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity, explained};
use crate::model::{Role, RoleId, RoleKind, Site, Status};

pub use gaps::Gap;
pub(crate) use made_up::TO_FILL_IN;

/// A live site has nothing made up in it.
pub(crate) static PLACEHOLDER: Rule = Rule {
    name: "placeholder",
    severity: Severity::Error,
    summary: "A live site has no made-up telephone numbers or addresses, nothing that is still to be filled in, and somebody whom a worried child can turn to.",
    explanation: explained!("placeholder"),
};
/// What a draft has still to say.
static TO_BE_FILLED_IN: Rule = Rule {
    name: "to-fill-in",
    severity: Severity::Warning,
    summary: "What signpost init could not know is filled in before a draft goes live.",
    explanation: explained!("to-fill-in"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&PLACEHOLDER, &TO_BE_FILLED_IN];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    match site.school.status {
        Status::Example => {}
        Status::Live => {
            for gap in gaps::all(site) {
                refuse(&gap, diagnostics);
            }
            nobody::check(site, diagnostics);
        }
        // What could not be read may say that it is an example.
        Status::Draft if site.files.school.is_none() => {}
        Status::Draft if !site.read_whole("content/school.toml") => {}
        Status::Draft => {
            for (gap, again) in once(site) {
                remind(&gap, &again, diagnostics);
            }
        }
    }
}

/// What a site has still to say, the first thing first.
pub(super) fn to_fill_in(site: &Site) -> Vec<Gap> {
    let gaps = once(site).into_iter();
    gaps.map(|(gap, _)| gap).collect()
}

/// Whether a rule is that which reminds of them.
pub(super) fn is_reminder(rule: &Rule) -> bool {
    rule == &TO_BE_FILLED_IN
}

/// Where a finding is told: what is to be filled in comes before the other
/// warnings, in the order in which it was found; else by its file.
pub(super) fn turn(finding: &Diagnostic) -> String {
    let path = finding.place.path();
    if !is_reminder(finding.rule) {
        return format!("1 {path}");
    }
    let file = match path {
        "content/school.toml" => 0,
        "content/people.toml" => 1,
        _ => 2,
    };
    format!("0 {file} {path}")
}

/// Whether it was told already that how to reach somebody outside the school
/// is still made up: then nobody can have checked it.
pub(super) fn is_unreachable(site: &Site, role: &Role) -> bool {
    let mut channels = role.channels.iter();
    site.school.status != Status::Example
        && role.kind == RoleKind::Outside
        && channels.any(|channel| made_up::is_made_up(&channel.inspect().value.value))
}

/// Whether it was told already that nobody was ever named of a post: that it
/// is empty only follows.
pub(super) fn is_unnamed(site: &Site, post: RoleId) -> bool {
    nobody::never_held(site).contains(&post)
}

/// Each thing to say once, with the other places where the same stands.
fn once(site: &Site) -> Vec<(Gap, Vec<Gap>)> {
    let mut said: Vec<(Gap, Vec<Gap>)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for gap in gaps::all(site) {
        if !gap.is_empty() {
            let likeness = made_up::likeness(&gap.value);
            if let Some(first) = known.get(&likeness) {
                said[*first].1.push(gap);
                continue;
            }
            known.insert(likeness, said.len());
        }
        said.push((gap, Vec::new()));
    }
    said
}

fn refuse(gap: &Gap, diagnostics: &mut Diagnostics) {
    let (message, help) = if gap.is_empty() {
        (
            "This is still to be filled in, and this site is live.".to_owned(),
            format!("{}.", sentence(&gap.step)),
        )
    } else {
        let value = &gap.value;
        (
            format!("“{value}” is made up and reaches nobody, and this site is live."),
            "Write the real one.".to_owned(),
        )
    };
    diagnostics.report(
        &PLACEHOLDER,
        gap.place.clone(),
        message,
        format!(
            "{help} While the site is being written, set status = \"draft\" in content/school.toml."
        ),
    );
}

fn remind(gap: &Gap, again: &[Gap], diagnostics: &mut Diagnostics) {
    let message = format!("Still to do: {}.", gap.step);
    let mut help = if gap.is_empty() {
        format!("Write it in the place of “{TO_FILL_IN}”, and keep the quotes.")
    } else {
        let value = &gap.value;
        format!("“{value}” is made up: write the real one, and keep the quotes.")
    };
    if !again.is_empty() {
        let places: Vec<String> = again.iter().map(place).collect();
        help = format!("{help} It also stands in {}.", places.join(", "));
    }
    diagnostics.report(&TO_BE_FILLED_IN, gap.place.clone(), message, help);
}

/// `content/people.toml line 12`
fn place(gap: &Gap) -> String {
    format!("{} line {}", gap.place.path(), gap.place.line_column().0)
}

/// With a capital letter at its beginning.
fn sentence(step: &str) -> String {
    let mut letters = step.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
