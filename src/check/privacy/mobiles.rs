//! Mobile telephone numbers.

use std::ops::Range;

use super::is_public;
use crate::check::sink::Said;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Medium, RoleKind, Site};
use crate::source::Place;

/// A mobile is as a rule somebody's own (seeds J9).
pub(super) static MOBILE_NUMBER: Rule = Rule {
    name: "mobile-number",
    severity: Severity::Warning,
    summary: "No mobile telephone number stands on a page for children or parents.",
    explanation: explained!("mobile-number"),
};

const HELP: &str = "Give the school's own number, or keep it in a part for staff. If it is a telephone of the school's, set the rule's level in content/school.toml and say so.";

pub(super) fn find(text: &str, found: &mut Vec<(Said, Range<usize>)>) {
    for span in numbers(text) {
        let message = format!("“{}” looks like a mobile number.", &text[span.clone()]);
        found.push(((&MOBILE_NUMBER, message, HELP.to_owned()), span));
    }
}

pub(super) fn of_channels(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.people else {
        return;
    };
    // A team outside the school gives the number that it wants to be rung at.
    for role in site
        .roles
        .iter()
        .filter(|role| role.kind != RoleKind::Outside)
    {
        for guarded in &role.channels {
            let channel = guarded.inspect();
            let readers = guarded.audiences();
            let is_number = matches!(channel.medium, Medium::Phone | Medium::Text);
            if is_number && is_public(readers) && !numbers(&channel.value.value).is_empty() {
                diagnostics
                    .report(
                        &MOBILE_NUMBER,
                        Place::at(file, channel.value.span.clone()),
                        format!("“{}” looks like a mobile number, and everybody sees it.", channel.value.value),
                        "Give the school's own number, or take children and parents out of its “for”. If it is a telephone of the school's, set the rule's level in content/school.toml and say so.",
                    )
                    .on_pages_of(readers);
            }
        }
    }
}

/// The numbers in a text that begin as mobiles do and are as long: 07 and nine
/// digits, or +44 7 and nine.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let written = super::runs(text, |c| c.is_ascii_digit() || "+ -()\u{a0}".contains(c));
    let trimmed = written.into_iter().map(|run| {
        let number = &text[run.clone()];
        let start =
            run.start + (number.len() - number.trim_start_matches([' ', '-', '\u{a0}', ')']).len());
        let end =
            run.end - (number.len() - number.trim_end_matches([' ', '-', '\u{a0}', '(']).len());
        start..end.max(start)
    });
    trimmed
        .filter(|run| {
            let before = text[..run.start].chars().next_back();
            let after = text[run.end..].chars().next();
            let is_whole = !before.is_some_and(char::is_alphanumeric)
                && !after.is_some_and(char::is_alphanumeric);
            let digits: String = text[run.clone()]
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            let rest = ["07", "447", "00447", "4407"]
                .iter()
                .find_map(|start| digits.strip_prefix(start));
            is_whole && rest.is_some_and(|rest| rest.len() == 9)
        })
        .collect()
}
