//! The systems that a school uses, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;
use crate::date::PartialDate;

/// The programs, services and kinds of device that the school uses.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSystems {
    /// `[[system]]`: a program, a service or a kind of device.
    #[serde(default)]
    pub system: Vec<At<RawSystem>>,
}

/// A program, a service or a kind of device.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSystem {
    /// What references call it: `incident-log`.
    pub id: At<String>,
    /// Its name, as people say it.
    pub name: At<String>,
    /// Other ways to write it.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// What it is for, in a sentence.
    pub purpose: At<String>,
    /// What it is for, in a sentence to children.
    pub child_purpose: Option<At<String>>,
    /// The role that answers for it.
    pub owner: At<String>,
    /// Who supplies it, for staff.
    pub supplier: Option<At<String>>,
    /// Who may read of it by name.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// When somebody last looked whether this is right.
    pub checked: Option<At<PartialDate>>,
}
