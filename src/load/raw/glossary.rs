//! The glossary, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// Words that need explaining.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGlossary {
    /// `[[term]]`: a word that needs explaining.
    #[serde(default)]
    pub term: Vec<At<RawGlossaryTerm>>,
}

/// A word that needs explaining.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGlossaryTerm {
    /// What references call it: `filtering`.
    pub id: At<String>,
    /// The word: `filtering`, `Designated Safeguarding Lead`.
    pub term: At<String>,
    /// Its short form: `DSL`. Where a page first uses it, the word is added.
    pub acronym: Option<At<String>>,
    /// Other ways to write it.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// What nobody is to write in its place: `e-safety`. No page shows these.
    #[serde(default)]
    pub instead_of: Vec<At<String>>,
    /// What it means, to grown-ups.
    pub meaning: At<String>,
    /// The words that children get instead.
    pub child: Option<At<String>>,
    /// What it means, to children.
    pub child_meaning: Option<At<String>>,
    /// In whose glossary it stands.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
}
