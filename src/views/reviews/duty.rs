//! Recurring duties, which staff alone are told of.

use serde::Serialize;

use super::{DayView, OwnerView};
use crate::agenda::State;
use crate::date::Due;
use crate::model::{RecurringDuty, RoleId};
use crate::views::Desk;

/// A duty that comes again and again.
#[derive(Debug, Clone, Serialize)]
pub struct DutyView {
    /// What is to be done.
    pub title: String,
    /// Who sees to it.
    pub owner: Option<OwnerView>,
    /// How often, in words.
    pub every: String,
    /// When it was last done, in words.
    pub last: Option<String>,
    /// What proves that it was.
    pub evidence: Option<String>,
    /// The last day on which it is not overdue.
    pub due: Option<DayView>,
    /// Why then, or why no day can be told.
    pub because: String,
    /// The worst state that holds.
    pub state: &'static str,
}

/// The duties of these roles, or all where none is named, in their order.
pub(in crate::views) fn of(desk: &Desk<'_>, roles: &[RoleId]) -> Vec<DutyView> {
    let duties = desk.site.duties_of(roles);
    duties.map(|duty| view(desk, duty)).collect()
}

fn view(desk: &Desk<'_>, duty: &RecurringDuty) -> DutyView {
    let (due, states) = desk.site.duty_standing(duty);
    let Due {
        date,
        because,
        since: _,
        spent: _,
        unknown: _,
    } = due;
    let RecurringDuty {
        id: _,
        title,
        owner,
        every,
        last,
        next: _,
        evidence,
        checklist: _,
    } = duty;
    let state = states.first().copied().unwrap_or(State::Unscheduled);
    DutyView {
        title: title.clone(),
        owner: owner.map(|role| OwnerView::of(desk, role)),
        every: desk.wording.every(&every.value),
        last: last.as_ref().map(|last| desk.wording.period(last.value)),
        evidence: evidence.as_ref().map(|evidence| evidence.value.clone()),
        due: date.map(|day| DayView::of(desk, day)),
        because: desk.wording.reason(&because),
        state: state.word(),
    }
}
