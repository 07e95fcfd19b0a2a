//! Rules about facts that cannot be: days to come, and a worried child with
//! nobody to choose from.

use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity};
use crate::model::Site;
use crate::source::Place;

/// A check was made on a day that has been.
pub(crate) static FUTURE_CHECK: Rule = Rule {
    name: "future-check",
    severity: Severity::Error,
    summary: "Nothing was checked on a day that is still to come.",
};
/// A worried child can choose between two grown-ups, and ring somebody.
pub(crate) static WHOM_TO_TELL: Rule = Rule {
    name: "whom-to-tell",
    severity: Severity::Error,
    summary: "A worried child can choose between two grown-ups in post, and can ring somebody outside school.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&FUTURE_CHECK, &WHOM_TO_TELL];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    future_checks(site, diagnostics);
    whom_to_tell(site, diagnostics);
}

/// A page would say “We checked this on” a day that has not come.
fn future_checks(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.helplines else {
        return;
    };
    for helpline in &site.helplines {
        let verified = &helpline.verified;
        if verified.value.first_day() > site.today {
            diagnostics
                .report(
                    &FUTURE_CHECK,
                    Place::at(file, verified.span.clone()),
                    format!("{} is still to come.", verified.value.in_words()),
                    "Write the day on which somebody last checked these facts.",
                )
                .on_pages_of(helpline.shown_to());
        }
    }
}

fn whom_to_tell(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(help)) = (&site.files.help, &site.help) else {
        return;
    };
    let help = &help.children;
    let found = site.found_in(&help.adults, Audience::Children);
    // Two posts can be one person, and then there is nobody to choose.
    let mut people: Vec<String> = Vec::new();
    for role in &found {
        let role = site.role(*role);
        let in_post = role
            .holders
            .iter()
            .filter(|holder| holder.is_in_post(site.today));
        let names: Vec<&str> = in_post
            .map(|holder| holder.name.inspect().value.as_str())
            .collect();
        let who = if names.is_empty() {
            role.id.value.clone()
        } else {
            names.join(", ")
        };
        if !people.contains(&who) {
            people.push(who);
        }
    }
    if people.len() < 2
        && let Some(first) = help.adults.first()
    {
        let left = match people.first() {
            Some(one) => format!("Only {one} is left for a worried child to choose"),
            None => "Nobody is left for a worried child to choose".to_owned(),
        };
        diagnostics
            .report(
                &WHOM_TO_TELL,
                Place::at(file, first.span.clone()),
                format!("{left}: two of these posts are one person, or are empty."),
                "Name at least two roles in “adults” that two different people hold, in case the worry is about one of them.",
            )
            .on_pages_of(Audience::Children.into());
    }
    let outside = site.helpline(help.outside.value);
    if outside.phone.is_none() {
        diagnostics
            .report(
                &WHOM_TO_TELL,
                Place::at(file, help.outside.span.clone()),
                format!("{} has no telephone number that a child could ring.", outside.name.value),
                "Name a helpline in “outside” that has a phone, or add its phone to content/helplines.toml.",
            )
            .on_pages_of(Audience::Children.into());
    }
}
