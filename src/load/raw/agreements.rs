//! Agreements and consents, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// A file in `agreements/`: what somebody signs, on paper and never on a
/// website.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAgreement {
    /// What blocks call it: `photo-consent`.
    pub id: At<String>,
    /// Its heading.
    pub title: At<String>,
    /// Its heading, to children.
    pub child: Option<At<String>>,
    /// Who may see it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// The school year that it is for: `2026-27`.
    pub year: At<String>,
    /// A sentence or two above it, to grown-ups.
    pub intro: Option<At<String>>,
    /// The same, to children.
    pub child_intro: Option<At<String>>,
    /// What must be filled in about whom or what it is for: `Child’s name`.
    #[serde(default)]
    pub about: Vec<At<String>>,
    /// Who signs, one line each: `Parent or carer`.
    pub signed_by: At<Vec<At<String>>>,
    /// `[[statement]]`: what is agreed to by signing.
    #[serde(default)]
    pub statement: Vec<At<RawStatement>>,
    /// `[[choice]]`: what is answered one by one.
    #[serde(default)]
    pub choice: Vec<At<RawChoice>>,
    /// Where the paper goes, and by when, in a sentence.
    pub return_to: At<String>,
    /// The same, to children.
    pub child_return_to: Option<At<String>>,
}

/// Something that is agreed to by signing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStatement {
    /// In words for grown-ups.
    pub text: At<String>,
    /// In words for children.
    pub child: Option<At<String>>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<At<String>>,
}

/// Something that is answered by itself.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawChoice {
    /// In words for grown-ups.
    pub text: At<String>,
    /// In words for children.
    pub child: Option<At<String>>,
    /// The answers: yes and no, unless it says otherwise.
    #[serde(default)]
    pub answers: Vec<At<String>>,
    /// More about it, for grown-ups.
    pub note: Option<At<String>>,
}
