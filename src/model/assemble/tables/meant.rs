//! What an editor meant who wrote something other than an answer or an action.
//!
//! In: what is written, and what could be. Out: a sentence that says what to
//! write. Must never say which answer a mark stands for where there are
//! several that it could: only the paper that it was copied from knows.

use super::NOT_STATED;
use crate::diagnostic::did_you_mean;
use crate::model::{Action, Group, Meaning};

/// What stands on paper, or in a spreadsheet, where something applies.
const MARKS: [&str; 19] = [
    "x", "✓", "✔", "✗", "✘", "☑", "☒", "✅", "❌", "×", "•", "*", "1", "tick", "ticked", "cross",
    "mark", "marked", "ok",
];
const YES: [&str; 3] = ["yes", "y", "true"];
const NO: [&str; 3] = ["no", "n", "false"];
/// What stands there where nobody has decided.
const BLANKS: [&str; 14] = [
    "",
    "-",
    "–",
    "—",
    "?",
    ".",
    "n/a",
    "na",
    "blank",
    "empty",
    "none",
    "tbc",
    "unknown",
    "undecided",
];

/// What to write instead of an answer that a group does not have.
pub(super) fn answer(group: &Group, written: &str) -> String {
    let plain = written.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&plain.as_str());
    let titled = |title: &str| title.trim().to_lowercase() == plain;
    let mut answers = group.answers.iter();
    if let Some(answer) = answers.find(|answer| {
        let child = answer.child.as_deref();
        titled(&answer.label) || child.is_some_and(titled)
    }) {
        return format!("Write its id: “{}”.", answer.id.value);
    }
    let ids = group.answers.iter().map(|answer| &*answer.id.value);
    let listed = || ids.clone().collect::<Vec<_>>().join(", ");
    let only = |meaning: Meaning| {
        let mut meant = group.answers.iter();
        let mut meant = meant
            .by_ref()
            .filter(|answer| answer.means == Some(meaning));
        meant.next().filter(|_| meant.next().is_none())
    };
    if is(&BLANKS) || plain.replace(['-', '_'], " ") == "not stated" {
        return format!(
            "If nobody has decided, write \"{NOT_STATED}\". If somebody has, write one of: {}.",
            listed()
        );
    }
    let meaning = match (is(&YES), is(&NO)) {
        (true, _) => only(Meaning::Yes),
        (_, true) => only(Meaning::No),
        _ => None,
    };
    match meaning {
        Some(answer) => format!("Did you mean “{}”?", answer.id.value),
        None if is(&MARKS) || is(&YES) || is(&NO) => format!(
            "A mark does not say which answer it is. Write the one that stands at the head of its column: {}.",
            listed()
        ),
        None => did_you_mean("answers", written, ids.clone().chain([NOT_STATED])),
    }
}

/// What to write instead of an action that a table does not have.
pub(super) fn action(actions: &[Action], written: &str) -> String {
    let plain = written.trim().to_lowercase();
    let mut titled = actions.iter();
    let titled = titled.find(|action| action.title.trim().to_lowercase() == plain);
    if let Some(action) = titled {
        return format!("Write its id: “{}”.", action.id.value);
    }
    let ids = actions.iter().map(|action| &*action.id.value);
    let marks = MARKS.iter().chain(&YES);
    if marks.into_iter().any(|mark| *mark == plain) {
        return format!(
            "A mark does not say what follows. Write the action that stands at the head of its column: {}.",
            ids.collect::<Vec<_>>().join(", ")
        );
    }
    did_you_mean("actions", written, ids)
}
