//! How a site stands, on one screen.
//!
//! In: findings, entries of the agenda, and what publishing would change. Out:
//! text that a screen reader can read line by line, or one JSON document. Must
//! never let what could not be looked at pass for nothing.

mod changes;

use std::fmt::Write as _;
use std::path::Path;
use std::time::SystemTime;

use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::begun::next_gap;
use super::excerpt::harmless;
use super::json::{document, finding};
use super::summary::{command, count, counted};
use super::{Format, Tally};
use crate::agenda::json::entry;
use crate::agenda::{Entry, State, and, when};
use crate::check::Findings;
use crate::date::PartialDate;
use crate::diagnostic::Severity;
use crate::wording::Wording;

pub(in super::super) use changes::PageChanges;
use changes::Titles;

/// Findings and entries that are named before the rest is only counted.
const WORST: usize = 3;
/// Pages that are named.
const NAMED: usize = 5;

/// What publishing now would do.
pub(in super::super) enum Publishing {
    /// The site has errors, so nothing would be published.
    Stopped,
    /// This would be other.
    Would(Box<PageChanges>),
    /// What stands in the folder would stop it: why.
    Refused(String),
}

/// How a site stands.
pub(in super::super) struct Status<'a> {
    /// The site folder, as it was named.
    pub(in super::super) site: &'a Path,
    /// Whether to say only what is wrong or overdue.
    pub(in super::super) quiet: bool,
    /// What is wrong.
    pub(in super::super) findings: &'a Findings,
    /// What is due, the worst first, or why that cannot be told.
    pub(in super::super) entries: &'a Result<Vec<Entry>, String>,
    /// What publishing would do.
    pub(in super::super) publishing: &'a Publishing,
    /// The output folder.
    pub(in super::super) out: &'a Path,
}

/// How the site stands, for people or programs.
pub(in super::super) fn status(status: &Status<'_>, format: Format) -> String {
    match format {
        Format::Json => for_programs(status),
        Format::Text | Format::Github => {
            let mut said = String::new();
            wrong(status, &mut said);
            due(status, &mut said);
            if !status.quiet {
                published(status, &mut said);
                let next = next_gap(status.findings, status.site);
                said.push_str(&next.unwrap_or_else(|| next_step(status)));
            }
            harmless(&said)
        }
    }
}

fn wrong(status: &Status<'_>, said: &mut String) {
    let tally = Tally::from(status.findings);
    let told = tally.list.iter();
    let told = told.filter(|found| !status.quiet || found.severity == Severity::Error);
    let worst: Vec<_> = told.take(WORST).collect();
    if status.quiet && worst.is_empty() {
        return;
    }
    let before = if tally.list.is_empty() { "" } else { "Wrong: " };
    let _ = writeln!(said, "{before}{}", counted(&tally));
    for found in worst {
        let (line, _) = found.place.line_column();
        let _ = writeln!(
            said,
            "  {} in {} line {line}: {}",
            found.severity.in_words(),
            found.place.path(),
            found.message
        );
    }
    if tally.list.len() > WORST {
        let all = command("check", status.site);
        let _ = writeln!(said, "  To see all of them: {all}");
    }
}

fn due(status: &Status<'_>, said: &mut String) {
    let entries = match status.entries {
        Ok(entries) => entries,
        Err(why) => {
            let _ = writeln!(said, "Due: this cannot be told. {}.", sentence(why));
            return;
        }
    };
    let overdue = number_of(entries, State::Overdue);
    if status.quiet && overdue == 0 {
        return;
    }
    let counts = State::ALL.map(|state| (number_of(entries, state), state));
    let counts = counts
        .iter()
        .filter(|(number, state)| *number > 0 && is_to_do(*state));
    let counts =
        counts.map(|(number, state)| format!("{number} {}", state.in_words().to_lowercase()));
    let counts: Vec<String> = counts.collect();
    let _ = match (entries.is_empty(), counts.is_empty()) {
        (true, _) => writeln!(said, "Due: the schedule names nothing."),
        (false, true) => writeln!(
            said,
            "Due: nothing is overdue, and nothing is due soon. Next comes:"
        ),
        (false, false) => writeln!(said, "Due: {}.", and(&counts)),
    };
    for entry in next(entries) {
        let owner = entry.owner.as_ref();
        let owner = owner.map_or("nobody", |owner| owner.title.as_str());
        let by = match (entry.due, entry.days_left) {
            (Some(day), Some(left)) => format!("due on {}, {}", in_words(day), when(left)),
            (_, _) => "no due date".to_owned(),
        };
        let state = entry.state.in_words();
        let _ = writeln!(said, "  {state}: {}, {by}, for {owner}", entry.title);
    }
    if !entries.is_empty() {
        let all = command("reviews", status.site);
        let _ = writeln!(said, "  To see all of it: {all}");
    }
}

