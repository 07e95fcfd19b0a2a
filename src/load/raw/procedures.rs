//! Procedures, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// A file in `procedures/`: what to do, step by step.
///
/// A step leads to the next one in the file, unless it says where to go, has
/// branches, or is an end. The last step is an end.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawProcedure {
    /// What blocks call it: `suspected-misuse`.
    pub id: At<String>,
    /// What it is for.
    pub title: At<String>,
    /// What it is for, to children.
    pub child: Option<At<String>>,
    /// Who may see it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// When it is to be followed, in a sentence, to grown-ups.
    pub summary: Option<At<String>>,
    /// The same, to children.
    pub child_summary: Option<At<String>>,
    /// The id of the guidance that it comes from.
    pub source: Option<At<String>>,
    /// The edition of that guidance that it was written from.
    pub edition: Option<At<String>>,
    /// What is never to be done meanwhile, one thing a line.
    #[serde(default)]
    pub never: Vec<At<String>>,
    /// The same, to children.
    #[serde(default)]
    pub child_never: Vec<At<String>>,
    /// `[[step]]`: something to do, or a question with branches.
    #[serde(default)]
    pub step: Vec<At<RawStep>>,
}

/// A step of a procedure: something to do, or, with branches, a question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStep {
    /// What other steps call it: `keep-the-device`.
    pub id: At<String>,
    /// What to do, or what to ask.
    pub text: At<String>,
    /// The same, to children.
    pub child: Option<At<String>>,
    /// A footnote, for grown-ups.
    pub note: Option<At<String>>,
    /// Roles to turn to.
    #[serde(default)]
    pub roles: Vec<At<String>>,
    /// Helplines to turn to.
    #[serde(default)]
    pub helplines: Vec<At<String>>,
    /// The step to go to, where it is not the next one in the file.
    pub next: Option<At<String>>,
    /// Where each answer leads, when this is a question.
    #[serde(default)]
    pub branches: Vec<At<RawBranch>>,
    /// Whether nothing comes after.
    pub end: Option<At<bool>>,
}

/// An answer to a question, and where it leads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawBranch {
    /// What it says: `Yes`.
    pub answer: At<String>,
    /// The same, to children.
    pub child: Option<At<String>>,
    /// The id of a step.
    pub to: At<String>,
}
