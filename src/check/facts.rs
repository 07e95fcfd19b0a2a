//! Rules about facts that cannot be: days to come, and a worried child with
//! nobody to choose from.

use std::sync::Arc;

use super::live::TO_FILL_IN;
use super::records::HELP_INCOMPLETE;
use crate::audience::{Audience, Audiences};
use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::{Place, SourceFile, Spanned};

/// A check was made on a day that has been.
pub(crate) static FUTURE_CHECK: Rule = Rule {
    name: "future-check",
    severity: Severity::Error,
    summary: "Nothing was checked on a day that is still to come.",
    explanation: explained!("future-check"),
};
/// A worried child can choose between two people. A warning, since posts fall
/// empty, and a school must be able to publish a corrected number all the same.
pub(crate) static WHOM_TO_TELL: Rule = Rule {
    name: "whom-to-tell",
    severity: Severity::Warning,
    summary: "A worried child can choose between two grown-ups who are in post.",
    explanation: explained!("whom-to-tell"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&FUTURE_CHECK, &WHOM_TO_TELL];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    future_checks(site, diagnostics);
    future_guidance(site, diagnostics);
    future_systems(site, diagnostics);
    future_statement(site, diagnostics);
    whom_to_tell(site, diagnostics);
}

/// A page would say “We checked this on” a day that has not come.
fn future_checks(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.helplines else {
        return;
    };
    for helpline in &site.helplines {
        let readers = helpline.shown_to();
        future_check(site, (file, readers), &helpline.verified, diagnostics);
    }
}

/// The same of the register of guidance, and of each entry that has a day of
/// its own.
fn future_guidance(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.guidance else {
        return;
    };
    let readers = Audiences::STAFF.or(Audience::Parents.into());
    let whole = site.handbook.guidance_verified.iter();
    let entries = site.handbook.guidance.iter().map(|entry| &entry.verified);
    let mut told: Vec<usize> = Vec::new();
    for verified in whole.chain(entries) {
        // Most entries have the day of the register.
        if !told.contains(&verified.span.start) {
            told.push(verified.span.start);
            future_check(site, (file, readers), verified, diagnostics);
        }
    }
}

/// The same of each system.
fn future_systems(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.systems else {
        return;
    };
    for checked in site
        .handbook
        .systems
        .iter()
        .filter_map(|system| system.checked.as_ref())
    {
        future_check(site, (file, Audiences::STAFF), checked, diagnostics);
    }
}

/// The same of what the accessibility statement tells.
fn future_statement(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(statement)) = (&site.files.accessibility, &site.handbook.accessibility)
    else {
        return;
    };
    let both = Audiences::STAFF.or(Audience::Parents.into());
    future_check(site, (file, both), &statement.checked, diagnostics);
    for test in &statement.tested {
        let readers = test.audiences();
        future_check(site, (file, readers), &test.inspect().on, diagnostics);
    }
}

fn future_check(
    site: &Site,
    (file, readers): (&Arc<SourceFile>, Audiences),
    checked: &Spanned<PartialDate>,
    diagnostics: &mut Diagnostics,
) {
    if checked.value.first_day() > site.today {
        diagnostics
            .report(
                &FUTURE_CHECK,
                Place::at(file, checked.span.clone()),
                format!("{} is still to come.", checked.value.in_words()),
                "Write the day on which somebody last checked these facts.",
            )
            .on_pages_of(readers);
    }
}

/// The people that a worried child can choose between, each once: two posts
/// can be one person, and then there is no choice.
pub(super) fn left_to_tell(site: &Site) -> Vec<String> {
    let Some(help) = &site.help else {
        return Vec::new();
    };
    let mut people: Vec<String> = Vec::new();
    for role in site.found_in(&help.children.adults, Audience::Children) {
        let role = site.role(role);
        let in_post = role
            .holders
            .iter()
            .filter(|holder| holder.is_in_post(site.today));
        let names: Vec<&str> = in_post
            .map(|holder| holder.name.inspect().value.as_str())
            .filter(|name| *name != TO_FILL_IN)
            .collect();
        let who = if names.is_empty() {
            role.title.value.clone()
        } else {
            names.join(", ")
        };
        if !people.contains(&who) {
            people.push(who);
        }
    }
    people
}

fn whom_to_tell(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(help)) = (&site.files.help, &site.help) else {
        return;
    };
    let help = &help.children;
    // That one role is named twice was said where help.toml was read, and what
    // an empty post means for a child is said of that post.
    let different = help
        .adults
        .iter()
        .any(|role| role.value != help.adults[0].value);
    let vacant = help.adults.iter().any(|role| site.is_vacant(role.value));
    if let ([one], true, false) = (&left_to_tell(site)[..], different, vacant) {
        diagnostics
            .report(
                &WHOM_TO_TELL,
                Place::at(file, help.adults[0].span.clone()),
                format!("All these posts are {one}, so a worried child has nobody else to choose."),
                "Name another role in “adults” that somebody else holds, in case the worry is about that person.",
            )
            .on_pages_of(Audience::Children.into());
    }
    let outside = site.helpline(help.outside.value);
    if outside.phone.is_none() {
        diagnostics
            .report(
                &HELP_INCOMPLETE,
                Place::at(file, help.outside.span.clone()),
                format!("{} has no telephone number that a child could ring.", outside.name.value),
                "Name a helpline in “outside” that has a phone, or add its phone to content/helplines.toml.",
            )
            .on_pages_of(Audience::Children.into());
    }
}
