//! What is due, for people.
//!
//! In: entries, the worst first, and what could not be told. Out: text that a
//! screen reader can read line by line: the state is the first word of a line,
//! nothing is drawn and nothing is said by colour alone.

mod closing;
mod entry;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::Date;

use super::excerpt::harmless;
use super::summary::command;
use crate::agenda::{Entry, State};
use crate::check::Findings;
use crate::date::PartialDate;

use closing::{closing, not_looked_at};
use entry::entry;

/// What is due, and what that is to be said of.
pub(in super::super) struct Due<'a> {
    /// The site, and what is wrong with it.
    pub(in super::super) findings: &'a Findings,
    /// The site folder, as it was named.
    pub(in super::super) root: &'a Path,
    /// What was asked for, the worst first.
    pub(in super::super) entries: &'a [Entry],
    /// What there is besides.
    pub(in super::super) others: &'a [Entry],
    /// The last day that was asked for.
    pub(in super::super) until: Date,
    /// Pages of which it cannot be told.
    pub(in super::super) unread: &'a [String],
    /// Whether to say only what is overdue.
    pub(in super::super) quiet: bool,
}

/// All of it, for people.
pub(in super::super) fn due(due: &Due<'_>) -> String {
    let mut said = String::new();
    if due.quiet {
        let overdue = due.entries.iter().filter(|entry| entry.is(State::Overdue));
        let overdue: Vec<&Entry> = overdue.collect();
        groups(&overdue, &mut said);
        said.truncate(said.trim_end().len());
        said.push_str(if said.is_empty() { "" } else { "\n" });
        return harmless(&said);
    }
    let today = words(due.findings.site().today);
    let _ = writeln!(said, "Reviews and duties as of {today}\n");
    let all: Vec<&Entry> = due.entries.iter().collect();
    groups(&all, &mut said);
    closing(due, &mut said);
    harmless(&said)
}

/// What a document for programs cannot say of itself, for people; quietly,
/// nothing. `undated` entries are not in the document.
pub(in super::super) fn aside(due: &Due<'_>, undated: usize) -> String {
    let mut said = String::new();
    if due.quiet {
        return said;
    }
    if undated > 0 {
        let has = if undated == 1 { "has" } else { "have" };
        let _ = writeln!(
            said,
            "{} {has} no due date, and so no day in the calendar; to see what is left out: {}",
            count_of(undated),
            command("reviews", due.root)
        );
    }
    not_looked_at(due, &mut said);
    harmless(&said)
}

/// One stretch for each owner, in the order of their worst.
fn groups(entries: &[&Entry], said: &mut String) {
    let mut order: Vec<Option<&str>> = Vec::new();
    let mut by_owner: BTreeMap<Option<&str>, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let owner = entry.owner.as_ref().map(|owner| owner.id.as_str());
        if !order.contains(&owner) {
            order.push(owner);
        }
        by_owner.entry(owner).or_default().push(entry);
    }
    for owner in order {
        let entries = &by_owner[&owner];
        let head = match entries.first().and_then(|entry| entry.owner.as_ref()) {
            None => "For nobody: the schedule names no owner".to_owned(),
            Some(owner) if owner.vacant => {
                format!("For {} ({}): nobody is in post", owner.title, owner.id)
            }
            Some(owner) => format!("For {} ({})", owner.title, owner.id),
        };
        let _ = writeln!(said, "{head}\n");
        for one in entries {
            entry(one, said);
        }
    }
}

/// `2 entries`
fn count_of(number: usize) -> String {
    match number {
        1 => "1 entry".to_owned(),
        _ => format!("{number} entries"),
    }
}

/// `due soon`
fn lower(state: State) -> String {
    state.in_words().to_lowercase()
}

/// `30 September 2026`
fn words(day: Date) -> String {
    PartialDate::Day(day).in_words()
}
