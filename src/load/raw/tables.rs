//! Permission tables and action tables, as they are written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// A file in `tables/`: who may do what, or what happens if.
///
/// A permission table has groups, and exactly one answer for each row and
/// group. An action table has actions, and a set of them, possibly empty, for
/// each row.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    /// What blocks call it: `communications`.
    pub id: At<String>,
    /// What it is about; printed above it.
    pub title: At<String>,
    /// Whether it says who may do what, or what happens if.
    pub kind: At<RawTableKind>,
    /// Who may see it. Of a permission table, those of its groups unless it
    /// says otherwise; of an action table, staff unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
    /// What it is about, to children.
    pub child: Option<At<String>>,
    /// A sentence or two above it, for grown-ups.
    pub intro: Option<At<String>>,
    /// Where it came from, for staff: the minutes, the old policy.
    pub source: Option<At<String>>,
    /// `[[group]]`: those or that for which each row has an answer.
    #[serde(default)]
    pub group: Vec<At<RawGroup>>,
    /// `[[action]]`: what can follow from what happened.
    #[serde(default)]
    pub action: Vec<At<RawAction>>,
    /// `[[row]]`: what may be done, or what happened.
    #[serde(default)]
    pub row: Vec<At<RawRow>>,
}

/// What a table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawTableKind {
    /// Who may do what.
    Permission,
    /// What follows from what.
    Action,
}

/// Those for whom, or the devices for which, each row has an answer.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// What rows call it: `pupils`.
    pub id: At<String>,
    /// What it is called.
    pub title: At<String>,
    /// What it is called to children.
    pub child: Option<At<String>>,
    /// What it stands under, with its neighbours: `Personal devices`.
    pub heading: Option<At<String>>,
    /// Who may see its answers.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// The answers that a row can have here, besides `not-stated`.
    pub answers: At<Vec<At<RawAnswer>>>,
    /// A footnote.
    pub note: Option<At<String>>,
}

/// An answer that a group has.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAnswer {
    /// What rows call it: `certain-times`.
    pub id: At<String>,
    /// What it says.
    pub label: At<String>,
    /// What it comes to; an answer that children see must say so.
    pub means: Option<At<RawMeaning>>,
    /// What it says to children: `Ask first`.
    pub child: Option<At<String>>,
    /// A footnote.
    pub note: Option<At<String>>,
}

/// What an answer comes to; children are shown it by a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawMeaning {
    /// It may be done.
    Yes,
    /// It may be done when somebody has said so, or at some times.
    Ask,
    /// It may not be done.
    No,
}

/// What may be done, or what happened.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRow {
    /// In words for grown-ups.
    pub label: At<String>,
    /// In words for children.
    pub child: Option<At<String>>,
    /// What it stands under, with its neighbours.
    pub section: Option<At<String>>,
    /// The law that it is about.
    pub law: Option<At<String>>,
    /// A footnote.
    pub note: Option<At<String>>,
    /// Who may see the row; those of the table unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
    /// In a permission table: for each group the id of one of its answers, or
    /// `not-stated` where nobody has decided.
    pub answers: Option<At<BTreeMap<At<String>, At<String>>>>,
    /// In a permission table: footnotes to answers, by the group's id.
    #[serde(default)]
    pub notes: BTreeMap<At<String>, At<String>>,
    /// In an action table: the ids of what follows; `[]` for nothing.
    pub actions: Option<At<Vec<At<String>>>>,
    /// In an action table: on what condition an action follows, by its id.
    #[serde(default)]
    pub when: BTreeMap<At<String>, At<String>>,
}

/// What can follow from what happened.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAction {
    /// What rows call it: `tell-headteacher`.
    pub id: At<String>,
    /// What it is.
    pub title: At<String>,
    /// What it is, to children.
    pub child: Option<At<String>>,
    /// A footnote.
    pub note: Option<At<String>>,
}
