//! By when, and why.
//!
//! In: what a record states, and the newest approval from the ledger. Out: the
//! day on which it is due, the reason in words, and what could not be used.
//! Must never make a thing look more current than its record proves: of
//! several days the earliest wins, and what is not known is said, not guessed.

use std::fmt;

use jiff::civil::Date;

use super::interval::Interval;
use super::period::Period;
use super::terms::{Terms, UnknownTerm};

/// All that is stated of when a review or a duty is due. Whatever is not
/// stated is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stated<'a> {
    /// When it was last done.
    pub last: Option<Period>,
    /// The day of the newest full approval in the ledger; minor ones are none.
    pub approved: Option<Date>,
    /// How often it is to be done.
    pub every: Option<Interval>,
    /// When it is next to be done, as written.
    pub next: Option<Period>,
    /// The most that its class allows.
    pub class: Option<ClassLimit<'a>>,
}

/// The longest interval that a class of policies allows (*A4*; domain.md a4:
/// a child protection policy and its appendices have 1 year).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassLimit<'a> {
    /// The class: `child-protection`.
    pub class: &'a str,
    /// Its longest interval.
    pub at_most: Interval,
}

/// By when something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day on which it is not overdue; none where nothing says.
    pub date: Option<Date>,
    /// Why then, or why no day can be told.
    pub because: Reason,
    /// The day from which is counted: whatever happened later happened since.
    pub since: Option<Date>,
    /// The stated next date, when that was over already on the day from which
    /// is counted: it was ignored, and a rule names it.
    pub spent: Option<Period>,
    /// Terms that were needed and are not known. A `date` may stand beside
    /// them: the earliest of what could be reckoned.
    pub unknown: Vec<UnknownTerm>,
}

/// Why something is due when it is. As text, words for a report: `next review
/// stated as 2025-09`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The stated next date.
    Next(Period),
    /// The longest interval of its class.
    Class {
        /// The class.
        class: String,
        /// Its longest interval.
        at_most: Interval,
        /// What it is counted from.
        from: CountedFrom,
    },
    /// Its own interval.
    Every {
        /// The interval.
        every: Interval,
        /// What it is counted from.
        from: CountedFrom,
    },
    /// Neither last done nor approved, and no next date.
    NoStart,
    /// Last done or approved, with no interval and no next date to come.
    NoInterval,
    /// A term that everything hangs on is not known.
    Unknown(UnknownTerm),
}

/// What an interval is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// The end of the period in which it was last done.
    Last(Period),
    /// The day of the newest full approval.
    Approval(Date),
}

impl Due {
    /// When something is due of which this is stated.
    ///
    /// - An interval counts from the later of the last day of `last` and
    ///   `approved`; when they are one day, from `last`.
    /// - A `next` whose period ends on or before that day is spent.
    /// - Of `next`, class and interval the earliest day wins; of equal days
    ///   the reason is named in that order.
    /// - A `next` stands by itself: it needs nothing to count from.
    ///
    /// When the days of `last` are not known, `approved` alone is counted
    /// from, which can only make the day earlier.
    pub fn of(stated: &Stated<'_>, terms: &Terms) -> Due {
        let mut unknown = Vec::new();
        let from = start(stated, terms, &mut unknown);
        let (next, spent) = next(stated, terms, from.map(|(_, day)| day), &mut unknown);
        let mut choices: Vec<(Date, Reason)> = Vec::from_iter(next);
        if let Some((from, day)) = from {
            if let Some(ClassLimit { class, at_most }) = stated.class {
                let reason = Reason::Class {
                    class: class.to_owned(),
                    at_most,
                    from,
                };
                let due = known(at_most.after(day, terms), &mut unknown);
                choices.extend(due.map(|due| (due, reason)));
            }
            if let Some(every) = stated.every {
                let due = known(every.after(day, terms), &mut unknown);
                choices.extend(due.map(|due| (due, Reason::Every { every, from })));
            }
        }
        // The first of equals is taken: `next`, then the class.
        let earliest = choices.into_iter().min_by_key(|(due, _)| *due);
        let (date, because) = match (earliest, unknown.first(), from) {
            (Some((due, reason)), _, _) => (Some(due), reason),
            (None, Some(term), _) => (None, Reason::Unknown(*term)),
            (None, None, None) => (None, Reason::NoStart),
            (None, None, Some(_)) => (None, Reason::NoInterval),
        };
        Due {
            date,
            because,
            since: from.map(|(_, day)| day),
            spent,
            unknown,
        }
    }

    /// Whether at least half of the time has passed from the day that is counted
    /// from to the due date; always where nothing says from which.
    pub fn is_half_over(&self, today: Date) -> bool {
        let (Some(since), Some(date)) = (self.since, self.date) else {
            return true;
        };
        2 * i64::from(days_left(date, today)) <= i64::from(days_left(date, since))
    }

    /// Whole days from `today` to the due date: 0 on the day itself, on which
    /// it is due and not overdue; less than 0 from the day after.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.date.map(|due| days_left(due, today))
    }
}

/// Whole days from `today` to `due`: 0 on the day itself, less than 0 from the
/// day after.
pub fn days_left(due: Date, today: Date) -> i32 {
    (due - today).get_days()
}

/// The day from which is counted, and what it is.
fn start(
    stated: &Stated<'_>,
    terms: &Terms,
    unknown: &mut Vec<UnknownTerm>,
) -> Option<(CountedFrom, Date)> {
    let last = stated.last.and_then(|last| {
        known(last.last_day(terms), unknown).map(|day| (CountedFrom::Last(last), day))
    });
    let approval = stated.approved.map(|day| (CountedFrom::Approval(day), day));
    match (last, approval) {
        (Some(last), Some(approval)) if approval.1 > last.1 => Some(approval),
        (Some(last), _) => Some(last),
        (None, approval) => approval,
    }
}

/// The stated next date with its reason; or that it is spent.
fn next(
    stated: &Stated<'_>,
    terms: &Terms,
    from: Option<Date>,
    unknown: &mut Vec<UnknownTerm>,
) -> (Option<(Date, Reason)>, Option<Period>) {
    let Some(period) = stated.next else {
        return (None, None);
    };
    match known(period.last_day(terms), unknown) {
        Some(day) if from.is_some_and(|from| day <= from) => (None, Some(period)),
        Some(day) => (Some((day, Reason::Next(period))), None),
        None => (None, None),
    }
}

/// The day, if it is known; else the term is noted, once.
fn known(day: Result<Date, UnknownTerm>, unknown: &mut Vec<UnknownTerm>) -> Option<Date> {
    match day {
        Ok(day) => Some(day),
        Err(term) => {
            if !unknown.contains(&term) {
                unknown.push(term);
            }
            None
        }
    }
}

impl fmt::Display for CountedFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CountedFrom::Last(Period::Date(super::PartialDate::Day(day))) => write!(f, "{day}"),
            CountedFrom::Last(period) => write!(f, "the end of {period}"),
            CountedFrom::Approval(day) => write!(f, "the approval of {day}"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Next(period) => write!(f, "next review stated as {period}"),
            Reason::Class {
                class,
                at_most,
                from,
            } => write!(f, "class {class} allows at most {at_most} after {from}"),
            Reason::Every { every, from } => write!(f, "{every} after {from}"),
            Reason::NoStart => f.write_str("no last review, approval or next review is stated"),
            Reason::NoInterval => f.write_str("no interval and no next review is stated"),
            Reason::Unknown(term) => write!(f, "{term}"),
        }
    }
}
