//! What a reader of a page is told of its review.
//!
//! In: how a page stands in this reader's eyes. Out: days, roles and states;
//! the words are the templates'. Each reader is told of changes in their own
//! view and in no other. Who sees to a review, why it is due then, what has
//! happened since and what proves an approval are for staff alone. Must never
//! say that a page is current: a template has no state to say it by.

mod calendar;
mod desk;
mod duty;
mod facts;
mod governors;
mod page;
mod task;

use jiff::civil::Date;
use serde::Serialize;

use super::Desk;
use crate::agenda::State;
use crate::audience::Audience;
use crate::date::{Due, PartialDate};
use crate::model::{Approval, Eyes, Folder, Page, PageId, Record, Review, Role, RoleId, Standing};

pub use calendar::{CalendarTerm, CalendarView, DatedView, PartView};
pub use desk::{CountView, DeskView, OwnerTasks};
pub(super) use desk::{documents, of as desk};
pub use duty::DutyView;
pub(super) use duty::of as duties;
pub use facts::{FactView, FactsView, LeavingView};
pub use governors::{ApprovedView, GovernorsView};
pub(super) use page::for_staff;
pub use page::{ApprovalView, OwnerView, StaffReview};
pub use task::{ChangeView, TaskView};

/// A day, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayView {
    /// `2026-09-30`
    pub iso: String,
    /// `30 September 2026`
    pub words: String,
}

/// What every reader of a page is told of its review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewLine {
    /// What the page is: `policy` or `page`.
    pub of: &'static str,
    /// The day of the newest full approval.
    pub approved: Option<DayView>,
    /// Who gave it, where this reader may know the role.
    pub by: Option<String>,
    /// Who has to approve it, where this reader may know the role.
    pub approver: Option<String>,
    /// The last day on which its review is not overdue.
    pub due: Option<DayView>,
    /// Which of `overdue`, `changed`, `pending` and `unscheduled` hold.
    pub states: Vec<&'static str>,
}

impl DayView {
    /// A day.
    pub(super) fn of(desk: &Desk<'_>, day: Date) -> DayView {
        DayView {
            iso: day.to_string(),
            words: desk.wording.date(PartialDate::Day(day)),
        }
    }
}

/// What the readers of this desk are told of the review of a page; nothing of
/// a page that nobody has to review.
pub(super) fn line(desk: &Desk<'_>, id: PageId) -> Option<ReviewLine> {
    let standing = desk.site.standing(id, Eyes::Of(desk.audience()))?;
    let Standing {
        review,
        due,
        approval,
        changed: _,
        opened: _,
        redated: _,
        states,
    } = &standing;
    let Due {
        date,
        because: _,
        since: _,
        spent: _,
        unknown: _,
    } = due;
    let given = approval.map(given);
    let approves = review.and_then(approves);
    let by = approval.and_then(|approval| desk.site.approved_by(approval));
    Some(ReviewLine {
        of: kind(desk.site.page(id)),
        approved: given.map(|day| DayView::of(desk, day)),
        by: by.and_then(|role| known(desk, role)),
        approver: approves.and_then(|role| known(desk, role)),
        due: date.map(|day| DayView::of(desk, day)),
        states: states.iter().copied().filter_map(told).collect(),
    })
}

/// The day of an approval. Its evidence is staff's.
fn given(approval: &Approval) -> Date {
    let Approval {
        page: _,
        on,
        by: _,
        evidence: _,
        minor: _,
        digests: _,
    } = approval;
    on.value
}

/// Who has to approve a page. All else that its entry says is staff's.
fn approves(review: &Review) -> Option<RoleId> {
    let Review {
        page: _,
        written: _,
        owner: _,
        approver,
        every: _,
        last: _,
        next: _,
        class: _,
        triggers: _,
        events: _,
    } = review;
    *approver
}

/// The word for what a page is.
fn kind(page: &Page) -> &'static str {
    match page.folder {
        Folder::Policies => "policy",
        Folder::Children | Folder::Parents | Folder::Staff => "page",
    }
}

/// The word of a state that every reader is told of. That a review is due soon
/// is for those who see to it.
fn told(state: State) -> Option<&'static str> {
    match state {
        State::Overdue | State::Changed | State::Pending | State::Unscheduled => Some(state.word()),
        State::Draft | State::DueSoon | State::Current => None,
    }
}

/// What this reader calls a role, if they may know of it. It is what the role
/// is called now, and never whoever stands in: a deputy has approved nothing.
fn known(desk: &Desk<'_>, id: RoleId) -> Option<String> {
    let readers = desk.site.record_readers(Record::Role(id));
    if !readers.contains(desk.audience()) {
        return None;
    }
    let Role {
        id: _,
        title,
        kind: _,
        readers: _,
        aliases: _,
        child_name,
        find: _,
        holders: _,
        deputy: _,
        inherits: _,
        duties: _,
        verified: _,
        channels: _,
    } = desk.site.role(id);
    let name = match desk.audience() {
        Audience::Children => child_name.as_ref().unwrap_or(title),
        Audience::Parents | Audience::Staff => title,
    };
    Some(name.value.clone())
}
