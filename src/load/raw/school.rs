//! The school itself, as it is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::date::PartialDate;

/// The school, as every page shows it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSchool {
    /// The school's name as readers see it.
    pub name: At<String>,
    /// The address of the site on the web: `https://www.school.example`.
    pub address: Option<At<String>>,
    /// The office's telephone number.
    pub phone: At<String>,
    /// The office's mailbox.
    pub email: At<String>,
    /// The postal address, line by line.
    pub postal: At<Vec<String>>,
    /// Domains of the school's own mailboxes.
    #[serde(default)]
    pub email_domains: Vec<At<String>>,
    /// The only mailboxes of the school's that pages for children and parents
    /// may show, where not every one at its domains may be.
    #[serde(default)]
    pub allowed_mailboxes: Vec<At<String>>,
    /// How far the site has come: `draft`, `example` or `live`.
    pub status: At<RawStatus>,
    /// The language of the pages: `en-GB` unless it says otherwise.
    pub lang: Option<At<String>>,
    /// The terms of the school year.
    #[serde(default)]
    pub terms: Vec<RawTerm>,
    /// Where the staff tree stands, behind a login.
    pub staff_address: Option<At<String>>,
    /// A folder under `themes/`.
    pub theme: Option<At<String>>,
    /// The school's colours.
    pub colours: Option<RawColours>,
    /// Where the exit link on help pages leads.
    pub exit: Option<RawExit>,
    /// What the school knows of its readers.
    pub reading: Option<RawReading>,
    /// What the school says to the rules about what is private.
    pub privacy: Option<RawPrivacy>,
    /// `[[exception]]`: one place where a rule that warns is silent.
    #[serde(default)]
    pub exception: Vec<RawException>,
    /// Levels of rules, by the rule's name.
    #[serde(default)]
    pub rules: BTreeMap<At<String>, RawRuleLevel>,
}

/// Whether the site is a draft, an example or a school's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawStatus {
    /// Being written: every page says so.
    Draft,
    /// Not a real school: every page says so.
    Example,
    /// A real school's site: placeholders are errors.
    Live,
}

/// A term of the school year.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTerm {
    /// What it is called: `Autumn 2026`.
    pub name: At<String>,
    /// The first day.
    pub starts: At<PartialDate>,
    /// The last day before the half-term holiday.
    pub half_term: Option<At<PartialDate>>,
    /// The last day.
    pub ends: At<PartialDate>,
}

/// The school's colours.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawColours {
    /// The colour of the bands at the head of pages: `#1f5d57`.
    pub brand: At<String>,
}

/// A bland page to leave for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawExit {
    /// What the link says: `BBC Weather`.
    pub label: At<String>,
    /// Where it leads.
    pub url: At<String>,
}

/// What the school knows of its readers.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReading {
    /// Words that children were taught: they count as easy.
    #[serde(default)]
    pub words: Vec<At<String>>,
}

/// What the school says to the rules about what is private.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPrivacy {
    /// Names that everybody may read, beside those that Signpost knows: of
    /// people of the past, of books and of places.
    #[serde(default)]
    pub names: Vec<At<String>>,
}

/// One place where a rule that warns is silent, until a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawException {
    /// The rule: `mobile-number`.
    pub rule: At<String>,
    /// The file, as it stands in `content/`: `parents/trips.md`.
    #[serde(rename = "in")]
    pub file: At<String>,
    /// Words of the finding, where only that about these is meant.
    pub words: Option<At<String>>,
    /// Why, for whoever reads the file next.
    pub reason: At<String>,
    /// The last day on which the rule is silent.
    pub until: At<PartialDate>,
}

/// A rule's level, with the reason for it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRuleLevel {
    /// How much a breach matters: `error`, `warn` or `off`.
    pub level: At<RawLevel>,
    /// Why, for whoever reads the file next.
    pub reason: At<String>,
}

/// A level that a school can give a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawLevel {
    /// A breach stops the build.
    Error,
    /// A breach is reported.
    Warn,
    /// A breach is not reported.
    Off,
}
