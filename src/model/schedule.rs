//! The schedule: what is to be reviewed or done, by whom and how often.

use std::num::NonZeroU16;

use jiff::civil::Date;

use crate::date::{ClassLimit, Every, Interval, PartialDate, Period, Stated, Unit};
use crate::model::{ChecklistId, PageId, RoleId, Site};
use crate::source::Spanned;

/// What `schedule.toml` says, with folders and appendices spelt out.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    /// How long before its due date something is due soon; 60 days where
    /// nothing is said.
    pub due_soon: Option<Interval>,
    /// Classes that a rule sets a longest interval for.
    pub classes: Vec<Class>,
    /// One for each page under review, sorted by page.
    pub reviews: Vec<Review>,
    /// Duties that come again and again.
    pub duties: Vec<RecurringDuty>,
}

/// A class of policies.
#[derive(Debug, Clone)]
pub struct Class {
    /// What reviews call it.
    pub id: Spanned<String>,
    /// What it is called.
    pub title: String,
    /// The longest interval that the rule allows.
    pub every: Interval,
    /// The rule that sets it.
    pub rule: String,
}

/// The review of a page.
#[derive(Debug, Clone)]
pub struct Review {
    /// The page.
    pub page: PageId,
    /// The page or folder, as it is written.
    pub written: Spanned<String>,
    /// The role that sees to it.
    pub owner: Option<RoleId>,
    /// The role that approves it; without one it needs no approval.
    pub approver: Option<RoleId>,
    /// How often.
    pub every: Option<Spanned<Every>>,
    /// When it was last reviewed.
    pub last: Option<Spanned<Period>>,
    /// When it is next to be, where that was decided.
    pub next: Option<Spanned<Period>>,
    /// Its class, by its place in [`Schedule::classes`].
    pub class: Option<usize>,
    /// What else calls for a review.
    pub triggers: Vec<String>,
    /// What has happened that called for one.
    pub events: Vec<Event>,
}

/// Something that called for a review.
#[derive(Debug, Clone)]
pub struct Event {
    /// When it happened.
    pub on: Spanned<PartialDate>,
    /// What.
    pub what: String,
}

/// A duty that comes again and again.
#[derive(Debug, Clone)]
pub struct RecurringDuty {
    /// What it is called in reports.
    pub id: Spanned<String>,
    /// What is to be done.
    pub title: String,
    /// The role that sees to it, if there is such a role.
    pub owner: Option<RoleId>,
    /// How often.
    pub every: Spanned<Every>,
    /// When it was last done.
    pub last: Option<Spanned<Period>>,
    /// When it is next to be done, where that was decided.
    pub next: Option<Spanned<Period>>,
    /// What proves that it was.
    pub evidence: Option<Spanned<String>>,
    /// The checklist that is gone through.
    pub checklist: Option<ChecklistId>,
}

impl Schedule {
    /// The review of a page, if it is under review.
    pub fn review_of(&self, page: PageId) -> Option<&Review> {
        let found = self
            .reviews
            .binary_search_by(|review| review.page.cmp(&page));
        found.ok().map(|at| &self.reviews[at])
    }

    fn limit(&self, class: Option<usize>) -> Option<ClassLimit<'_>> {
        let class = self.classes.get(class?)?;
        Some(ClassLimit {
            class: &class.id.value,
            at_most: class.every,
        })
    }
}

impl Site {
    /// The last day on which something can be due and be due soon.
    pub fn due_soon_until(&self) -> Date {
        const SIXTY: NonZeroU16 = NonZeroU16::new(60).expect("60 is not 0");
        let sixty = Interval::new(SIXTY, Unit::Day);
        let window = self.schedule.due_soon.unwrap_or(sixty);
        let terms = &self.school.terms;
        // A window of a term that is not known is the usual one.
        let end = window.after(self.today, terms);
        end.or_else(|_| sixty.after(self.today, terms))
            .unwrap_or(self.today)
    }

    /// The recurring duties of these roles, or all where none is named, in
    /// their order.
    pub fn duties_of<'s>(&'s self, roles: &'s [RoleId]) -> impl Iterator<Item = &'s RecurringDuty> {
        let is_theirs = |duty: &&RecurringDuty| {
            roles.is_empty() || duty.owner.is_some_and(|owner| roles.contains(&owner))
        };
        self.schedule.duties.iter().filter(is_theirs)
    }
}

impl Review {
    /// What is stated of when it is due; `approved` is the day of the newest
    /// full approval.
    pub(super) fn stated<'s>(&self, schedule: &'s Schedule, approved: Option<Date>) -> Stated<'s> {
        let value = |period: &Option<Spanned<Period>>| period.as_ref().map(|period| period.value);
        Stated {
            last: value(&self.last),
            approved,
            every: self.every.as_ref().and_then(|every| every.value.interval()),
            next: value(&self.next),
            class: schedule.limit(self.class),
        }
    }
}

impl RecurringDuty {
    /// What is stated of when it is due.
    pub(super) fn stated(&self) -> Stated<'static> {
        let value = |period: &Option<Spanned<Period>>| period.as_ref().map(|period| period.value);
        Stated {
            last: value(&self.last),
            approved: None,
            every: self.every.value.interval(),
            next: value(&self.next),
            class: None,
        }
    }
}
