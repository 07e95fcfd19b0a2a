//! One entry, for people: a line for each thing.

use std::fmt::Write as _;

use super::{lower, words};
use crate::agenda::{Change, Entry, Kind, and, when};
use crate::date::Every;

/// What is said of one entry.
pub(super) fn entry(entry: &Entry, said: &mut String) {
    let id = match entry.kind {
        Kind::Policy | Kind::Page => entry.id.clone(),
        Kind::Duty => format!("duty {}", entry.id),
    };
    let _ = writeln!(said, "  {}: {} ({id})", entry.state.in_words(), entry.title);
    let mut line = |text: String| {
        let _ = writeln!(said, "    {text}");
    };
    match (entry.due, entry.days_left) {
        (Some(due), Some(left)) => line(format!(
            "Due on {}, {}: {}.",
            words(due),
            when(left),
            entry.because
        )),
        _ => line(format!("No due date: {}.", entry.because)),
    }
    if !entry.also.is_empty() {
        let also: Vec<String> = entry.also.iter().map(|state| lower(*state)).collect();
        line(format!("Also {}.", and(&also)));
    }
    let mut past = Vec::new();
    past.extend(entry.last.as_ref().map(|last| format!("Last {last}")));
    past.extend(entry.every.as_ref().map(how_often));
    past.extend(
        entry
            .approved
            .map(|day| format!("approved on {}", words(day))),
    );
    if !past.is_empty() {
        line(format!("{}.", capital(&past.join("; "))));
    }
    if !entry.changed.is_empty() {
        let changed: Vec<String> = entry.changed.iter().map(Change::in_words).collect();
        line(format!(
            "Changed since it was approved: {}.",
            changed.join("; ")
        ));
    }
    if !entry.opened.is_empty() {
        let opened: Vec<String> = entry.opened.iter().map(ToString::to_string).collect();
        line(format!("To be reviewed because of: {}.", opened.join("; ")));
    }
    match entry.redated {
        0 => {}
        1 => line("Approved again once without a word changed.".to_owned()),
        times => line(format!(
            "Approved again {times} times without a word changed."
        )),
    }
    if let Some(evidence) = &entry.evidence {
        line(format!("Evidence: {evidence}"));
    }
    said.push('\n');
}

/// `every 1 year`, `how often: regularly`
fn how_often(every: &Every) -> String {
    match every {
        Every::Interval(interval) => format!("every {interval}"),
        Every::Vague(written) => format!("how often: {written}"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}
