//! What is known of pictures, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::date::PartialDate;

/// What is known of every file under `images/`; without an entry none is published.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawImages {
    /// `[[image]]`: what is known of one file.
    #[serde(default)]
    pub image: Vec<At<RawImage>>,
}

/// What is known of a file under `images/`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawImage {
    /// The path under `images/`.
    pub file: At<String>,
    /// What it shows, in words.
    pub alt: Option<At<String>>,
    /// Whether it says nothing that the words beside it do not.
    pub decorative: Option<At<bool>>,
    /// What it is used for: `website`.
    #[serde(rename = "use")]
    pub purpose: At<String>,
    /// A reference into the school's own consent records, never a name; or
    /// `not-needed`, where nobody can be recognised.
    pub consent: Option<At<String>>,
    /// What the consent is for, where it is not for its use alone.
    pub consented: Option<At<Vec<String>>>,
    /// When the consent was last checked.
    pub checked: Option<At<PartialDate>>,
    /// Who made it.
    pub credit: Option<At<String>>,
    /// On what terms it may be used.
    pub licence: Option<At<String>>,
}
