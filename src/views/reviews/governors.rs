//! The summary for governors: one page, to be printed.

use jiff::civil::Date;
use serde::Serialize;

use super::{ApprovalView, DayView, TaskView};
use crate::agenda::{Kind, State};
use crate::date::Term;
use crate::views::Desk;

/// What governors want to know of a term.
#[derive(Debug, Serialize)]
pub struct GovernorsView {
    /// The term that began last; none where no term is known that has.
    pub term: Option<String>,
    /// Its first day.
    pub since: Option<DayView>,
    /// What is overdue, not what was approved, or not approved.
    pub attention: Vec<TaskView>,
    /// What was approved in full since then, the newest first.
    pub approved: Vec<ApprovedView>,
    /// How many small changes were made without a full approval since then.
    pub minor: usize,
    /// The duties that were done since then, with what proves it.
    pub done: Vec<TaskView>,
    /// How many were done since then without anything that proves it.
    pub unproved: usize,
    /// How many full approvals there are on record of the pages of today.
    pub approvals: usize,
    /// How many of them renewed a text of which not a word had changed.
    pub redated: usize,
}

/// A page that was approved.
#[derive(Debug, Serialize)]
pub struct ApprovedView {
    /// Its title.
    pub title: String,
    /// The approval.
    pub approval: ApprovalView,
}

/// The summary, of the tasks of the desk.
pub(super) fn of(desk: &Desk<'_>, tasks: &[TaskView]) -> GovernorsView {
    let term = term(desk);
    let since = term.map(|term| term.starts);
    let waits = |task: &&TaskView| {
        let states = [State::Overdue, State::Changed, State::Pending];
        states.iter().any(|state| task.is(*state))
    };
    let mut summary = GovernorsView {
        term: term.map(|term| desk.wording.term(term.name)),
        since: since.map(|day| DayView::of(desk, day)),
        attention: tasks.iter().filter(waits).cloned().collect(),
        approved: Vec::new(),
        minor: 0,
        done: Vec::new(),
        unproved: 0,
        approvals: 0,
        redated: tasks.iter().map(|task| task.redated).sum(),
    };
    approvals(desk, since, &mut summary);
    duties(desk, since, tasks, &mut summary);
    summary
}

/// The term that began last.
fn term<'d>(desk: &Desk<'d>) -> Option<&'d Term> {
    let site = desk.site;
    let begun = site
        .school
        .terms
        .iter()
        .filter(|term| term.starts <= site.today);
    begun.last()
}

fn approvals(desk: &Desk<'_>, since: Option<Date>, summary: &mut GovernorsView) {
    let mut found = Vec::new();
    for (id, page) in desk.site.page_ids().map(|id| (id, desk.site.page(id))) {
        if page.front.draft {
            continue;
        }
        for approval in desk.site.approvals_of(id) {
            let is_full = approval.minor.is_none();
            summary.approvals += usize::from(is_full);
            if since.is_none_or(|since| approval.on.value < since) {
                continue;
            }
            if is_full {
                found.push((approval.on.value, &page.front.title.value, approval));
            } else {
                summary.minor += 1;
            }
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let approved = found.into_iter().map(|(_, title, approval)| ApprovedView {
        title: title.clone(),
        approval: ApprovalView::of(desk, approval),
    });
    summary.approved = approved.collect();
}

/// A duty was done since then when the period in which it was done ended since
/// then.
fn duties(desk: &Desk<'_>, since: Option<Date>, tasks: &[TaskView], summary: &mut GovernorsView) {
    let terms = &desk.site.school.terms;
    let done = |id: &str| {
        let mut duties = desk.site.schedule.duties.iter();
        let duty = duties.find(|duty| duty.id.value == id)?;
        duty.last.as_ref()?.value.last_day(terms).ok()
    };
    for task in tasks.iter().filter(|task| task.kind == Kind::Duty) {
        let (Some(since), Some(on)) = (since, done(&task.id)) else {
            continue;
        };
        if on < since {
            continue;
        }
        if task.evidence.is_some() {
            summary.done.push(task.clone());
        } else {
            summary.unproved += 1;
        }
    }
}
