//! The words in which people are told of an entry.
//!
//! In: days left, and what changed. Out: a few words for a sentence. Must never
//! say by a sign or a colour what a word can say.

use super::{Change, State};

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

/// `a, b and c`
pub fn and(words: &[String]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
