//! Laws and guidance, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::date::PartialDate;

/// The register of the laws and guidance that policies cite.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGuidanceRegister {
    /// The day on which the register as a whole was last checked.
    pub verified: At<PartialDate>,
    /// `[[guidance]]`: a law, or a text that tells schools what to do.
    #[serde(default)]
    pub guidance: Vec<At<RawGuidance>>,
    /// `[[renamed]]`: a body or a service that has another name now.
    #[serde(default)]
    pub renamed: Vec<At<RawRenamed>>,
}

/// A law, or a text that tells schools what to do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGuidance {
    /// What references call it: `kcsie`.
    pub id: At<String>,
    /// Its title, without a year.
    pub title: At<String>,
    /// Other titles that it is cited by: `KCSIE`.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// How much it binds a school.
    pub kind: At<RawGuidanceKind>,
    /// Who publishes it.
    pub publisher: At<String>,
    /// Where it can be read.
    pub web: Option<At<String>>,
    /// What it is about, in a sentence.
    pub summary: Option<At<String>>,
    /// Its editions; none where there is only one.
    #[serde(default)]
    pub editions: Vec<At<RawEdition>>,
    /// Where these facts were read.
    pub source: At<String>,
    /// The day on which they were; the register's unless it says otherwise.
    pub verified: Option<At<PartialDate>>,
}

/// How much a text binds a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawGuidanceKind {
    /// An Act or regulations.
    Law,
    /// Guidance that schools must have regard to.
    Statutory,
    /// Advice.
    Advice,
}

/// An edition of a text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEdition {
    /// What tells it from the others: `2026`.
    pub name: At<String>,
    /// From when it has been in force.
    pub in_force: At<PartialDate>,
}

/// A body or a service that has another name now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRenamed {
    /// Names that it had, as they are written.
    pub was: At<Vec<At<String>>>,
    /// Its name now, or what took its place.
    pub now: At<String>,
    /// Since when.
    pub since: Option<At<PartialDate>>,
    /// Where this was read.
    pub source: At<String>,
}
