//! What was decided about a page, as an approval of the text as it stands.
//!
//! In: a decision as it was told on the command line. Out: the [`Approval`] to
//! add to the ledger, with a digest for each view, and what should be known of
//! it; or a sentence that says why there is none. Must never approve what
//! nobody can have seen: a page that is not there, or on a day to come.

use jiff::civil::Date;

use crate::audience::Audience;
use crate::date::PartialDate;
use crate::diagnostic::did_you_mean;
use crate::model::approval::ApprovedView;
use crate::model::digest::Compared;
use crate::model::{Approval, PageId, RoleId, Site};
use crate::source::Spanned;

/// That a text was approved, as somebody tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The page: its path under `content/`, with or without `.md`.
    pub page: String,
    /// The day of the decision.
    pub on: Date,
    /// The id of the role that decided.
    pub by: String,
    /// What proves it: the minutes.
    pub evidence: String,
    /// Why a small change needs no full approval.
    pub minor: Option<String>,
}

/// A decision that holds.
#[derive(Debug)]
pub struct Decided {
    /// The page.
    pub page: PageId,
    /// What is to be added to the ledger.
    pub approval: Approval,
    /// What whoever tells it should know, in sentences.
    pub remarks: Vec<String>,
    /// Whether the ledger says all this already.
    pub is_known: bool,
}

impl Site {
    /// The approval that `decision` makes of the text as it stands.
    ///
    /// # Errors
    /// A sentence to whoever told it: what is wrong, and what to write.
    pub fn decide(&self, decision: &Decision) -> Result<Decided, String> {
        let page = self.decided_page(&decision.page)?;
        let by = self
            .find_role(&decision.by)
            .ok_or_else(|| self.no_such_role(&decision.by))?;
        if decision.on > self.today {
            return Err(format!(
                "{} is still to come: an approval is written down once it was given",
                words(decision.on)
            ));
        }
        let evidence = one_line(&decision.evidence).ok_or(
            "the evidence is empty: say what proves the approval, as in --evidence \"Minutes of 30 September 2026, item 5\"",
        )?;
        let minor = match &decision.minor {
            None => None,
            Some(reason) => Some(one_line(reason).ok_or(
                "the reason is empty: say what was put right, as in --minor \"a wrong room number\"",
            )?),
        };
        let approval = Approval {
            page: bare(self.page(page).path.clone()),
            on: bare(decision.on),
            by: bare(self.role(by).id.value.clone()),
            evidence,
            minor,
            digests: self.views_of(page),
        };
        let is_known = self.ledger.approvals.iter().any(|old| old.says(&approval));
        let remarks = if is_known {
            Vec::new()
        } else {
            self.remarks(page, by, &approval)
        };
        Ok(Decided {
            page,
            approval,
            remarks,
            is_known,
        })
    }

    /// The page that is meant.
    fn decided_page(&self, written: &str) -> Result<PageId, String> {
        let path = written.trim().replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        let path = path.strip_suffix(".md").unwrap_or(path);
        // As a shell completes it: from the site folder, or from above it.
        let under = path.strip_prefix("content/");
        let under = under.or(path.rsplit_once("/content/").map(|(_, under)| under));
        let mut meant = [Some(path), under].into_iter().flatten();
        if let Some(page) = meant.find_map(|path| self.find_page(path)) {
            return Ok(page);
        }
        let path = under.unwrap_or(path);
        let mut duties = self.schedule.duties.iter();
        if duties.any(|duty| duty.id.value == path) {
            return Err(format!(
                "“{path}” is a duty, and a duty has no text to approve: write in content/schedule.toml, at its entry, when it was done and what proves it, as in last = {} and evidence = \"…\"",
                self.today
            ));
        }
        let mut pages = self.pages.iter();
        if let Some(page) = pages.find(|page| page.front.was.iter().any(|was| was.value == path)) {
            return Err(format!("“{path}” is now called “{}”", page.path));
        }
        let known = self.pages.iter().map(|page| page.path.as_str());
        Err(format!(
            "there is no page content/{path}.md. {}",
            did_you_mean("pages", path, known)
        ))
    }

    /// What each view of a page shows now.
    fn views_of(&self, page: PageId) -> Vec<ApprovedView> {
        let view = |audience: Audience| {
            let shown = self.shown(page, audience);
            let sections = shown.sections.into_iter();
            ApprovedView {
                audience,
                digest: shown.whole,
                span: 0..0,
                sections: sections
                    .map(|section| (section.digest, section.title))
                    .collect(),
            }
        };
        self.page(page).views().map(view).collect()
    }

    /// What should be known of an approval before it is relied on.
    fn remarks(&self, page: PageId, by: RoleId, approval: &Approval) -> Vec<String> {
        let mut remarks = Vec::new();
        match self.schedule.review_of(page) {
            None => remarks.push(format!(
                "“{}” is not in content/schedule.toml, so nothing says when it is to be reviewed again.",
                approval.page.value
            )),
            Some(review) => match review.approver {
                Some(approver) if approver != by => remarks.push(format!(
                    "The schedule says that it is approved by “{}” ({}), and this names “{}” ({}).",
                    self.role(approver).title.value,
                    self.role(approver).id.value,
                    self.role(by).title.value,
                    self.role(by).id.value
                )),
                Some(_) | None => {}
            },
        }
        let before = self.approvals_of(page);
        let newest = before.last();
        if let Some(newest) = newest.filter(|newest| newest.on.value > approval.on.value) {
            remarks.push(format!(
                "There is an approval of {}, which is newer than this one and goes on to count.",
                words(newest.on.value)
            ));
        }
        if let Some(newest) = newest.filter(|newest| self.is_as_approved(page, newest)) {
            let counted = match approval.minor {
                Some(_) => "",
                None => ": this is counted as re-dated",
            };
            remarks.push(format!(
                "Not a word has changed since the approval of {}{counted}.",
                words(newest.on.value)
            ));
        }
        if approval.minor.is_some() && before.iter().all(|before| before.minor.is_some()) {
            remarks.push(
                "It has had no full approval yet, and a minor one does not take its place."
                    .to_owned(),
            );
        }
        remarks
    }

    /// Whether every view shows what an approval says that it showed.
    fn is_as_approved(&self, page: PageId, approval: &Approval) -> bool {
        let mut views = self.page(page).views();
        views.all(|audience| {
            approval.compared(audience, &self.shown(page, audience)) == Compared::Same
        })
    }
}

impl Approval {
    /// Whether another says the same, wherever it stands.
    fn says(&self, other: &Approval) -> bool {
        let views = |approval: &Approval| -> Vec<(Audience, String)> {
            let views = approval.digests.iter();
            let mut views: Vec<_> = views
                .map(|view| (view.audience, view.digest.clone()))
                .collect();
            views.sort();
            views
        };
        self.page.value == other.page.value
            && self.on.value == other.on.value
            && self.by.value == other.by.value
            && self.evidence == other.evidence
            && self.minor == other.minor
            && views(self) == views(other)
    }
}

/// A value that stands in no file yet.
fn bare<T>(value: T) -> Spanned<T> {
    Spanned::new(value, 0..0)
}

/// A text on one line with single spaces, if there is a word in it.
fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn words(day: Date) -> String {
    PartialDate::Day(day).in_words()
}
