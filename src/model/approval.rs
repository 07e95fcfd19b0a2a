//! The ledger: who approved which text.

use jiff::civil::Date;

use crate::audience::Audience;
use crate::model::digest::{Compared, Shown};
use crate::model::{Page, PageId, RoleId, Site};
use crate::source::Spanned;

/// What `approvals.toml` says, in its order.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Approvals, the oldest entry first.
    pub approvals: Vec<Approval>,
}

/// That a text was approved.
#[derive(Debug, Clone)]
pub struct Approval {
    /// The page, by the path that it had then.
    pub page: Spanned<String>,
    /// The day.
    pub on: Spanned<Date>,
    /// The role that approved it, by the id that it had then.
    pub by: Spanned<String>,
    /// What proves it.
    pub evidence: String,
    /// Why a small change needed no full approval.
    pub minor: Option<String>,
    /// What each view showed.
    pub digests: Vec<ApprovedView>,
}

/// What one view showed when a text was approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovedView {
    /// Whose view.
    pub audience: Audience,
    /// The digest of the whole.
    pub digest: String,
    /// Where that is written.
    pub span: std::ops::Range<usize>,
    /// For each section its digest and its heading.
    pub sections: Vec<(String, String)>,
}

/// That other words of a page were approved for one view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewording {
    /// The day.
    pub on: Date,
    /// Whether none were approved for that view before.
    pub first: bool,
    /// Sections that were not there before, or said something else.
    pub sections: Vec<String>,
}

impl Approval {
    /// What it says that a reader was shown, held against what they are shown
    /// now. A view that it does not speak of was not approved.
    pub fn compared(&self, audience: Audience, shown: &Shown) -> Compared {
        let mut views = self.digests.iter();
        match views.find(|view| view.audience == audience) {
            Some(view) => shown.compared(&view.digest, &view.sections),
            None => Compared::Other(Vec::new()),
        }
    }

    /// Whether both approve the same words in every view.
    fn is_of_the_same_text(&self, other: &Approval) -> bool {
        let digests = |approval: &Approval| {
            let views = approval.digests.iter();
            let mut digests: Vec<(Audience, String)> = views
                .map(|view| (view.audience, view.digest.clone()))
                .collect();
            digests.sort();
            digests
        };
        digests(self) == digests(other)
    }
}

impl ApprovedView {
    /// Whether two digests can be compared: `v1:sha256:…`.
    fn is_of_the_scheme_of(&self, other: &ApprovedView) -> bool {
        let scheme =
            |view: &ApprovedView| view.digest.rsplit_once(':').map(|(it, _)| it.to_owned());
        scheme(self) == scheme(other)
    }
}

impl Site {
    /// The approvals of a page up to today, the oldest first. A page takes
    /// with it those of the addresses that it had before.
    pub fn approvals_of(&self, page: PageId) -> Vec<&Approval> {
        let page: &Page = self.page(page);
        let is_its =
            |path: &str| page.path == path || page.front.was.iter().any(|was| was.value == path);
        let mut found: Vec<&Approval> = self
            .ledger
            .approvals
            .iter()
            .filter(|approval| is_its(&approval.page.value) && approval.on.value <= self.today)
            .collect();
        // The entry that stands later is the newer one of a day.
        found.sort_by_key(|approval| approval.on.value);
        found
    }

    /// The approvals of a page with which the words of one view became other
    /// than they were, the oldest first. What another view showed counts for
    /// nothing, so that a view is not told of changes in another.
    pub fn rewordings(&self, page: PageId, audience: Audience) -> Vec<Rewording> {
        let mut before: Option<&ApprovedView> = None;
        let mut found = Vec::new();
        for approval in self.approvals_of(page) {
            let mut views = approval.digests.iter();
            let Some(view) = views.find(|view| view.audience == audience) else {
                continue;
            };
            let is_other = before.is_none_or(|before| before.digest != view.digest);
            if is_other && before.is_none_or(|before| before.is_of_the_scheme_of(view)) {
                let known = before.map_or(&[][..], |before| &before.sections);
                let sections = view.sections.iter();
                let new = sections.filter(|section| before.is_some() && !known.contains(section));
                found.push(Rewording {
                    on: approval.on.value,
                    first: before.is_none(),
                    sections: new.map(|(_, title)| title.clone()).collect(),
                });
            }
            before = Some(view);
        }
        found
    }

    /// The role that gave an approval, if there still is one of that id.
    pub fn approved_by(&self, approval: &Approval) -> Option<RoleId> {
        self.find_role(&approval.by.value)
    }
}

/// How many full approvals renewed a text of which not a word had changed
/// since the one before.
pub(super) fn redated(approvals: &[&Approval]) -> usize {
    let full = |approval: &&Approval| approval.minor.is_none();
    let pairs = approvals.iter().zip(approvals.iter().skip(1));
    pairs
        .filter(|(before, after)| full(after) && after.is_of_the_same_text(before))
        .count()
}
