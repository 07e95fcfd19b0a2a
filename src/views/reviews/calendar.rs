//! The duty calendar: what falls due in which term.
//!
//! In: tasks, and the school's terms. Out: what is late already, the halves of
//! this term and of those after it, and apart from them what lies where no
//! term is known; in each of them the days, with what is of one kind together,
//! since fifty guides can be due on one day. What falls due in a holiday stands with the half just ended:
//! whoever waits for the next one is late.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{DayView, TaskView};
use crate::agenda::State;
use crate::date::{Half, Period, Term};
use crate::views::Desk;

/// What falls due when.
#[derive(Debug, Serialize)]
pub struct CalendarView {
    /// What is late already.
    pub overdue: Vec<DatedView>,
    /// This term and those after it, as far as they are known.
    pub terms: Vec<CalendarTerm>,
    /// What falls due where no term is known, the soonest first.
    pub beyond: Vec<DatedView>,
    /// What has no day.
    pub undated: Vec<TaskView>,
}

/// A term.
#[derive(Debug, Serialize)]
pub struct CalendarTerm {
    /// `Autumn term 2026`
    pub title: String,
    /// Its halves; the whole of it where its half-term holiday is not known.
    pub parts: Vec<PartView>,
}

/// Half a term, with the holiday after it.
#[derive(Debug, Serialize)]
pub struct PartView {
    /// `first half of Autumn term 2026`
    pub title: String,
    /// The first day.
    pub first: DayView,
    /// The last day of school.
    pub last: DayView,
    /// Whether it is now.
    pub now: bool,
    /// What falls due in it, the soonest first.
    pub dates: Vec<DatedView>,
}

/// What is of one kind and due on one day.
#[derive(Debug, Serialize)]
pub struct DatedView {
    /// The day.
    pub due: DayView,
    /// How many of what: `50 guides to look at again`.
    pub words: String,
    /// Each of them, by title.
    pub tasks: Vec<TaskView>,
}

/// A stretch of the school's calendar.
struct Part {
    period: Period,
    first: Date,
    last: Date,
    /// The last day before the next.
    until: Date,
}

/// When the tasks fall due.
pub(super) fn of(desk: &Desk<'_>, tasks: &[TaskView]) -> CalendarView {
    let today = desk.site.today;
    let terms: Vec<(Term, Vec<Part>)> = terms(desk)
        .into_iter()
        .filter(|(_, parts)| parts.last().is_some_and(|part| part.until >= today))
        .collect();
    let due_between = |first: Date, until: Date| -> Vec<DatedView> {
        let is_then = |task: &&TaskView| due(task).is_some_and(|due| first <= due && due <= until);
        dated(desk, tasks.iter().filter(is_then))
    };
    let is_known = |due: Date| {
        let mut parts = terms.iter().flat_map(|(_, parts)| parts);
        parts.any(|part| part.first <= due && due <= part.until)
    };
    let beyond = tasks
        .iter()
        .filter(|task| !task.is(State::Overdue) && due(task).is_some_and(|due| !is_known(due)));
    CalendarView {
        overdue: dated(desk, tasks.iter().filter(|task| task.is(State::Overdue))),
        terms: terms
            .iter()
            .map(|(term, parts)| CalendarTerm {
                title: desk.wording.term(term.name),
                parts: parts
                    .iter()
                    .filter(|part| part.until >= today)
                    .map(|part| PartView {
                        title: desk.wording.period(part.period),
                        first: DayView::of(desk, part.first),
                        last: DayView::of(desk, part.last),
                        now: part.first <= today,
                        // What fell due before today is late, and stands there.
                        dates: due_between(part.first.max(today), part.until),
                    })
                    .collect(),
            })
            .collect(),
        beyond: dated(desk, beyond),
        undated: tasks
            .iter()
            .filter(|task| task.due.is_none())
            .cloned()
            .collect(),
    }
}

/// The terms with their parts. The holiday after the last of a stretch of
/// known terms ends nobody knows when.
fn terms(desk: &Desk<'_>) -> Vec<(Term, Vec<Part>)> {
    let terms = &desk.site.school.terms;
    let all: Vec<&Term> = terms.iter().collect();
    let mut found = Vec::with_capacity(all.len());
    for (at, term) in all.iter().enumerate() {
        let follows = |next: &&&Term| terms.term_after(term.starts, 1) == Ok(next.ends);
        let next = all.get(at + 1).filter(follows);
        let until = next.map_or(term.ends, |next| next.starts.saturating_sub(1.day()));
        let second = terms.first_day(term.name, Some(Half::Second)).ok();
        let parts = match (term.half_term, second) {
            (Some(half_term), Some(second)) => vec![
                Part {
                    period: Period::HalfTerm(term.name, Half::First),
                    first: term.starts,
                    last: half_term,
                    until: second.saturating_sub(1.day()),
                },
                Part {
                    period: Period::HalfTerm(term.name, Half::Second),
                    first: second,
                    last: term.ends,
                    until,
                },
            ],
            (_, _) => vec![Part {
                period: Period::Term(term.name),
                first: term.starts,
                last: term.ends,
                until,
            }],
        };
        found.push((**term, parts));
    }
    found
}

fn due(task: &TaskView) -> Option<Date> {
    task.due.as_ref()?.iso.parse().ok()
}

/// Tasks by day and kind, the soonest first.
fn dated<'t>(desk: &Desk<'_>, tasks: impl Iterator<Item = &'t TaskView>) -> Vec<DatedView> {
    let mut tasks: Vec<&TaskView> = tasks.collect();
    let key = |task: &TaskView| (due(task), task.kind);
    tasks.sort_by_cached_key(|task| (key(task), task.title.to_lowercase()));
    let days = tasks.chunk_by(|one, other| key(one) == key(other));
    days.filter_map(|tasks| {
        let first = tasks.first()?;
        Some(DatedView {
            due: first.due.clone()?,
            words: first.kind.counted(tasks.len(), desk.wording),
            tasks: tasks.iter().map(|task| (*task).clone()).collect(),
        })
    })
    .collect()
}
