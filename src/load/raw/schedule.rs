//! Reviews and recurring duties, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::date::{Every, Interval, PartialDate, Period};

/// What is to be reviewed or done, by whom and how often.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSchedule {
    /// How long before its due date a review or duty is due soon: `"60 days"`
    /// unless it says otherwise.
    pub due_soon: Option<At<Interval>>,
    /// `[[class]]`: policies that a rule sets a longest interval for.
    #[serde(default)]
    pub class: Vec<At<RawClass>>,
    /// `[[review]]`: the review of a page, or of all pages of a folder.
    #[serde(default)]
    pub review: Vec<At<RawReview>>,
    /// `[[duty]]`: what is to be done again and again.
    #[serde(default)]
    pub duty: Vec<At<RawRecurringDuty>>,
}

/// A class of policies that a rule sets a longest interval for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawClass {
    /// What reviews call it: `child-protection`.
    pub id: At<String>,
    /// What it is called.
    pub title: At<String>,
    /// The longest interval that the rule allows.
    pub every: At<Interval>,
    /// The rule that sets it.
    pub rule: At<String>,
}

/// The review of a page, or of all pages of a folder.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReview {
    /// A page, as its path under `content/` without `.md`:
    /// `policies/online-safety`; or a folder, with a slash at its end:
    /// `policies/data/`.
    pub page: At<String>,
    /// The page whose review this one has too, as an appendix has: whatever is
    /// not said here is taken from there.
    pub part_of: Option<At<String>>,
    /// The role that sees to it.
    pub owner: Option<At<String>>,
    /// The role that approves it; without one it needs no approval.
    pub approver: Option<At<String>>,
    /// How often: `"1 year"`.
    pub every: Option<At<Every>>,
    /// When it was last reviewed: `2026-09-30`, `"2026-09"`, `"Autumn 2026"`
    /// or `"2026-27"`.
    pub last: Option<At<Period>>,
    /// When it is next to be reviewed, where that was decided.
    pub next: Option<At<Period>>,
    /// The class that it belongs to.
    pub class: Option<At<String>>,
    /// What else calls for a review, in words.
    #[serde(default)]
    pub triggers: Vec<At<String>>,
    /// What has happened that called for one.
    #[serde(default)]
    pub events: Vec<At<RawEvent>>,
}

/// Something that called for a review.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    /// When it happened.
    pub on: At<PartialDate>,
    /// What, in words for staff.
    pub what: At<String>,
}

/// A duty that comes again and again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRecurringDuty {
    /// What it is called in reports: `filtering-check`.
    pub id: At<String>,
    /// What is to be done.
    pub title: At<String>,
    /// The role that sees to it.
    pub owner: At<String>,
    /// How often: `"1 term"`.
    pub every: At<Every>,
    /// When it was last done.
    pub last: Option<At<Period>>,
    /// When it is next to be done, where that was decided.
    pub next: Option<At<Period>>,
    /// What proves that it was.
    pub evidence: Option<At<String>>,
    /// The id of the checklist that is gone through.
    pub checklist: Option<At<String>>,
}
