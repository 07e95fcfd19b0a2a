//! The words in which people are told of an entry.
//!
//! In: days left, why, and what changed. Out: a few words for a sentence: in
//! English for the editor, who reads them in findings and reports, and in the
//! language of the site for its readers. Must never say by a sign or a colour
//! what a word can say.

use std::fmt;

use super::{Because, Change, Kind, Opened, State};
use crate::wording::Wording;

/// `418 days ago`, `tomorrow`, `in 12 days`
pub fn when(days_left: i32) -> String {
    match days_left {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days if days < 0 => format!("{} days ago", -days),
        days => format!("in {days} days"),
    }
}

impl State {
    /// How a line begins that is about such an entry: `Due soon`.
    pub fn in_words(self) -> &'static str {
        match self {
            State::Overdue => "Overdue",
            State::Changed => "Changed",
            State::Pending => "Pending",
            State::Unscheduled => "Unscheduled",
            State::Draft => "Draft",
            State::DueSoon => "Due soon",
            State::Current => "Current",
        }
    }
}

impl Change {
    /// `what staff read, in “Passwords” and “Phones”`
    pub fn in_words(&self) -> String {
        let sections: Vec<String> = self
            .sections
            .iter()
            .map(|title| match title.as_str() {
                "" => "the beginning".to_owned(),
                title => format!("“{title}”"),
            })
            .collect();
        match sections.as_slice() {
            [] => format!("what {} read", self.view),
            sections => format!("what {} read, in {}", self.view, and(sections)),
        }
    }
}

impl Kind {
    /// Several of it that are due on one day, for readers: `2 policies to
    /// review`.
    pub fn counted(self, count: usize, wording: &Wording) -> String {
        match self {
            Kind::Policy => wording.counted("dates.policies", count, &[]),
            Kind::Page => wording.counted("dates.pages", count, &[]),
            Kind::Duty => wording.counted("dates.duties", count, &[]),
        }
    }
}

impl Because {
    /// For readers: `1 year after the end of September 2025`.
    pub fn said(&self, wording: &Wording) -> String {
        match self {
            Because::Stated(reason) => wording.reason(reason),
            Because::Unscheduled => wording.said("because.unscheduled", &[]),
        }
    }
}

impl fmt::Display for Because {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Because::Stated(reason) => write!(f, "{reason}"),
            Because::Unscheduled => f.write_str("not in content/schedule.toml"),
        }
    }
}

impl Opened {
    /// For readers: `a new edition of X, 2026 (1 September 2026)`.
    pub fn said(&self, wording: &Wording) -> String {
        match self {
            Opened::Event { what, on } => {
                let date = wording.date(*on);
                wording.said("because.event", &[("event", what), ("date", &date)])
            }
            Opened::Edition { title, name, from } => {
                let date = wording.date(*from);
                wording.said(
                    "because.edition",
                    &[("title", title), ("name", name), ("date", &date)],
                )
            }
        }
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Opened::Event { what, on } => write!(f, "{what} ({})", on.in_words()),
            Opened::Edition { title, name, from } => {
                write!(f, "a new edition of {title}, {name} ({})", from.in_words())
            }
        }
    }
}

/// `a, b and c`
pub fn and(words: &[String]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
