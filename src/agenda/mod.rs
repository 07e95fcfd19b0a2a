//! What is due, for whom and by when, as documents for programs and people.
//!
//! In: [`Entry`]s, one for each review and each duty, made by `model` from the
//! schedule, the ledger and today. Out: JSON, CSV and iCalendar, each a text.
//! The command `reviews` and the staff view print the same documents, so they
//! are made here, in the ground. An entry names posts and evidence: it is for
//! staff, and no other view may ask for one. Must never ask the clock.

pub mod csv;
pub mod ics;
pub mod json;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;

use jiff::civil::Date;

use crate::date::{Every, PartialDate, Period, Reason};

pub use words::{and, when};

/// How a review or a duty stands on a day.
///
/// The worst first: where several hold, the first is the state and the rest
/// are named beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The due date has passed.
    Overdue,
    /// The text is not what was approved.
    Changed,
    /// It needs an approval, and has had none.
    Pending,
    /// Nothing says by when it is due: never the same as current.
    Unscheduled,
    /// It is not published yet.
    Draft,
    /// The due date is near, or something has happened since that calls for a
    /// review.
    DueSoon,
    /// None of these.
    Current,
}

impl State {
    /// All of them, the worst first.
    pub const ALL: [State; 7] = [
        State::Overdue,
        State::Changed,
        State::Pending,
        State::Unscheduled,
        State::Draft,
        State::DueSoon,
        State::Current,
    ];

    /// The word of reports: `due-soon`.
    pub fn word(self) -> &'static str {
        match self {
            State::Overdue => "overdue",
            State::Changed => "changed",
            State::Pending => "pending",
            State::Unscheduled => "unscheduled",
            State::Draft => "draft",
            State::DueSoon => "due-soon",
            State::Current => "current",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The review of a policy.
    Policy,
    /// The review of another page.
    Page,
    /// A duty that comes again and again.
    Duty,
}

impl Kind {
    /// The word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Policy => "policy",
            Kind::Page => "page",
            Kind::Duty => "duty",
        }
    }
}

/// A review or a duty, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of a review its page without `.md`; of a duty its own id.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// The page's title, or the duty's.
    pub title: String,
    /// Who sees to it.
    pub owner: Option<Owner>,
    /// The day of the newest full approval.
    pub approved: Option<Date>,
    /// When it was last reviewed or done.
    pub last: Option<Period>,
    /// How often.
    pub every: Option<Every>,
    /// The last day on which it is not overdue.
    pub due: Option<Date>,
    /// Why then, or why no day can be told.
    pub because: Because,
    /// The worst of what holds.
    pub state: State,
    /// What else holds, the worst first.
    pub also: Vec<State>,
    /// Whole days from today to the due date; less than 0 from the day after.
    pub days_left: Option<i32>,
    /// What is not what was approved.
    pub changed: Vec<Change>,
    /// What has happened since that calls for a review.
    pub opened: Vec<Opened>,
    /// How many of its approvals renewed a text of which not a word had
    /// changed.
    pub redated: usize,
    /// What proves that it was done, as written; of a duty alone.
    pub evidence: Option<String>,
}

/// Why an entry is due when it is, or why no day can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// What the schedule and the ledger say.
    Stated(Reason),
    /// It is not in the schedule.
    Unscheduled,
}

/// What has happened that calls for a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Something that the schedule names.
    Event {
        /// What it was.
        what: String,
        /// When.
        on: PartialDate,
    },
    /// A law or a guidance that the page cites has a new edition.
    Edition {
        /// What is cited.
        title: String,
        /// The edition.
        name: String,
        /// Since when it is in force.
        from: PartialDate,
    },
}

/// Who sees to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The id of the role.
    pub id: String,
    /// What the role is called.
    pub title: String,
    /// Whether nobody is in post.
    pub vacant: bool,
}

/// What is not what was approved, in one view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whose view: `parents`.
    pub view: &'static str,
    /// The sections with other words, by their headings; none where that
    /// cannot be told.
    pub sections: Vec<String>,
}

impl Entry {
    /// Whether a state holds, as the worst or beside it.
    pub fn is(&self, state: State) -> bool {
        self.state == state || self.also.contains(&state)
    }
}

/// Puts the worst first, and of equals the longest overdue or soonest due.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| {
        let key = |entry: &Entry| (entry.state, entry.due.is_none(), entry.due, entry.kind);
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
}
