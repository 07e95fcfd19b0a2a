//! Rules about what the schedule says.

use std::cmp::Ordering;

use crate::date::{Every, UnknownTerm};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Eyes, Review, Site};
use crate::source::{Place, Spanned};

/// An interval is longer than the class allows.
static REVIEW_TOO_LONG: Rule = Rule {
    name: "review-too-long",
    severity: Severity::Warning,
    summary: "A page is reviewed at least as often as the rule for its class asks.",
    explanation: explained!("review-too-long"),
};
/// A stated next review that is over.
static NEXT_SPENT: Rule = Rule {
    name: "next-spent",
    severity: Severity::Warning,
    summary: "A stated next review lies after the last one.",
    explanation: explained!("next-spent"),
};
/// An interval without a number.
pub(super) static VAGUE_INTERVAL: Rule = Rule {
    name: "vague-interval",
    severity: Severity::Warning,
    summary: "An interval has a number: “1 term”, not “regularly”.",
    explanation: explained!("vague-interval"),
};
/// A term that a day depends on is not in school.toml.
pub(super) static UNKNOWN_TERM: Rule = Rule {
    name: "unknown-term",
    severity: Severity::Warning,
    summary: "Every term that a review or duty counts in stands in content/school.toml.",
    explanation: explained!("unknown-term"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &REVIEW_TOO_LONG,
    &NEXT_SPENT,
    &VAGUE_INTERVAL,
    &UNKNOWN_TERM,
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.schedule else {
        return;
    };
    // Where something of it is wrong, that was said.
    if !site.read_whole(file.path()) {
        return;
    }
    // A line of a folder or of a parent policy stands for many pages.
    let mut said: Vec<(&str, usize)> = Vec::new();
    let mut report = |rule: &'static Rule, at: usize, message: String, help: String| {
        if !said.contains(&(rule.name, at)) {
            said.push((rule.name, at));
            diagnostics.report(rule, Place::at(file, at..at + 1), message, help);
        }
    };
    for review in &site.schedule.reviews {
        if let Some((at, message, help)) = too_long(site, review) {
            report(&REVIEW_TOO_LONG, at, message, help);
        }
        if let Some((at, message, help)) = review.every.as_ref().and_then(vague) {
            report(&VAGUE_INTERVAL, at, message, help);
        }
        let Some(standing) = site.standing(review.page, Eyes::Editor) else {
            continue;
        };
        if let (Some(spent), Some(next)) = (standing.due.spent, &review.next) {
            let message = format!(
                "The next review is stated as {spent}, and it was reviewed or approved since; so that line was ignored."
            );
            let help = "Take the line out, or write when the next review is to be.".to_owned();
            report(&NEXT_SPENT, next.span.start, message, help);
        }
        for term in &standing.due.unknown {
            let (message, help) = of_term(*term);
            report(&UNKNOWN_TERM, review.written.span.start, message, help);
        }
    }
}

/// An interval without a number, and what to write.
pub(super) fn vague(every: &Spanned<Every>) -> Option<(usize, String, String)> {
    match &every.value {
        Every::Interval(_) => None,
        Every::Vague(words) => Some((
            every.span.start,
            format!("“{words}” does not say how often, so nothing can tell when it is due."),
            "Write a number, as in every = \"1 term\" or every = \"1 year\"".to_owned(),
        )),
    }
}

/// A term that is not known: what is wrong, and what to do.
pub(super) fn of_term(term: UnknownTerm) -> (String, String) {
    let sentence = term.to_string();
    let (wrong, todo) = sentence.split_once("; ").unwrap_or((&sentence, ""));
    let capital = |text: &str| {
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        format!("{}{}.", first.unwrap_or_default(), letters.as_str())
    };
    (format!("A day cannot be told: {wrong}."), capital(todo))
}

fn too_long(site: &Site, review: &Review) -> Option<(usize, String, String)> {
    let class = site.schedule.classes.get(review.class?)?;
    let every = review.every.as_ref()?;
    let interval = every.value.interval()?;
    (interval.compare(class.every) == Some(Ordering::Greater)).then(|| {
        (
            every.span.start,
            format!(
                "“{}” says every {interval}, and {} allows at most {}: {}.",
                review.written.value, class.title, class.every, class.rule
            ),
            format!(
                "Write every = \"{}\". Until then it is due by the shorter of the two.",
                class.every
            ),
        )
    })
}
