//! Rules about how pages under review stand.

use std::collections::BTreeSet;

use crate::agenda::{Change, State, when};
use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Eyes, Page, PageId, Site, Standing};
use crate::source::Place;

/// A review was not done in time.
static REVIEW_OVERDUE: Rule = Rule {
    name: "review-overdue",
    severity: Severity::Warning,
    summary: "Every page is reviewed by the day on which its review is due.",
    explanation: explained!("review-overdue"),
};
/// A review is due within the window.
static REVIEW_DUE_SOON: Rule = Rule {
    name: "review-due-soon",
    severity: Severity::Warning,
    summary: "A review is begun before it is due.",
    explanation: explained!("review-due-soon"),
};
/// A page needs an approval and has none.
static REVIEW_PENDING: Rule = Rule {
    name: "review-pending",
    severity: Severity::Warning,
    summary: "A page that somebody has to approve was approved.",
    explanation: explained!("review-pending"),
};
/// A page is not what was approved.
static REVIEW_CHANGED: Rule = Rule {
    name: "review-changed",
    severity: Severity::Warning,
    summary: "A page says what it said when it was approved.",
    explanation: explained!("review-changed"),
};
/// Nothing says by when a page is to be reviewed.
static REVIEW_UNSCHEDULED: Rule = Rule {
    name: "review-unscheduled",
    severity: Severity::Warning,
    summary: "Every policy has an entry in content/schedule.toml from which a day follows.",
    explanation: explained!("review-unscheduled"),
};
/// Something happened that calls for a review.
static REVIEW_OPENED: Rule = Rule {
    name: "review-opened",
    severity: Severity::Warning,
    summary: "A page is reviewed again when something happens that calls for it, such as a new edition of guidance that it cites.",
    explanation: explained!("review-opened"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &REVIEW_OVERDUE,
    &REVIEW_DUE_SOON,
    &REVIEW_PENDING,
    &REVIEW_CHANGED,
    &REVIEW_UNSCHEDULED,
    &REVIEW_OPENED,
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let doubtful = [
        "content/schedule.toml",
        "content/approvals.toml",
        "content/school.toml",
    ];
    if doubtful.iter().any(|path| !site.read_whole(path)) {
        return;
    }
    let mut folders = BTreeSet::new();
    for id in site.page_ids() {
        let page = site.page(id);
        // A draft is nobody's to read yet.
        if page.front.draft {
            continue;
        }
        if let Some(standing) = site.standing(id, Eyes::Editor) {
            let mut told = Told {
                site,
                page,
                id,
                standing: &standing,
                folders: &mut folders,
                diagnostics,
            };
            told.due();
            told.pending();
            told.changed();
            told.opened();
        }
    }
}

/// A page, how it stands, and where that is told.
struct Told<'a, 'd> {
    site: &'a Site,
    page: &'a Page,
    id: PageId,
    standing: &'a Standing<'a>,
    /// Where entries of folders begin of which it was told that no day follows.
    folders: &'d mut BTreeSet<usize>,
    diagnostics: &'d mut Diagnostics,
}

impl Told<'_, '_> {
    /// The entry in the schedule, or the page that has none.
    fn place(&self) -> Place {
        match (self.standing.review, &self.site.files.schedule) {
            (Some(review), Some(file)) => Place::at(file, review.written.span.clone()),
            _ => Place::top(self.page.prose.file()),
        }
    }

    fn title(&self) -> &str {
        &self.page.front.title.value
    }

    fn report(&mut self, rule: &'static Rule, message: String, help: String) {
        let place = self.place();
        let readers = self.page.readers;
        self.diagnostics
            .report(rule, place, message, help)
            .on_pages_of(readers);
    }

    /// The command that says that the page was approved.
    fn approve(&self) -> String {
        let review = self.standing.review;
        let by = review.and_then(|review| review.approver);
        let by = by.map_or("ROLE", |role| &self.site.role(role).id.value);
        format!(
            "signpost approve {} --on {} --by {by} --evidence \"…\"",
            self.page.path, self.site.today
        )
    }

    /// Who sees to it, and how it is written down.
    fn next_step(&self) -> String {
        let review = self.standing.review;
        let owner = review.and_then(|review| review.owner);
        let who = owner.map_or_else(
            || "Read it again".to_owned(),
            |role| format!("The {} sees to it", self.site.role(role).title.value),
        );
        match review.and_then(|review| review.approver) {
            Some(_) => format!("{who}. When it is approved, run: {}", self.approve()),
            None => format!(
                "{who}. When it is done, write in its entry: last = {}",
                self.site.today
            ),
        }
    }

    fn due(&mut self) {
        let due = &self.standing.due;
        let (Some(date), Some(left)) = (due.date, due.days_left(self.site.today)) else {
            self.unscheduled();
            return;
        };
        let (rule, was) = if self.standing.is(State::Overdue) {
            (&REVIEW_OVERDUE, "was")
        } else if self.standing.is(State::DueSoon) && self.standing.opened.is_empty() {
            (&REVIEW_DUE_SOON, "is")
        } else {
            return;
        };
        let message = format!(
            "The review of “{}” {was} due on {}, {} ({}).",
            self.title(),
            PartialDate::Day(date).in_words(),
            when(left),
            due.because
        );
        let help = self.next_step();
        self.report(rule, message, help);
    }

    fn unscheduled(&mut self) {
        let review = self.standing.review;
        // The approval that it lacks is told as that, and a day follows from it.
        let every = review.is_some_and(|review| review.every.is_some());
        if every && self.standing.is(State::Pending) {
            return;
        }
        let mut what = format!("“{}” is", self.title());
        if let Some(review) = review.filter(|review| review.written.value.ends_with('/')) {
            // An entry for a folder is one thing to mend.
            if !self.folders.insert(review.written.span.start) {
                return;
            }
            what = format!("what is in “{}” is", review.written.value);
        }
        let title = self.title().to_owned();
        let (message, help) = match review {
            None => (
                format!("Nothing says when “{title}” is to be reviewed."),
                format!(
                    "Add to content/schedule.toml: [[review]] page = \"{}\" and below it owner = \"…\", every = \"1 year\" and last = {}, each on a line of its own.",
                    self.page.path, self.site.today
                ),
            ),
            Some(_) => (
                format!(
                    "It cannot be told when {what} to be reviewed: {}.",
                    self.standing.due.because
                ),
                "Add to its entry when it was last reviewed, as in last = 2026-09-30, and how often it is to be, as in every = \"1 year\".".to_owned(),
            ),
        };
        self.report(&REVIEW_UNSCHEDULED, message, help);
    }

    fn pending(&mut self) {
        if !self.standing.is(State::Pending) {
            return;
        }
        let review = self.standing.review;
        let by = review.and_then(|review| review.approver);
        let by = by.map_or("nobody", |role| &self.site.role(role).title.value);
        let message = format!(
            "“{}” is published and was not yet approved by the {}.",
            self.title(),
            by
        );
        let help = format!("When it is approved, run: {}", self.approve());
        self.report(&REVIEW_PENDING, message, help);
    }

    fn changed(&mut self) {
        if self.standing.changed.is_empty() {
            return;
        }
        let newest = self.site.approvals_of(self.id);
        let on = newest.last().map(|approval| approval.on.value);
        let on = on.map_or_else(String::new, |on| {
            format!(" on {}", PartialDate::Day(on).in_words())
        });
        let views: Vec<String> = self.standing.changed.iter().map(Change::in_words).collect();
        let message = format!(
            "“{}” is not what was approved{on}. Changed since: {}.",
            self.title(),
            views.join("; ")
        );
        let help = format!(
            "Have it approved, and run: {}. For a slip of the pen add --minor \"what was put right\".",
            self.approve()
        );
        let place = Place::top(self.page.prose.file());
        let readers = self.page.readers;
        self.diagnostics
            .report(&REVIEW_CHANGED, place, message, help)
            .on_pages_of(readers);
    }

    fn opened(&mut self) {
        if self.standing.opened.is_empty() || self.standing.is(State::Overdue) {
            return;
        }
        let opened = self.standing.opened.iter().map(ToString::to_string);
        let message = format!(
            "“{}” is to be reviewed again: {}.",
            self.title(),
            opened.collect::<Vec<_>>().join("; ")
        );
        let help = self.next_step();
        self.report(&REVIEW_OPENED, message, help);
    }
}
