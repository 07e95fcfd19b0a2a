//! The closing words: how many there are of each, what was not looked at, and
//! what to do next. Must never let an empty list pass for a good one.

use std::fmt::Write as _;

use super::super::summary::{command, count};
use super::{Due, count_of, lower, words};
use crate::agenda::{Entry, Kind, State, and};
use crate::model::Site;

/// How many there are of each, what was not looked at, and what to do.
pub(super) fn closing(due: &Due<'_>, said: &mut String) {
    let (findings, site) = (due.findings, due.findings.site());
    let of = |state| {
        due.entries
            .iter()
            .filter(|entry| entry.state == state)
            .count()
    };
    let counts = State::ALL.map(|state| (of(state), state));
    let counts: Vec<String> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, state)| format!("{number} {}", lower(*state)))
        .collect();
    if !counts.is_empty() {
        let _ = writeln!(said, "{}: {}.", count_of(due.entries.len()), and(&counts));
    }
    said.push_str(&nothing_due(due));
    if !due.others.is_empty() {
        let undated = due
            .others
            .iter()
            .filter(|entry| entry.due.is_none())
            .count();
        let undated = match undated {
            0 => String::new(),
            number => format!(", {number} without a due date"),
        };
        let _ = writeln!(
            said,
            "{} besides{undated}: {}",
            count_of(due.others.len()),
            command("reviews", due.root)
        );
    }
    not_looked_at(due, said);
    if findings.has_certain_errors() {
        let _ = writeln!(
            said,
            "The site has {}: {}",
            count(findings.errors(), "error"),
            command("check", due.root)
        );
    }
    let _ = writeln!(said, "Next: {}", next(due, site));
}

/// That nothing is due, as far as that can be told.
fn nothing_due(due: &Due<'_>) -> String {
    let mut dates = due.entries.iter().filter_map(|entry| entry.due);
    if dates.clone().any(|day| day <= due.until) {
        return String::new();
    }
    let until = words(due.until);
    let has_schedule = due.findings.site().files.schedule.is_some();
    let all_dated = due.entries.iter().all(|entry| entry.due.is_some());
    if all_dated && has_schedule && due.unread.is_empty() {
        format!("Nothing here is overdue, and nothing is due by {until}.\n")
    } else if dates.next().is_some() {
        format!("Of those with a due date, none is overdue and none is due by {until}.\n")
    } else {
        String::new()
    }
}

/// What an empty list must not be taken for: that nothing is due.
pub(super) fn not_looked_at(due: &Due<'_>, said: &mut String) {
    if due.findings.site().files.schedule.is_none() {
        said.push_str("There is no content/schedule.toml, so nothing says when a page is to be reviewed: no policy counts as current.\n");
    }
    if !due.unread.is_empty() {
        let _ = writeln!(
            said,
            "What is due may be more than this, because of errors in {}.",
            due.unread.join(", ")
        );
    }
}

/// The first thing to be done.
fn next(due: &Due<'_>, site: &Site) -> String {
    let waits = |entry: &&Entry| !matches!(entry.state, State::Draft | State::Current);
    let Some(entry) = due.entries.iter().find(waits) else {
        return command("build", due.root);
    };
    let (title, id) = (&entry.title, &entry.id);
    if entry.kind == Kind::Duty {
        return match entry.state {
            State::Unscheduled => format!(
                "in content/schedule.toml, at id = \"{id}\", write when it was last done and how often it is to be"
            ),
            _ => format!(
                "when “{title}” is done, write last = {} in content/schedule.toml, at id = \"{id}\"",
                site.today
            ),
        };
    }
    let page = site.find_page(id);
    let Some(review) = page.and_then(|page| site.schedule.review_of(page)) else {
        return format!(
            "add a [[review]] with page = \"{id}\" to content/schedule.toml, with its owner, every and last"
        );
    };
    match review.approver {
        Some(approver) => format!(
            "when “{title}” is approved, run: {} --on {} --by {} --evidence \"…\"",
            command(&format!("approve {id}"), due.root),
            site.today,
            site.role(approver).id.value
        ),
        None => format!(
            "when “{title}” was read again, write last = {} in content/schedule.toml, at page = \"{}\"",
            site.today, review.written.value
        ),
    }
}
