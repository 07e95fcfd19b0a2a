//! The agenda: every review and duty, as it stands today.

use crate::agenda::{self, Because, Entry, Kind, Owner, State};
use crate::model::standing::is_policy;
use crate::model::{Eyes, PageId, RecurringDuty, RoleId, Site, Standing};

impl Site {
    /// Everything that is to be reviewed or done again, the worst first:
    /// every page in the schedule, every policy that is not, every duty.
    ///
    /// It is the editor's and staff's: it names posts, and evidence.
    pub fn agenda(&self) -> Vec<Entry> {
        let pages = self.page_ids().filter_map(|id| {
            let standing = self.standing(id, Eyes::Editor)?;
            Some(self.review_entry(id, &standing))
        });
        let duties = self.schedule.duties.iter();
        let duties = duties.map(|duty| self.duty_entry(duty));
        let mut entries: Vec<Entry> = pages.chain(duties).collect();
        agenda::sort(&mut entries);
        entries
    }

    fn review_entry(&self, id: PageId, standing: &Standing<'_>) -> Entry {
        let page = self.page(id);
        let (state, also) = split(&standing.states);
        let review = standing.review;
        let because = match review {
            Some(_) => Because::Stated(standing.due.because.clone()),
            None => Because::Unscheduled,
        };
        Entry {
            id: page.path.clone(),
            kind: if is_policy(page) {
                Kind::Policy
            } else {
                Kind::Page
            },
            title: page.front.title.value.clone(),
            owner: review
                .and_then(|review| review.owner)
                .map(|role| self.owner(role)),
            approved: standing.approval.map(|approval| approval.on.value),
            last: review
                .and_then(|review| review.last.as_ref())
                .map(|last| last.value),
            every: review
                .and_then(|review| review.every.as_ref())
                .map(|every| every.value.clone()),
            due: standing.due.date,
            because,
            state,
            also,
            days_left: standing.due.days_left(self.today),
            changed: standing.changed.clone(),
            opened: standing.opened.clone(),
            redated: standing.redated,
            evidence: None,
        }
    }

    fn duty_entry(&self, duty: &RecurringDuty) -> Entry {
        let (due, states) = self.duty_standing(duty);
        let (state, also) = split(&states);
        Entry {
            id: duty.id.value.clone(),
            kind: Kind::Duty,
            title: duty.title.clone(),
            owner: duty.owner.map(|role| self.owner(role)),
            approved: None,
            last: duty.last.as_ref().map(|last| last.value),
            every: Some(duty.every.value.clone()),
            due: due.date,
            state,
            also,
            days_left: due.days_left(self.today),
            because: Because::Stated(due.because),
            changed: Vec::new(),
            opened: Vec::new(),
            redated: 0,
            evidence: duty.evidence.as_ref().map(|proof| proof.value.clone()),
        }
    }

    fn owner(&self, id: RoleId) -> Owner {
        let role = self.role(id);
        Owner {
            id: role.id.value.clone(),
            title: role.title.value.clone(),
            vacant: self.is_vacant(id),
        }
    }
}

fn split(states: &[State]) -> (State, Vec<State>) {
    match states.split_first() {
        Some((first, rest)) => (*first, rest.to_vec()),
        None => (State::Unscheduled, Vec::new()),
    }
}
