//! What a school knows of how its pages can be used, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;
use crate::date::PartialDate;

/// What the accessibility statement says that only the school knows.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAccessibility {
    /// When somebody last went through this file.
    pub checked: At<PartialDate>,
    /// The role to ask for a page in another form; the office without it.
    pub ask: Option<At<String>>,
    /// How soon it answers: `five school days`.
    pub within: Option<At<String>>,
    /// `[[tested]]`: a test that a person made.
    #[serde(default)]
    pub tested: Vec<At<RawTested>>,
    /// `[[gap]]`: something that is known not to be right for everybody.
    #[serde(default)]
    pub gap: Vec<At<RawKnownGap>>,
}

/// A test that a person made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTested {
    /// With what: `screen-reader`, `keyboard`, `large-text` or `voice`.
    pub how: At<RawHow>,
    /// When.
    pub on: At<PartialDate>,
    /// Who, by what they are and not by name: `a parent who is blind`.
    pub by: At<String>,
    /// The programs and the device.
    pub with: Option<At<String>>,
    /// What they found, in a sentence or two.
    pub found: At<String>,
    /// Whose statement it stands on: parents, staff or both.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
}

/// With what a person tested pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawHow {
    /// A screen reader.
    ScreenReader,
    /// The keyboard alone.
    Keyboard,
    /// Text made larger.
    LargeText,
    /// Words that are spoken to the device.
    Voice,
}

/// Something that is known not to be right for everybody.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawKnownGap {
    /// What it is, in a sentence.
    pub what: At<String>,
    /// How to get at it all the same.
    pub instead: Option<At<String>>,
    /// Whose statement it stands on: parents, staff or both.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
}
