//! Helplines, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;
use crate::date::PartialDate;

/// Helplines and reporting services.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHelplines {
    /// `[[helpline]]`: a helpline or a reporting service.
    #[serde(default)]
    pub helpline: Vec<At<RawHelpline>>,
}

/// A helpline or a reporting service.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHelpline {
    /// What references call it: `childline`.
    pub id: At<String>,
    /// Its name.
    pub name: At<String>,
    /// What it is for, in a sentence to grown-ups.
    pub purpose: At<String>,
    /// What it is for, in a sentence to children.
    pub child_purpose: Option<At<String>>,
    /// Who may use it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// A telephone number.
    pub phone: Option<At<String>>,
    /// How to reach it by text message: `85258`.
    pub text: Option<At<String>>,
    /// A page on the web.
    pub web: Option<At<String>>,
    /// When it answers.
    pub hours: At<RawHours>,
    /// Whether a call costs nothing.
    pub free: Option<At<bool>>,
    /// Where the facts were read.
    pub source: At<String>,
    /// The day on which they were read there.
    pub verified: At<PartialDate>,
}

/// When a service answers.
#[derive(Debug)]
pub enum RawHours {
    /// `always` or `not-stated`
    Word(RawHoursWord),
    /// Days and times.
    Times(Vec<RawTimes>),
}

/// Hours that are a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHoursWord {
    /// Day and night, every day.
    Always,
    /// Nobody could find out; never guessed.
    NotStated,
}

/// Days, and the times on them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTimes {
    /// On which days: `Monday to Friday`.
    pub days: String,
    /// From when: `08:00`.
    pub opens: String,
    /// Until when: `22:00`.
    pub closes: String,
}
