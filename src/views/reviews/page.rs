//! What staff are told of the review of a page, besides what everybody is.

use serde::Serialize;

use super::{DayView, ReviewLine, known, line};
use crate::agenda::Opened;
use crate::audience::Audience;
use crate::date::Due;
use crate::model::{Approval, Eyes, PageId, Review, RoleId, Standing};
use crate::views::Desk;

/// The review of a page, as staff know it.
#[derive(Debug, Clone, Serialize)]
pub struct StaffReview {
    /// What everybody is told.
    #[serde(flatten)]
    pub line: ReviewLine,
    /// Who sees to it.
    pub owner: Option<OwnerView>,
    /// How often, in words.
    pub every: Option<String>,
    /// When it was last reviewed, in words.
    pub last: Option<String>,
    /// Why it is due then, or why no day can be told.
    pub because: String,
    /// The rule that its class goes by.
    pub rule: Option<String>,
    /// The sections with other words than were approved, by their headings.
    pub changed: Vec<String>,
    /// What has happened since that calls for a review.
    pub opened: Vec<String>,
    /// What else calls for one.
    pub triggers: Vec<String>,
    /// How many approvals renewed a text of which not a word had changed.
    pub redated: usize,
    /// All approvals, the newest first.
    pub approvals: Vec<ApprovalView>,
}

/// Who sees to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerView {
    /// What the role is called.
    pub title: String,
    /// Those in post.
    pub holders: Vec<String>,
    /// Whether nobody is.
    pub vacant: bool,
    /// Who stands in while nobody is.
    pub stand_in: Option<String>,
}

/// An approval, as staff know it.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalView {
    /// The day.
    pub on: DayView,
    /// Who gave it; none where the role has gone since.
    pub by: Option<String>,
    /// What proves it.
    pub evidence: String,
    /// Why a small change needed no full approval.
    pub minor: Option<String>,
}

impl OwnerView {
    /// The role, as staff know it.
    pub(super) fn of(desk: &Desk<'_>, role: RoleId) -> OwnerView {
        let stand_in = desk.stand_in(role);
        OwnerView {
            title: desk.site.role(role).title.value.clone(),
            holders: desk.holders(&desk.site.role(role).holders),
            vacant: desk.site.is_vacant(role),
            stand_in: stand_in.map(|deputy| desk.titled(deputy)),
        }
    }
}

impl ApprovalView {
    /// An approval, with the evidence and the reason that staff alone read.
    pub(super) fn of(desk: &Desk<'_>, approval: &Approval) -> ApprovalView {
        let by = desk.site.approved_by(approval);
        let Approval {
            page: _,
            on,
            by: _,
            evidence,
            minor,
            digests: _,
        } = approval;
        ApprovalView {
            on: DayView::of(desk, on.value),
            by: by.and_then(|role| known(desk, role)),
            evidence: evidence.clone(),
            minor: minor.clone(),
        }
    }
}

/// The review of a page, for staff.
pub(in crate::views) fn for_staff(desk: &Desk<'_>, id: PageId) -> Option<StaffReview> {
    let line = line(desk, id)?;
    // Their own eyes: the desk tells them of the other views.
    let standing = desk.site.standing(id, Eyes::Of(Audience::Staff))?;
    let Standing {
        review,
        due,
        approval: _,
        changed,
        opened,
        redated,
        states: _,
    } = standing;
    let Due {
        date: _,
        because,
        since: _,
        spent: _,
        unknown: _,
    } = due;
    let approvals = desk.site.approvals_of(id);
    let entry = review.map(|review| entry(desk, review)).unwrap_or_default();
    let Entry {
        owner,
        every,
        last,
        rule,
        triggers,
    } = entry;
    Some(StaffReview {
        line,
        owner,
        every,
        last,
        because: desk.wording.reason(&because),
        rule,
        changed: changed.into_iter().flat_map(|it| it.sections).collect(),
        opened: opened
            .iter()
            .map(|it| Opened::said(it, desk.wording))
            .collect(),
        triggers,
        redated,
        approvals: approvals
            .into_iter()
            .rev()
            .map(|approval| ApprovalView::of(desk, approval))
            .collect(),
    })
}

/// What the entry in the schedule says.
#[derive(Default)]
struct Entry {
    owner: Option<OwnerView>,
    every: Option<String>,
    last: Option<String>,
    rule: Option<String>,
    triggers: Vec<String>,
}

fn entry(desk: &Desk<'_>, review: &Review) -> Entry {
    let Review {
        page: _,
        written: _,
        owner,
        approver: _,
        every,
        last,
        next: _,
        class,
        triggers,
        events: _,
    } = review;
    let class = class.and_then(|class| desk.site.schedule.classes.get(class));
    Entry {
        owner: owner.map(|role| OwnerView::of(desk, role)),
        every: every.as_ref().map(|every| desk.wording.every(&every.value)),
        last: last.as_ref().map(|last| desk.wording.period(last.value)),
        rule: class.map(|class| class.rule.clone()),
        triggers: triggers.clone(),
    }
}