/// The worst entries, and then those that are due next.
fn next(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    let to_do = entries.iter().filter(|entry| is_to_do(entry.state));
    let current = entries.iter().filter(|entry| entry.state == State::Current);
    let mut to_come: Vec<&Entry> = current.filter(|entry| entry.due.is_some()).collect();
    to_come.sort_by_key(|entry| entry.due);
    to_do.chain(to_come).take(WORST)
}

/// Whether somebody has to do something now.
fn is_to_do(state: State) -> bool {
    !matches!(state, State::Current | State::Draft)
}

/// How many there are whose worst state this is.
fn number_of(entries: &[Entry], state: State) -> usize {
    entries.iter().filter(|entry| entry.state == state).count()
}

fn published(status: &Status<'_>, said: &mut String) {
    let out = status.out.display();
    let changes = match status.publishing {
        Publishing::Stopped => {
            let _ = writeln!(
                said,
                "Published: nothing can be, until the errors are mended. What is in {out} stays as it is."
            );
            return;
        }
        Publishing::Refused(why) => {
            let _ = writeln!(said, "Published: nothing can be. {}.", sentence(why));
            return;
        }
        Publishing::Would(changes) => changes,
    };
    let _ = match changes.last.and_then(day) {
        Some(day) => writeln!(
            said,
            "Published: {out} was last changed on {}.",
            in_words(day)
        ),
        None => writeln!(said, "Published: there is nothing in {out} yet."),
    };
    if changes.is_empty() {
        let _ = writeln!(said, "  To publish now would change nothing.");
        return;
    }
    let _ = writeln!(
        said,
        "  To publish now: {} added, {} changed, {} withdrawn.",
        count(changes.added.len(), "page"),
        changes.changed.len(),
        changes.withdrawn.len()
    );
    // Of the first time everything would be named.
    if changes.last.is_some() {
        titles("Added", &changes.added, said);
    }
    titles("Changed", &changes.changed, said);
    titles("Withdrawn", &changes.withdrawn, said);
    if changes.around > 0 {
        let _ = writeln!(
            said,
            "  On {} only what stands around the words would change, such as the menu.",
            count(changes.around, "other page")
        );
    }
}

/// Pages by their titles, with their readers.
fn titles(what: &str, titles: &Titles, said: &mut String) {
    if titles.is_empty() {
        return;
    }
    let named = titles.iter().take(NAMED).map(|(title, readers)| {
        let readers: Vec<String> = readers.iter().map(|word| (*word).to_owned()).collect();
        format!("“{title}” (for {})", and(&readers))
    });
    let mut named: Vec<String> = named.collect();
    if titles.len() > NAMED {
        named.push(format!("{} more", titles.len() - NAMED));
    }
    let _ = writeln!(said, "  {what}: {}.", and(&named));
}

/// What to do, where nothing is to be filled in.
fn next_step(status: &Status<'_>) -> String {
    let name = match status.publishing {
        Publishing::Stopped => "check",
        Publishing::Would(changes) if changes.is_empty() => return String::new(),
        Publishing::Would(_) | Publishing::Refused(_) => "build",
    };
    format!("Next: {}\n", command(name, status.site))
}

/// The day here of a moment.
fn day(moment: SystemTime) -> Option<Date> {
    let moment = jiff::Timestamp::try_from(moment).ok()?;
    Some(Zoned::new(moment, TimeZone::system()).date())
}

fn in_words(day: Date) -> String {
    PartialDate::Day(day).in_words()
}

/// A message as a sentence of its own, without its full stop.
fn sentence(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn for_programs(status: &Status<'_>) -> String {
    let tally = Tally::from(status.findings);
    let worst = tally.list.iter().take(WORST);
    let gaps = status.findings.to_fill_in();
    let wording = Wording::english();
    let due = match status.entries {
        Err(_) => Value::Null,
        Ok(entries) => json!({
            "overdue": number_of(entries, State::Overdue),
            "due_soon": number_of(entries, State::DueSoon),
            "next": next(entries).map(|it| entry(it, &wording)).collect::<Vec<_>>(),
        }),
    };
    let publishing = match status.publishing {
        Publishing::Stopped | Publishing::Refused(_) => Value::Null,
        Publishing::Would(changes) => json!({
            "last_changed": changes.last.and_then(day).map(|day| day.to_string()),
            "added": pages(&changes.added),
            "changed": pages(&changes.changed),
            "withdrawn": pages(&changes.withdrawn),
            "around": changes.around,
            "other_files": changes.other_files,
        }),
    };
    document(&json!({
        "today": status.findings.site().today.to_string(),
        "wrong": {
            "errors": tally.errors,
            "warnings": tally.warnings,
            "pages": tally.pages,
            "to_fill_in": gaps.len(),
            "worst": worst.map(|found| finding(found)).collect::<Vec<_>>(),
        },
        "due": due,
        "publish": publishing,
    }))
}

fn pages(titles: &Titles) -> Value {
    let pages = titles.iter();
    pages
        .map(|(title, readers)| json!({ "title": title, "for": readers }))
        .collect()
}
