//! The places where a school has silenced a rule until a day.
//!
//! In: all that was found, and the exceptions of `school.toml`. Out: what is
//! left of it, and what is wrong with the exceptions themselves. Must never
//! silence an error: that would open the wall for one page.

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity, did_you_mean, explained};
use crate::model::{Exception, Site};
use crate::source::Place;

/// An exception is for something that would be told without it, and not for
/// ever.
static EXCEPTION: Rule = Rule {
    name: "exception",
    severity: Severity::Warning,
    summary: "An exception in school.toml is for a finding that there is, and its last day is not over.",
    explanation: explained!("exception"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&EXCEPTION];

/// Takes out what an exception is for, and says which exceptions are for
/// nothing or over.
pub(super) fn applied(site: &Site, found: Diagnostics) -> Diagnostics {
    let exceptions = &site.school.exceptions;
    if exceptions.is_empty() {
        return found;
    }
    let mut used = vec![false; exceptions.len()];
    let mut left = Diagnostics::new();
    let mut broken: Vec<String> = Vec::new();
    for finding in found.into_vec() {
        let mut is_silent = false;
        for (exception, used) in exceptions.iter().zip(&mut used) {
            if is_for(exception, &finding) {
                *used = true;
                is_silent |= is_in_force(site, exception);
            }
        }
        if finding.rule.severity == Severity::Error {
            broken.push(finding.place.path().to_owned());
        }
        if !is_silent {
            left.add(finding);
        }
    }
    for (exception, used) in exceptions.iter().zip(used) {
        // What a rule would find in a file with errors is not known yet.
        let is_used = used || broken.contains(&exception.file);
        if let Some(said) = judged(site, exception, is_used) {
            tell(site, exception, said, &mut left);
        }
    }
    left
}

/// Those in force, and why.
pub(super) fn set(site: &Site) -> Vec<String> {
    let in_force = site.school.exceptions.iter().filter(|exception| {
        is_in_force(site, exception) && rule_of(exception).is_some_and(may_be_silent)
    });
    in_force
        .map(|exception| {
            let about = exception
                .words
                .as_ref()
                .map_or_else(String::new, |words| format!(" about “{words}”"));
            format!(
                "{}{about} is off in {} until {} (“{}”)",
                exception.rule.value,
                exception.file,
                exception.until.in_words(),
                exception.reason
            )
        })
        .collect()
}

/// On the last day it is silent still.
fn is_in_force(site: &Site, exception: &Exception) -> bool {
    site.today <= exception.until.last_day()
}

fn rule_of(exception: &Exception) -> Option<&'static Rule> {
    let mut rules = super::rules().into_iter();
    rules.find(|rule| rule.name == exception.rule.value)
}

/// What is certain is never silent, nor is what is said of exceptions.
fn may_be_silent(rule: &Rule) -> bool {
    rule.severity == Severity::Warning && rule.name != EXCEPTION.name
}

fn is_for(exception: &Exception, finding: &Diagnostic) -> bool {
    finding.rule.name == exception.rule.value
        && may_be_silent(finding.rule)
        && finding.place.path() == exception.file
        && (exception.words.as_ref()).is_none_or(|words| is_about(finding, words))
}

/// Whether a finding says the words, or stands at them.
fn is_about(finding: &Diagnostic, words: &str) -> bool {
    let there = match &finding.place {
        Place::Span(file, span) => file.text().get(span.clone()).unwrap_or_default(),
        Place::File(_) => "",
    };
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = bare(words);
    bare(&finding.message).contains(&words) || bare(there).contains(&words)
}

/// What is wrong with an exception, and what to do.
fn judged(site: &Site, exception: &Exception, used: bool) -> Option<(String, String)> {
    let name = &exception.rule.value;
    let Some(rule) = rule_of(exception) else {
        let rules = super::rules();
        let help = did_you_mean("rules", name, rules.iter().map(|rule| rule.name));
        return Some((format!("There is no rule “{name}”."), help));
    };
    if !may_be_silent(rule) {
        return Some((
            format!("There can be no exception from “{name}”."),
            "It keeps pages from breaking or reaching the wrong reader. Take this exception out and mend what the rule finds.".to_owned(),
        ));
    }
    if !is_in_force(site, exception) {
        let until = exception.until.in_words();
        let on = match exception.until {
            crate::date::PartialDate::Day(_) => format!("on {until}"),
            crate::date::PartialDate::Month(_) => format!("with {until}"),
        };
        return Some((
            format!("This exception from “{name}” ended {on}, so the rule speaks again."),
            "If the reason still holds, write a new day behind “until”. If not, take the exception out.".to_owned(),
        ));
    }
    let nothing = || {
        let about = exception
            .words
            .as_ref()
            .map_or_else(String::new, |words| format!(" about “{words}”"));
        (
            format!(
                "“{name}” finds nothing{about} in {}, so this exception does nothing.",
                exception.file
            ),
            "Take it out; or, if the rule still speaks, write the file behind “in” and the words exactly as the report has them.".to_owned(),
        )
    };
    (!used).then(nothing)
}

fn tell(site: &Site, exception: &Exception, said: (String, String), left: &mut Diagnostics) {
    let Some(file) = &site.files.school else {
        return;
    };
    // What stands in for a value that is wrong there says nothing.
    if !site.read_whole(file.path()) {
        return;
    }
    let (message, help) = said;
    let place = Place::at(file, exception.rule.span.clone());
    left.report(&EXCEPTION, place, message, help);
}
