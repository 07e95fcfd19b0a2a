//! A review or a duty, as it stands on the review desk.

use serde::{Serialize, Serializer};

use super::{DayView, OwnerView, known};
use crate::agenda::{Change, Entry, Kind, Opened, Owner, State};
use crate::model::{Address, PageId, opens_in};
use crate::views::Desk;

/// A review or a duty.
#[derive(Debug, Clone, Serialize)]
pub struct TaskView {
    /// Of a review its page without `.md`; of a duty its own id.
    pub id: String,
    /// What it is about: to templates `policy`, `page` or `duty`.
    #[serde(serialize_with = "word")]
    pub kind: Kind,
    /// The page's title, or the duty's.
    pub title: String,
    /// Where the page is, for whoever stands at the root of the staff tree;
    /// none where they cannot be sent there.
    pub href: Option<String>,
    /// Who sees to it.
    pub owner: Option<OwnerView>,
    /// Who has to approve it.
    pub approver: Option<String>,
    /// The day of the newest full approval.
    pub approved: Option<DayView>,
    /// When it was last reviewed or done, in words.
    pub last: Option<String>,
    /// How often, in words.
    pub every: Option<String>,
    /// The last day on which it is not overdue.
    pub due: Option<DayView>,
    /// Days from today to the due date; less than 0 from the day after.
    pub days_left: Option<i32>,
    /// Why then, or why no day can be told.
    pub because: String,
    /// The worst state that holds.
    pub state: &'static str,
    /// What else holds, the worst first.
    pub also: Vec<&'static str>,
    /// What is not what was approved.
    pub changed: Vec<ChangeView>,
    /// What has happened since that calls for a review.
    pub opened: Vec<String>,
    /// How many of its approvals renewed a text of which not a word had
    /// changed.
    pub redated: usize,
    /// What proves that it was done.
    pub evidence: Option<String>,
    /// Whether it stands in the schedule at all.
    pub scheduled: bool,
}

/// What is not what was approved, in one view.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// Whose view.
    pub view: &'static str,
    /// The sections with other words, by their headings; an empty one is what
    /// stands before the first.
    pub sections: Vec<String>,
}

impl TaskView {
    /// An entry of the agenda, for staff.
    pub(super) fn of(desk: &Desk<'_>, entry: Entry) -> TaskView {
        let page = match entry.kind {
            Kind::Policy | Kind::Page => desk.site.find_page(&entry.id),
            Kind::Duty => None,
        };
        let review = page.and_then(|page| desk.site.schedule.review_of(page));
        let Entry {
            id,
            kind,
            title,
            owner,
            approved,
            last,
            every,
            due,
            because,
            state,
            also,
            days_left,
            changed,
            opened,
            redated,
            evidence,
        } = entry;
        let approver = review.and_then(|review| review.approver);
        TaskView {
            id,
            kind,
            title,
            href: page.and_then(|page| href(desk, page)),
            owner: owner.and_then(|owner| self::owner(desk, owner)),
            approver: approver.and_then(|role| known(desk, role)),
            approved: approved.map(|day| DayView::of(desk, day)),
            last: last.map(|last| desk.wording.period(last)),
            every: every.map(|every| desk.wording.every(&every)),
            due: due.map(|day| DayView::of(desk, day)),
            days_left,
            because: because.said(desk.wording),
            state: state.word(),
            also: also.into_iter().map(State::word).collect(),
            changed: changed.into_iter().map(change).collect(),
            opened: opened
                .iter()
                .map(|it| Opened::said(it, desk.wording))
                .collect(),
            redated,
            evidence,
            scheduled: review.is_some() || kind == Kind::Duty,
        }
    }

    /// Whether a state holds, as the worst or beside it.
    pub(super) fn is(&self, state: State) -> bool {
        self.state == state.word() || self.also.contains(&state.word())
    }
}

/// The word that templates know a kind by.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn word<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.word())
}

fn owner(desk: &Desk<'_>, owner: Owner) -> Option<OwnerView> {
    let Owner {
        id,
        title: _,
        vacant: _,
    } = owner;
    let role = desk.site.find_role(&id)?;
    Some(OwnerView::of(desk, role))
}

fn change(change: Change) -> ChangeView {
    let Change { view, sections } = change;
    ChangeView { view, sections }
}

/// Where a page is: in the staff tree, or on the web, if the site has an
/// address.
fn href(desk: &Desk<'_>, id: PageId) -> Option<String> {
    let page = desk.site.page(id);
    let view = opens_in(page.readers, desk.audience())?;
    let path = Address::of(&page.path, view)?.path;
    if view == desk.audience() {
        return Some(path);
    }
    let address = desk.site.school.address.as_ref()?;
    Some(format!("{}/{path}", address.value))
}
