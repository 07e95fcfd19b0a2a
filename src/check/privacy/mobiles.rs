//! Mobile telephone numbers.

use std::ops::Range;

use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{Channel, Medium};

/// A mobile is as a rule somebody's own (seeds J9).
pub(super) static MOBILE_NUMBER: Rule = Rule {
    name: "mobile-number",
    severity: Severity::Warning,
    summary: "No mobile telephone number stands on a page for children or parents.",
    explanation: explained!("mobile-number"),
};

const HELP: &str = "Give the school's own number, or keep it in a part for staff. If it is a telephone of the school's, make an exception for it in content/school.toml: signpost explain exception";

pub(super) fn find(text: &str, found: &mut Vec<(Said, Range<usize>)>) {
    for span in numbers(text) {
        let message = format!("“{}” looks like a mobile number.", &text[span.clone()]);
        found.push(((&MOBILE_NUMBER, message, HELP.to_owned()), span));
    }
}

/// What is said of a way to reach one of the school's own posts.
pub(super) fn of_channel(channel: &Channel) -> Option<Said> {
    let is_number = matches!(channel.medium, Medium::Phone | Medium::Text);
    let number = &channel.value.value;
    (is_number && !numbers(number).is_empty()).then(|| {
        let message = format!("“{number}” looks like a mobile number, and everybody sees it.");
        let help = "Give the school's own number, or take children and parents out of its “for”. If it is a telephone of the school's, make an exception for it in content/school.toml: signpost explain exception";
        (&MOBILE_NUMBER, message, help.to_owned())
    })
}

/// The numbers in a text that begin as mobiles do and are as long: 07 and nine
/// digits, or +44 7 and nine.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let written = super::runs(text, |c| {
        c.is_ascii_digit() || "+ -()./‑–\u{a0}".contains(c)
    });
    let trimmed = written.into_iter().map(|run| {
        let number = &text[run.clone()];
        let start = run.start + (number.len() - number.trim_start_matches(OUTSIDE).len());
        let end = run.end - (number.len() - number.trim_end_matches(OUTSIDE).len());
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
            is_whole && rest.is_some_and(|rest| rest.len() == 9) && !is_dated(&text[run.clone()])
        })
        .collect()
}

/// What stands between numbers as well as within one.
const OUTSIDE: [char; 8] = [' ', '-', '\u{a0}', ')', '.', '/', '‑', '–'];

/// Whether what looks like a number begins with a date: 07/07/2026 9.30.
fn is_dated(number: &str) -> bool {
    let groups = super::runs(number, |c| c.is_ascii_digit());
    let lengths: Vec<usize> = groups.iter().map(Range::len).collect();
    matches!(lengths[..], [2, 2, ..]) || (number.contains(['.', '/']) && lengths[0] < 5)
}
