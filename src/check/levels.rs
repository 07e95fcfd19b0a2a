//! The levels that a school has given rules.

use super::exceptions;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity, did_you_mean, explained};
use crate::model::{Level, Site};
use crate::source::{Place, Spanned};

/// A rule that `school.toml` sets must be one that can be set.
static RULE_LEVEL: Rule = Rule {
    name: "rule-level",
    severity: Severity::Error,
    summary: "A level in school.toml is set for a rule that exists and can have it, with a reason.",
    explanation: explained!("rule-level"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&RULE_LEVEL];

/// Applies the levels of `school.toml`.
///
/// What is an error stays one: it would break a page or show it to the wrong
/// reader, and no line in a settings file may allow that.
pub(super) fn applied(site: &Site, mut found: Diagnostics, strict: bool) -> Vec<Diagnostic> {
    judge(site, &mut found);
    let found = exceptions::applied(site, found);
    let level_of = |rule: &Rule| site.school.levels.get(rule.name).map(|(level, _)| *level);
    found
        .into_vec()
        .into_iter()
        .filter_map(|mut finding| {
            match level_of(finding.rule) {
                _ if finding.rule.severity == Severity::Error => {}
                None | Some(Level::Warn) => {}
                Some(Level::Error) => finding.severity = Severity::Error,
                Some(Level::Off) => return None,
            }
            if strict {
                finding.severity = Severity::Error;
            }
            Some(finding)
        })
        .collect()
}

/// What the school has set, and why: whoever reads a report must know what it
/// does not tell.
pub(super) fn set(site: &Site) -> Vec<String> {
    let mut set = levels(site);
    set.extend(exceptions::set(site));
    set
}

fn levels(site: &Site) -> Vec<String> {
    let said = |(name, (level, reason)): (&String, &(Level, Spanned<String>))| {
        let level = match level {
            Level::Error => "an error",
            Level::Warn => "a warning",
            Level::Off => "off",
        };
        format!("{name} is {level} (“{}”)", reason.value)
    };
    site.school.levels.iter().map(said).collect()
}

/// What is wrong with the levels themselves.
fn judge(site: &Site, found: &mut Diagnostics) {
    let rules = super::rules();
    for (name, (level, reason)) in &site.school.levels {
        let Some(file) = &site.files.school else {
            break;
        };
        let place = Place::at(file, reason.span.clone());
        match rules.iter().find(|rule| rule.name == name) {
            None => {
                let help = did_you_mean("rules", name, rules.iter().map(|rule| rule.name));
                found.report(
                    &RULE_LEVEL,
                    place,
                    format!("There is no rule “{name}”."),
                    help,
                );
            }
            Some(rule) if rule.severity == Severity::Error && *level != Level::Error => {
                found.report(
                    &RULE_LEVEL,
                    place,
                    format!("The rule “{name}” cannot be turned down."),
                    "It keeps pages from breaking or reaching the wrong reader. Take this setting out and mend what the rule finds.",
                );
            }
            Some(_) => {}
        }
    }
}
