//! Roles and routes, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;
use crate::date::PartialDate;

/// Who does what, who holds each post, and who hears about what.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeople {
    /// `[[role]]`: a post, a body, or somebody outside the school.
    #[serde(default)]
    pub role: Vec<At<RawRole>>,
    /// `[[route]]`: who hears about what, and how fast.
    #[serde(default)]
    pub route: Vec<At<RawRoute>>,
}

/// A role: a post, a body, or somebody outside the school.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRole {
    /// What references call it: `dsl`.
    pub id: At<String>,
    /// What grown-ups call it.
    pub title: At<String>,
    /// Whether it is a person's post, a body, or outside the school.
    pub kind: At<RawKind>,
    /// Whose pages it may be on at all.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// Other names it goes by.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// What children call it: `our safeguarding grown-up`.
    pub child_name: Option<At<String>>,
    /// Where to find them.
    pub find: Option<At<String>>,
    /// Who may read where to find them; staff unless it says otherwise.
    pub find_for: Option<At<Vec<Audience>>>,
    /// Who holds it now; nobody means that it is vacant.
    #[serde(default)]
    pub holders: Vec<At<RawHolder>>,
    /// The role that stands in.
    pub deputy: Option<At<String>>,
    /// Roles whose duties this one has too.
    #[serde(default)]
    pub inherits: Vec<At<String>>,
    /// What it is responsible for.
    #[serde(default)]
    pub duties: Vec<At<RawDuty>>,
    /// When somebody last checked how to reach it; asked of those outside the
    /// school.
    pub verified: Option<At<PartialDate>>,
    /// How to reach it.
    #[serde(default)]
    pub channels: Vec<At<RawChannel>>,
}

/// What sort of role it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawKind {
    /// A post that people hold.
    Person,
    /// A group, such as the governing body.
    Body,
    /// Outside the school: a council's team, the police.
    Outside,
}

/// Somebody who holds a role.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHolder {
    /// The name grown-ups use.
    pub name: At<String>,
    /// The name used in class.
    pub child_name: Option<At<String>>,
    /// Since when.
    pub from: Option<At<PartialDate>>,
    /// The last day; after it the name is printed nowhere.
    pub until: Option<At<PartialDate>>,
    /// Who may read the name besides staff; nobody unless it says so.
    pub name_for: Option<At<Vec<Audience>>>,
    /// A file under `images/`.
    pub photo: Option<At<String>>,
    /// Who may see the photo; nobody unless it says so.
    pub photo_for: Option<At<Vec<Audience>>>,
}

/// Something a role is responsible for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDuty {
    /// In a sentence.
    pub text: At<String>,
    /// Who may read it; staff unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
}

/// A way to reach a role: exactly one of the four.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawChannel {
    /// A telephone number.
    pub phone: Option<At<String>>,
    /// A mailbox.
    pub email: Option<At<String>>,
    /// A number for text messages.
    pub text: Option<At<String>>,
    /// A page on the web.
    pub web: Option<At<String>>,
    /// When, or what for: `office hours`, `out of hours`, `extension`.
    pub note: Option<At<String>>,
    /// Who may read it; staff unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
}

/// Who hears about what, and how fast.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRoute {
    /// What it is about: `a worry about a pupil`.
    pub about: At<String>,
    /// Roles, the first to go to first.
    pub to: At<Vec<At<String>>>,
    /// How soon they are told: `the same day`.
    pub within: At<String>,
    /// Roles to go to when the worry is about one of those in `to`.
    #[serde(default)]
    pub instead: Vec<At<String>>,
    /// Who may read it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
}
