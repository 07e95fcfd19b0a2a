//! How a page or a duty stands: a pure function of the site and of today.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::agenda::{Change, Opened, State};
use crate::audience::Audience;
use crate::date::{Due, days_left};
use crate::model::approval::redated;
use crate::model::digest::Compared;
use crate::model::{
    Approval, Block, Folder, GuidanceId, Page, PageId, Record, RecurringDuty, Review, Site,
};

/// How a page under review stands.
#[derive(Debug, Clone)]
pub struct Standing<'s> {
    /// Its entry in the schedule; none for a policy that is not in it.
    pub review: Option<&'s Review>,
    /// By when it is due, and why.
    pub due: Due,
    /// The newest full approval.
    pub approval: Option<&'s Approval>,
    /// What is not what was approved, view by view.
    pub changed: Vec<Change>,
    /// What has happened since that calls for a review.
    pub opened: Vec<Opened>,
    /// How many approvals renewed a text of which not a word had changed.
    pub redated: usize,
    /// All states that hold, the worst first; never none.
    pub states: Vec<State>,
}

/// In whose eyes a page stands as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eyes {
    /// The editor's, who sees every view.
    Editor,
    /// A reader's. What changed in other views does not show.
    Of(Audience),
}

impl Eyes {
    /// Whether a view shows.
    fn see(self, view: Audience) -> bool {
        match self {
            Eyes::Editor => true,
            Eyes::Of(reader) => view == reader,
        }
    }
}

impl Standing<'_> {
    /// The worst state.
    pub fn state(&self) -> State {
        self.states.first().copied().unwrap_or(State::Unscheduled)
    }

    /// Whether a state holds.
    pub fn is(&self, state: State) -> bool {
        self.states.contains(&state)
    }
}

impl Site {
    /// How a page stands; nothing for a page that nobody has to review.
    ///
    /// Policies have to be reviewed, and with them whatever the schedule
    /// names.
    pub fn standing(&self, id: PageId, eyes: Eyes) -> Option<Standing<'_>> {
        let page = self.page(id);
        let review = self.schedule.review_of(id);
        if review.is_none() && !is_policy(page) {
            return None;
        }
        let approvals = self.approvals_of(id);
        let approval = approvals
            .iter()
            .rfind(|found| found.minor.is_none())
            .copied();
        let approved = approval.map(|approval| approval.on.value);
        let stated = review
            .map(|review| review.stated(&self.schedule, approved))
            .unwrap_or_default();
        let due = Due::of(&stated, &self.school.terms);
        let changed = approvals
            .last()
            .map(|newest| self.changed(id, newest, eyes))
            .unwrap_or_default();
        let opened = review.map_or_else(Vec::new, |review| self.opened(id, review, &due, eyes));
        let mut found = self.states_of(&due, opened.is_empty());
        if page.front.draft {
            found.push(State::Draft);
        }
        if review.is_some_and(|review| review.approver.is_some()) && approval.is_none() {
            found.push(State::Pending);
        }
        if !changed.is_empty() {
            found.push(State::Changed);
        }
        Some(Standing {
            review,
            due,
            approval,
            changed,
            opened,
            redated: redated(&approvals),
            states: sorted(found),
        })
    }

    /// The states of a recurring duty, the worst first, and by when it is due.
    /// It is due soon within the window, and once half of its time is over.
    pub fn duty_standing(&self, duty: &RecurringDuty) -> (Due, Vec<State>) {
        let due = Due::of(&duty.stated(), &self.school.terms);
        let mut states = self.states_of(&due, true);
        // A window of 60 days holds the next week's duty on every day there is.
        if !due.is_half_over(self.today) {
            states.retain(|state| *state != State::DueSoon);
        }
        (due, sorted(states))
    }

    /// What follows from a due date alone, and from whether something has
    /// happened since.
    fn states_of(&self, due: &Due, is_quiet: bool) -> Vec<State> {
        let window = self.due_soon_until();
        match due.date {
            None => vec![State::Unscheduled],
            Some(date) if days_left(date, self.today) < 0 => vec![State::Overdue],
            Some(date) if date <= window || !is_quiet => vec![State::DueSoon],
            Some(_) => Vec::new(),
        }
    }

    /// Which views show something else than `approval` says.
    fn changed(&self, id: PageId, approval: &Approval, eyes: Eyes) -> Vec<Change> {
        let readers = self.page(id).readers.iter();
        let seen = readers.filter(|audience| eyes.see(*audience));
        seen.filter_map(|audience| {
            let shown = self.shown(id, audience);
            match approval.compared(audience, &shown) {
                Compared::Other(sections) => Some(Change {
                    view: audience.word(),
                    sections,
                }),
                Compared::Same | Compared::UnknownScheme => None,
            }
        })
        .collect()
    }

    /// What has happened since the page was last reviewed or approved that
    /// calls for a review of it: events of its entry, and new editions of what
    /// it cites. A reader is told of what their own text cites alone.
    fn opened(&self, id: PageId, review: &Review, due: &Due, eyes: Eyes) -> Vec<Opened> {
        let Some(since) = due.since else {
            return Vec::new();
        };
        let happened = |on: Date| since < on && on <= self.today;
        let events = review.events.iter();
        let events = events
            .filter(|event| happened(event.on.value.last_day()))
            .map(|event| Opened::Event {
                what: event.what.clone(),
                on: event.on.value,
            });
        let cited = self.cited_on(id, eyes).into_iter();
        let editions = cited.filter_map(|guidance| {
            let guidance = self.guidance(guidance);
            let edition = guidance.in_force(self.today)?;
            let from = edition.in_force.value;
            happened(from.first_day()).then(|| Opened::Edition {
                title: guidance.title.value.clone(),
                name: edition.name.value.clone(),
                from,
            })
        });
        events.chain(editions).collect()
    }

    /// The laws and guidance that a page cites in a text or a block, as far as
    /// it is seen.
    fn cited_on(&self, id: PageId, eyes: Eyes) -> BTreeSet<GuidanceId> {
        let page = self.page(id);
        let mut cited = BTreeSet::new();
        for reader in page.readers.iter().filter(|reader| eyes.see(*reader)) {
            let outline = page.prose.outline(reader);
            for named in &outline.references {
                if let Ok(Record::Guidance(guidance)) = self.record(&named.target) {
                    cited.insert(guidance);
                }
            }
            for fence in &outline.fences {
                if let Some(Ok(Block::Guidance(listed))) = self.block(fence, reader) {
                    cited.extend(listed);
                }
            }
        }
        cited
    }
}

/// The states, the worst first, each once; current where there is none.
fn sorted(mut states: Vec<State>) -> Vec<State> {
    states.sort();
    states.dedup();
    if states.is_empty() {
        states.push(State::Current);
    }
    states
}

/// Whether a page is a policy, and not the front page of a folder of them.
pub(super) fn is_policy(page: &Page) -> bool {
    page.folder == Folder::Policies && !page.path.ends_with("/index")
}
