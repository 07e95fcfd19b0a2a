//! Checklists, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// A file in `checklists/`: things to be seen to, one by one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawChecklist {
    /// What blocks and duties call it: `termly-technical-checks`.
    pub id: At<String>,
    /// Its heading.
    pub title: At<String>,
    /// Its heading, to children.
    pub child: Option<At<String>>,
    /// Who may see it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// A sentence or two above it, to grown-ups.
    pub intro: Option<At<String>>,
    /// The same, to children.
    pub child_intro: Option<At<String>>,
    /// The roles that sign it, on paper; nobody unless it says so.
    #[serde(default)]
    pub signed_by: Vec<At<String>>,
    /// `[[check]]`: a thing to be seen to.
    #[serde(default)]
    pub check: Vec<At<RawCheck>>,
}

/// A thing to be seen to.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCheck {
    /// In a sentence, to grown-ups.
    pub text: At<String>,
    /// The same, to children.
    pub child: Option<At<String>>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<At<String>>,
    /// More about it, for grown-ups.
    pub note: Option<At<String>>,
    /// Who may see it; those of the checklist unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
}
