//! The review desk: who has what to do.
//!
//! In: the agenda, and the facts that age. Out: tasks by owner, the worst
//! first, and the posts and facts that somebody has to look after. For staff
//! alone. A draft is on no page, so it is not on the desk either.

use serde::Serialize;

use super::calendar::{self, CalendarView};
use super::facts::{self, FactsView};
use super::governors::{self, GovernorsView};
use super::{DayView, OwnerView, TaskView};
use crate::agenda::{Entry, Kind, State, ics, json};
use crate::model::School;
use crate::views::Desk;

/// All that the review desk shows, and what is derived from it.
#[derive(Debug, Serialize)]
pub struct DeskView {
    /// The day for which all of it holds.
    pub today: DayView,
    /// The last day on which something counts as due soon.
    pub soon: DayView,
    /// Whether there is a schedule at all.
    pub scheduled: bool,
    /// How many reviews and duties are in each state, the worst first.
    pub counts: Vec<CountView>,
    /// What is to be done, by whom, those with the worst first.
    pub owners: Vec<OwnerTasks>,
    /// What nobody has to do anything about yet.
    pub quiet: Vec<TaskView>,
    /// Posts, numbers and consents.
    pub facts: FactsView,
    /// When it is due.
    pub calendar: CalendarView,
    /// The summary for governors.
    pub governors: GovernorsView,
}

/// How many reviews and duties are in a state; each counts once, by its worst.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The state.
    pub state: &'static str,
    /// Of reviews.
    pub reviews: usize,
    /// Of duties.
    pub duties: usize,
}

/// What somebody has to do.
#[derive(Debug, Serialize)]
pub struct OwnerTasks {
    /// Who; nobody, where that is not said.
    pub owner: Option<OwnerView>,
    /// What, the worst first.
    pub tasks: Vec<TaskView>,
}

/// What the desk and the files beside it are made of.
fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let mut entries = desk.site.agenda();
    entries.retain(|entry| !entry.is(State::Draft));
    entries
}

/// The review desk.
pub(in crate::views) fn of(desk: &Desk<'_>) -> DeskView {
    let site = desk.site;
    let entries = entries(desk);
    let counts = counts(&entries);
    let tasks = entries.into_iter();
    let tasks: Vec<TaskView> = tasks.map(|entry| TaskView::of(desk, entry)).collect();
    let calendar = calendar::of(desk, &tasks);
    let governors = governors::of(desk, &tasks);
    let (quiet, waiting): (Vec<_>, Vec<_>) = tasks
        .into_iter()
        .partition(|task| task.state == State::Current.word());
    DeskView {
        today: DayView::of(desk, site.today),
        soon: DayView::of(desk, site.due_soon_until()),
        scheduled: site.files.schedule.is_some(),
        counts,
        owners: by_owner(waiting),
        quiet,
        facts: facts::of(desk),
        calendar,
        governors,
    }
}

/// The files that stand beside the desk: for calendars, and for programs.
pub(in crate::views) fn documents(desk: &Desk<'_>) -> Vec<(&'static str, String)> {
    let School {
        name,
        address,
        phone: _,
        email: _,
        postal: _,
        email_domains: _,
        allowed_mailboxes: _,
        status: _,
        lang: _,
        terms: _,
        staff_address: _,
        theme: _,
        brand: _,
        exit: _,
        taught: _,
        names: _,
        exceptions: _,
        levels: _,
    } = &desk.site.school;
    let whose = ics::Whose {
        school: &name.value,
        address: address.as_ref().map(|address| address.value.as_str()),
        wording: desk.wording,
    };
    let (today, entries) = (desk.site.today, entries(desk));
    // A site with a page that could not be read is not published.
    let data = json::document(today, &entries, &[], desk.wording);
    vec![
        ("reviews.ics", ics::document(today, whose, &entries)),
        ("reviews.json", data),
    ]
}

fn counts(entries: &[Entry]) -> Vec<CountView> {
    let states = State::ALL.iter().filter(|state| **state != State::Draft);
    let count = |state: State, is: fn(&Entry) -> bool| {
        let of = entries.iter().filter(|entry| entry.state == state);
        of.filter(|entry| is(entry)).count()
    };
    states
        .map(|state| CountView {
            state: state.word(),
            reviews: count(*state, |entry| entry.kind != Kind::Duty),
            duties: count(*state, |entry| entry.kind == Kind::Duty),
        })
        .collect()
}

/// Tasks, which come the worst first, by owner in the order of their worst.
fn by_owner(tasks: Vec<TaskView>) -> Vec<OwnerTasks> {
    let mut owners: Vec<OwnerTasks> = Vec::new();
    for task in tasks {
        let known = owners.iter_mut().find(|other| other.owner == task.owner);
        match known {
            Some(owner) => owner.tasks.push(task),
            None => owners.push(OwnerTasks {
                owner: task.owner.clone(),
                tasks: vec![task],
            }),
        }
    }
    owners
}
